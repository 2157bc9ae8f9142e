"""Provisions become norms: parties, sentences, lexicons, and the same reading as spaCy components."""

from .parties import document_parties, unnamed_sides
from .pipeline import extract
from .terms import body_prevails, terms

__all__ = ["body_prevails", "document_parties", "extract", "terms", "unnamed_sides"]
