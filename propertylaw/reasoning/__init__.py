"""Facts and norms become an answer: who is liable, why, what is open, what to ask next."""

from .answer import analyze
from .form import read_form

__all__ = ["analyze", "read_form"]
