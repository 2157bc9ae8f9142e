"""Norms of a text in traditional script or full-width digits keep its own words; they are read in plain ones."""

from __future__ import annotations

from propertylaw.model import Norm

_WORDS = ("action", "condition", "exception", "deadline_text", "bearer_text")


def in_own_script(norm: Norm, plain: str, text: str) -> Norm:
    """The norm with every quotation as the text has it.

    Args:
        norm: as read from the plain text.
        plain: the text in simplified script and half-width digits, character by character.
        text: the text itself.
    """
    start, end = norm.text_span or (0, len(plain))
    words = {name: _original(getattr(norm, name), plain, text, start, end) for name in _WORDS}
    own = {
        "quantities": tuple(one.model_copy(update={"text": text[slice(*one.text_span)]}) for one in norm.quantities),
        "cites": tuple(
            one.model_copy(update={"text": text[slice(*one.text_span)]}) if one.text_span else one for one in norm.cites
        ),
    }
    return norm.model_copy(update=words | own)


def _original(words: str | None, plain: str, text: str, start: int, end: int) -> str | None:
    """The words at the same place of the text: within the norm's own span, else where they first stand."""
    if not words:
        return words
    at = plain.find(words, start, end)
    at = plain.find(words) if at < 0 else at
    return words if at < 0 else text[at : at + len(words)]
