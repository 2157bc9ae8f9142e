"""Checks of contracts and regulations: many small ones, each with a code, a page, a severity, a place and advice."""

from .clause import ClauseInput, review_clause
from .registry import Check, Hit, check, checks
from .run import run_on_contract

__all__ = ["Check", "ClauseInput", "Hit", "check", "checks", "review_clause", "run_on_contract"]
