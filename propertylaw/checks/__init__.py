"""Checks of contracts and regulations: many small ones, each with a code, a page, a severity, a place and advice."""

from propertylaw.extraction.contracts.hit import Hit

from .balance import Weight
from .beside import Beside, local_rules, own_text
from .clause import ClauseInput, read_clauses, review_clause
from .pages import page
from .registry import Check, check, checks
from .regulation import lint
from .review import Review, review
from .settings import Settings
from .sides import Side

__all__ = [
    "Beside",
    "Check",
    "ClauseInput",
    "Hit",
    "Review",
    "Settings",
    "Side",
    "Weight",
    "check",
    "checks",
    "lint",
    "local_rules",
    "own_text",
    "page",
    "read_clauses",
    "review",
    "review_clause",
]
