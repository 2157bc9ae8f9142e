"""One reader a format: bytes become a `Source`, text with the origin of each run."""
