"""Whether the words of a cited provision are at hand, as they stood on a day."""

from typing import Literal

from .base import Made
from .locator import Locator

TextState = Literal["at_hand", "not_at_hand", "no_such_provision", "not_yet", "ended", "unknown"]
"""Of a provision on a day: its words are in the user's library; they are not; the version in force has no such
provision; the instrument does not apply yet; no longer; nobody knows the instrument."""


class CitedText(Made):
    """A citation and what is known of its text."""

    locator: Locator
    """As cited."""
    state: TextState
    says: str
    """The same in one Chinese line, with the version in force or what applied instead."""
