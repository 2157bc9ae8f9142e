"""Periods and other measures that can be compared: thirty days, seven working days, three years, a share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from propertylaw.model import Norm, Quantity

from .wording import pattern

NEARLY = Decimal("0.03")
"""Two months and sixty days are the same period."""
_ISO = re.compile(r"P(?P<number>\d+)(?P<unit>BD|D|W|M|Y)|PT(?P<parts>\d+)(?P<part>H|M)")
DAYS = {"BD": Decimal("1.4"), "D": Decimal(1), "W": Decimal(7), "M": Decimal("30.4"), "Y": Decimal(365)}
_PARTS_OF_A_DAY = {"H": 24, "M": 24 * 60}
"""Days of a unit, near enough to say which of two periods is longer; a working day is 7/5 of a day."""
_COMPARABLE = frozenset(["day", "working_day", "month", "year", "hour", "share", "m2"])

Sense = Literal["least", "most", "plain"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A period or another measure, with its words and whether it is a lower or an upper bound."""

    value: Decimal
    unit: str
    """`day` for all periods; else the unit of the quantity."""
    text: str
    sense: Sense = "plain"


def period(norm: Norm) -> Measure | None:
    """The period within which, or (a notice) before whose event, a norm has to be followed."""
    days = days_of(norm.deadline or "")
    if days is None:
        return None
    text = _with_event(norm, norm.deadline_text or norm.deadline or "")
    sense: Sense = "least" if pattern("notice").search(text) or _says_least(norm, text) else "most"
    return Measure(days, "day", text, sense)


def days_of(duration: str) -> Decimal | None:
    """A duration of ISO 8601 in days, near enough to say which of two is longer; None for what is none."""
    found = _ISO.fullmatch(duration)
    if found is None:
        return None
    if found["unit"]:
        return Decimal(found["number"]) * DAYS[found["unit"]]
    return Decimal(found["parts"]) / _PARTS_OF_A_DAY[found["part"]]


def measures(norm: Norm) -> tuple[Measure, ...]:
    """What the act of a norm is measured by, besides its period, in the order of the text."""
    words = _words(norm)
    return tuple(
        Measure(one.value, one.unit, one.text, sense_of(one, norm))
        for one in norm.quantities
        if one.unit in _COMPARABLE and one.text in words and one.text != norm.deadline_text
    )


def _with_event(norm: Norm, text: str) -> str:
    """The period; with 前 where it is reckoned back from an event that the words before it name (在交付前三十日)."""
    before, found, _ = f"{norm.condition or ''}{norm.action}".partition(text)
    back = found and before.endswith("前") and not text.endswith("内")  # within the last days before it: more is easier
    return f"前{text}" if back else text


def _says_least(norm: Norm, text: str) -> bool:
    before, found, _ = norm.action.partition(text)
    return bool(found) and bool(pattern("lasting").search(before))


def sense_of(quantity: Quantity, norm: Norm) -> Sense:
    """Whether the norm asks for at least, at most or just as much."""
    words = _words(norm)
    start = words.find(quantity.text)
    around = words[max(0, start - 5) : start + len(quantity.text) + 2]
    if pattern("at_least").search(around):
        return "least"
    return "most" if pattern("at_most").search(around) else "plain"


def _words(norm: Norm) -> str:
    return f"{norm.action}{norm.condition or ''}"
