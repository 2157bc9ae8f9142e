"""Provisions become norms: the spaCy pipeline and its lexicons."""
