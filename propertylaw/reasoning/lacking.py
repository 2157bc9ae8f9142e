"""What is missing for a sum, in words."""

from __future__ import annotations

from propertylaw.model import FactUse


def lacking_in_words(use: FactUse) -> str:
    """What is missing, behind 还缺: a figure by its name, a sentence as a question."""
    return f"“{use.title}”是不是这样" if use.yes_no else use.title
