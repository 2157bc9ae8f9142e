"""Provisions become norms: parties, sentences, lexicons, and the same reading as spaCy components."""

from .parties import document_parties
from .pipeline import extract

__all__ = ["document_parties", "extract"]
