"""The curated law as data, and the form it is written in: catalogue, rules, expressions, calculations."""
