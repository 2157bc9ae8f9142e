"""Checks of citations; one file a check."""
