"""A sum with its range, the steps that lead to it, and what it supposes."""

from datetime import date
from decimal import Decimal

from .base import Made


class Step(Made):
    """One line of a calculation."""

    says: str
    amount: Decimal | None = None
    ahead: bool = False
    """Whether it tells a day that is still to come and on which the result hangs: it stands beside the result."""


class Supposition(Made):
    """What a sum takes for granted because nobody has stated it; it is asked for."""

    fact: str
    says: str


class Money(Made):
    """A sum with its range and its steps."""

    low: Decimal | None
    """None: how little it may be is left to the court, or hangs on what nobody told."""
    high: Decimal
    usual: Decimal | None = None
    """What courts generally leave of it at most, where the sum is for the court to say."""
    usual_until: date | None = None
    """The day up to which this was reckoned, where later days would add to it; None: all of them are in it."""
    together: bool = False
    """Whether the bounds are those of all who share it, each for a part of his own: no one of them owes so much."""
    unit: str = "CNY"
    steps: tuple[Step, ...] = ()
    untold: tuple[str, ...] = ()
    """The titles of what nobody told, where only that keeps it open how little it may be; empty: the court says."""
    supposing: tuple[Supposition, ...] = ()
    """What would lead to another sum if it were otherwise."""
    wanting: tuple[str, ...] = ()
    """Facts without which a part of it could not be reckoned: that part is not counted in, and comes on top."""
    known_until: date | None = None
    """The last day whose rate is known, where later days are all that is not counted in."""
