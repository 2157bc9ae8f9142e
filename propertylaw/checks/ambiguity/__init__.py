"""Checks of regulations for words that can be read in two ways; one file a check."""
