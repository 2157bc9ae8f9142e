"""What two people set off against each other."""

from .base import Made
from .locator import Locator
from .money import Money


class SetOffPart(Made):
    """What a set-off takes off one claim."""

    claim: str
    title: str
    claimant: str
    """Participant id."""
    respondent: str
    """Participant id."""
    off: Money
    """What is taken off; from nothing on while it is open whether anything is."""


class SetOffFinding(Made):
    """A set-off between two people, and the claims both ways that it touches, or may touch."""

    by: str | None = None
    """Participant id of who set off; None where the form does not say."""
    parts: tuple[SetOffPart, ...]
    basis: tuple[Locator, ...]
    order: str = ""
    """Which of several debts was set off first, where the form does not say how much of each, and why."""
