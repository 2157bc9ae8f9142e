"""One reader a format: bytes become a `Source`, text with the origin of each run."""

from .document import read
from .plain import read_text

__all__ = ["read", "read_text"]
