"""Checks of contracts: clauses against mandatory law, missing content, contradictions; one file a check."""
