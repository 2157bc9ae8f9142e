"""Provisions become norms: parties, sentences, lexicons, and the same reading as spaCy components."""

from .parties import document_parties
from .pipeline import extract
from .terms import body_prevails, terms

__all__ = ["body_prevails", "document_parties", "extract", "terms"]
