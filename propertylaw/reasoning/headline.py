"""The headline of a claim: one table, from how its ground comes out and what of the sum that is asked for it brings.

Nobody is given more than he asks for (民事诉讼法 211 (11)); who asks for more than he can get succeeds in part, and who
gets all that he asks for succeeds, though he might have asked for more. A claim that stood and was set off did not fail
(民法典 568 I, 557 I 2). What is disputed and not proved is refused
(民诉法解释 90 II); that it may still be proved is told beside the headline, of every headline alike.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from propertylaw.model import Money, RemedyFinding, Result

from .asked import orders_alone_sure, to_be_proved
from .program import FAILS, SUCCEEDS


class Ground(StrEnum):
    """How a claim comes out before anybody looks at sums."""

    WHOLE = "whole"
    """It stands, and nothing reduces it."""
    REDUCED = "reduced"
    """It stands, and a defence reduces it."""
    SURE = "sure"
    """It stands; whether a defence reduces it is open."""
    OPEN = "open"
    """It may fail."""
    EARLY = "early"
    IN_VAIN = "vain"
    """It fails or is premature; which of them is open."""
    FAILS = "fails"


class Brings(StrEnum):
    """What of the sum that is asked for a claim that stands brings."""

    UNMEASURED = "unmeasured"
    """No sum is asked for."""
    ALL = "all"
    LESS = "less"
    PERHAPS_LESS = "perhaps less"
    """As much as is asked for, or less: that is open, or for the court to say."""
    PERHAPS_NOTHING = "perhaps nothing"
    """Some of it, or nothing: that hangs on how much defences take off, or on figures known between bounds."""
    ORDERS_ALONE = "orders alone"
    """The orders beside it; whether any of the sum is had is open."""
    SOME_UNPROVED = "some unproved"
    """Some of it; the rest is disputed and not proved."""
    UNPROVED = "unproved"
    """Nothing: all of it is disputed and not proved."""
    NOTHING = "nothing"
    """It comes to naught: all was paid, or was taken off."""
    SET_OFF = "set off"
    """It came to something, and all of that was set off."""
    PERHAPS_SET_OFF = "perhaps set off"
    """It came to something; whether all of that was set off is open."""
    UNTOLD = "untold"
    """What it comes to cannot be reckoned, because nobody told the figures."""


class Headline(NamedTuple):
    """The result, and whether something is granted however the rest comes out."""

    result: Result
    at_least_partly: bool = False
    fails_either_way: bool = False

    @property
    def early(self) -> bool:
        """Whether it may succeed later: something has to be done or to come before."""
        return self.fails_either_way or self.result is Result.PREMATURE


_ALL, _PART, _PAID, _NOT = (
    Headline(one) for one in (Result.SUPPORTED, Result.PARTLY_SUPPORTED, Result.SET_OFF, Result.NOT_SUPPORTED)
)
_MORE_OR_LESS = Headline(Result.SUPPORTED, at_least_partly=True)
_SURE_IN_PART = Headline(Result.DEPENDS, at_least_partly=True)
_OPEN = Headline(Result.DEPENDS)
IN_VAIN = Headline(Result.DEPENDS, fails_either_way=True)
"""Of a claim that brings nothing however it comes out."""

HEADLINES: dict[Ground, dict[Brings, Headline]] = {
    Ground.WHOLE: {
        Brings.UNMEASURED: _ALL,
        Brings.ALL: _ALL,
        Brings.LESS: _PART,
        Brings.PERHAPS_LESS: _MORE_OR_LESS,
        Brings.PERHAPS_NOTHING: _OPEN,
        Brings.ORDERS_ALONE: _SURE_IN_PART,
        Brings.SOME_UNPROVED: _PART,
        Brings.UNPROVED: _NOT,
        Brings.NOTHING: _NOT,
        Brings.SET_OFF: _PAID,
        Brings.PERHAPS_SET_OFF: _SURE_IN_PART,
        Brings.UNTOLD: _ALL,
    },
    Ground.REDUCED: {
        Brings.UNMEASURED: _PART,
        Brings.ALL: _ALL,
        Brings.LESS: _PART,
        Brings.PERHAPS_LESS: _PART,
        Brings.PERHAPS_NOTHING: _OPEN,
        Brings.ORDERS_ALONE: _SURE_IN_PART,
        Brings.SOME_UNPROVED: _PART,
        Brings.UNPROVED: _NOT,
        Brings.NOTHING: _NOT,
        Brings.SET_OFF: _PAID,
        Brings.PERHAPS_SET_OFF: _SURE_IN_PART,
        Brings.UNTOLD: _PART,
    },
    Ground.SURE: {
        Brings.UNMEASURED: _SURE_IN_PART,
        Brings.ALL: _ALL,
        Brings.LESS: _SURE_IN_PART,
        Brings.PERHAPS_LESS: _SURE_IN_PART,
        Brings.PERHAPS_NOTHING: _OPEN,
        Brings.ORDERS_ALONE: _SURE_IN_PART,
        Brings.SOME_UNPROVED: _SURE_IN_PART,
        Brings.UNPROVED: _NOT,
        Brings.NOTHING: _NOT,
        Brings.SET_OFF: _PAID,
        Brings.PERHAPS_SET_OFF: _SURE_IN_PART,
        Brings.UNTOLD: _SURE_IN_PART,
    },
    Ground.OPEN: dict.fromkeys(Brings, _OPEN),
    Ground.EARLY: dict.fromkeys(Brings, Headline(Result.PREMATURE)),
    Ground.IN_VAIN: dict.fromkeys(Brings, IN_VAIN),
    Ground.FAILS: dict.fromkeys(Brings, _NOT),
}
"""What a headline says, for every ground and everything it may bring."""

_GROUNDS = {
    frozenset({Result.SUPPORTED}): Ground.WHOLE,
    frozenset({Result.PARTLY_SUPPORTED}): Ground.REDUCED,
    SUCCEEDS: Ground.SURE,
    FAILS: Ground.IN_VAIN,
    frozenset({Result.PREMATURE}): Ground.EARLY,
    frozenset({Result.NOT_SUPPORTED}): Ground.FAILS,
}


def ground_of(possible: frozenset[Result]) -> Ground:
    """How a claim comes out by the results that remain possible; all others leave it open."""
    return _GROUNDS.get(possible, Ground.OPEN)


def brings(asked: Decimal | None, amount: Money | None, remedies: Collection[RemedyFinding]) -> Brings:
    """What of the sum that is asked for a claim that stands brings.

    Args:
        asked: the sum, in yuan; None where the form names none.
        amount: what can be reckoned of it, added up; None where nothing can.
        remedies: each with its sum, or with what is missing.
    """
    lacking = [one for one in remedies if one.missing]
    if amount is not None and amount.low == 0 and all(one.money is not None for one in remedies):
        return _naught(amount, remedies)
    if asked is None:
        return Brings.UNMEASURED
    if amount is not None and amount.low is not None and amount.low >= asked:
        return Brings.ALL
    if orders_alone_sure(remedies):
        return Brings.ORDERS_ALONE
    if any(map(to_be_proved, lacking)):
        return Brings.SOME_UNPROVED if len(lacking) < len(remedies) else Brings.UNPROVED
    if lacking:
        return Brings.UNTOLD if amount is None else Brings.PERHAPS_LESS
    if any(one.unreckoned for one in remedies):
        return Brings.PERHAPS_LESS
    if amount is None:
        return Brings.UNMEASURED
    return Brings.LESS if amount.high < asked else Brings.PERHAPS_LESS


def _naught(amount: Money, remedies: Collection[RemedyFinding]) -> Brings:
    """What a claim brings of which nothing may be left: all of it set off is no claim that fails (民法典 568 I)."""
    before = [one.before_set_off or one.money for one in remedies]
    if any(one is not None and one.low for one in before):
        return Brings.PERHAPS_SET_OFF if amount.high else Brings.SET_OFF
    owed = any(one is not None and one.high for one in before)
    return Brings.PERHAPS_NOTHING if owed else Brings.NOTHING
