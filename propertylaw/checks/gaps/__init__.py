"""Checks of regulations for what is missing; one file a check."""
