"""`RuleGraph`: who owes what to whom, where it is stated, what sanctions it, what contradicts it."""
