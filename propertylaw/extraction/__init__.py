"""Provisions become norms: the spaCy pipeline and its lexicons."""

from .parties import document_parties
from .pipeline import extract

__all__ = ["document_parties", "extract"]
