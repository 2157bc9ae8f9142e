"""Checks of regulations for tasks that several bodies have; one file a check."""
