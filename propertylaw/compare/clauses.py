"""The clauses of a contract with the figures in them: how often, by when, how long, how much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from propertylaw.extraction.deadlines import periods
from propertylaw.extraction.figures import NUMBER, number
from propertylaw.extraction.quantities import quantities_in
from propertylaw.graph import days_of
from propertylaw.model import Span

from .rates import rates

_SENTENCE = re.compile("[^。\n]+")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_FIGURE = "□"
_TIMES = frozenset(["hour", "day", "working_day", "month", "year"])
"""Units of what `periods` reads with the words around it."""
_DATE = re.compile(
    rf"(?P<month>{NUMBER})月(?:(?P<day>{NUMBER})[日号]|(?P<third>[上中下])旬|(?P<end>[底末]))(?:[之以]?前)?"
)
_THIRDS = {"上": 10, "中": 20, "下": 31}
_LAST = 31


class Figure(NamedTuple):
    """A figure in a clause."""

    kind: str
    """`rate`, `times`, `time`, `date`, or the unit of a quantity."""
    value: Decimal
    text: str
    span: Span


class Clause(NamedTuple):
    """Words between two stops, and the sentence they stand in."""

    text: str
    sentence: str
    figures: tuple[Figure, ...]

    @property
    def masked(self) -> str:
        """The words without their figures."""
        words, end = "", 0
        for one in self.figures:
            words += self.text[end : one.span[0]] + _FIGURE
            end = one.span[1]
        return words + self.text[end:]


def clauses(text: str, told: Sequence[bool] = ()) -> tuple[Clause, ...]:
    """The clauses of a paragraph or sentence of which no norm tells.

    Args:
        text: its words.
        told: for each sign whether a norm tells of it; none does where it is empty.
    """
    return tuple(
        Clause(match[0].strip(), sentence[0], figures(match[0].strip()))
        for sentence in _SENTENCE.finditer(text)
        for match in _CLAUSE.finditer(text, *sentence.span())
        if match[0].strip() and not any(told[slice(*match.span())])
    )


def figures(clause: str) -> tuple[Figure, ...]:
    """The figures of a clause in reading order; of two that overlap the longer one."""
    found: list[Figure] = []
    for one in sorted(_all(clause), key=lambda one: (one.span[0] - one.span[1], one.span)):
        if not _overlaps(one, found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def _overlaps(one: Figure, others: Iterable[Figure]) -> bool:
    return any(one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in others)


def _all(clause: str) -> Iterator[Figure]:
    for rate in rates(clause):
        yield Figure("rate" if rate.per else "times", rate.often, rate.text, rate.span)
    for quantity in quantities_in(clause, (0, len(clause))):
        if quantity.unit not in _TIMES:
            yield Figure(quantity.unit, quantity.value, quantity.text, quantity.text_span)
    for period in periods(clause, 0, len(clause)):
        days = None if period.recurring else days_of(period.duration)
        if days is not None:
            yield Figure("time", days, clause[slice(*period.span)], period.span)
    for match in _DATE.finditer(clause):
        day = _day(match)
        if day is not None:
            yield Figure("date", day, match[0], match.span())


def _day(match: re.Match[str]) -> Decimal | None:
    """The day of the year, near enough to say which of two comes first."""
    month = number(match["month"])
    if match["third"]:
        day: Decimal | None = Decimal(_THIRDS[match["third"]])
    else:
        day = Decimal(_LAST) if match["end"] else number(match["day"])
    return month * _LAST + day if month and day else None
