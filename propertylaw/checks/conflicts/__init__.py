"""Checks of regulations for provisions that contradict each other; one file a check."""
