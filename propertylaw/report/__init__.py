"""One renderer a format: terminal, JSON."""
