"""Contracts as they are looked through for signs: clauses with parties as tokens, a vocabulary, examples."""
