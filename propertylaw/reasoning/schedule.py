"""Which lines of a schedule fit a case: by what their words name (dwelling, high-rise), by the size of the dwelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest

from propertylaw.model import FactDefinition, FactValue

from .casefile import Known


@dataclass(frozen=True, slots=True)
class Line:
    """What one place of a document states, and what tells it from other lines."""

    known: Known
    words: str = ""
    least_area: Decimal | None = None
    most_area: Decimal | None = None
    by_floor: bool = False
    """Whether it makes a price rise with the floor, by so much for each."""

    def holds_for(self, area: Decimal) -> bool:
        """Whether a dwelling of this size lies within its bounds."""
        return (self.least_area or 0) <= area and (self.most_area is None or area <= self.most_area)


def fitting(
    lines: Sequence[Line], by: Iterable[FactDefinition], values: Callable[[str], FactValue | None]
) -> list[Line]:
    """The lines that fit what is known; where a fact is not known it selects nothing.

    Args:
        lines: of one schedule, or places that state the same thing.
        by: the facts that select a line, the first first.
        values: the established value of a fact.
    """
    left = list(lines)
    for fact in by:
        value = values(fact.id)
        if fact.choices and isinstance(value, str):
            left = _named(left, fact.choices, value)
        elif isinstance(value, Decimal):
            left = [line for line in left if line.holds_for(value)]
    return left


def in_time(lines: Sequence[Line]) -> tuple[Known, ...]:
    """What lines say that hold one after the other, each to the day before the next; empty where they contradict each
    other. A line without a first day holds until the first that has one.
    """
    by_start: dict[date, set[FactValue | None]] = {}
    for line in lines:
        by_start.setdefault(line.known.since or date.min, set()).add(line.known.value)
    if any(len(values) > 1 for values in by_start.values()):
        return ()
    starts = sorted(by_start)
    ends = [following - timedelta(days=1) for following in starts[1:]]
    found = []
    for start, end in zip_longest(starts, ends):
        own = [line.known for line in lines if (line.known.since or date.min) == start]
        last = min((day for day in (end, *(known.until for known in own)) if day), default=None)
        found.append(own[0]._replace(until=last))
    return tuple(found)


def choosing(lines: Sequence[Line], by: Iterable[FactDefinition]) -> Iterator[str]:
    """Ids of the facts that tell the lines apart.

    Args:
        lines: of which none can be chosen yet.
        by: facts that are not known.
    """
    for fact in by:
        apart = {frozenset(_choices_in(line.words, fact.choices)) for line in lines}
        sizes = {(line.least_area, line.most_area) for line in lines}
        if len(apart) > 1 or (fact.type == "number" and len(sizes) > 1):
            yield fact.id


def _named(lines: list[Line], choices: Mapping[str, tuple[str, ...]], value: str) -> list[Line]:
    """The lines that name the choice; where none does, those that name no other."""
    found = [(line, _choices_in(line.words, choices)) for line in lines]
    return [line for line, named in found if value in named] or [line for line, named in found if not named]


def _choices_in(words: str, choices: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The choices that words name; a name within a longer one (高层 in 小高层) does not count."""
    found = [(word, choice) for choice, names in choices.items() for word in names if word in words]
    for word, _ in sorted(found, key=lambda one: -len(one[0])):
        rest = words.replace(word, "")
        found = [one for one in found if len(one[0]) >= len(word) or one[0] in rest]
    return {choice for _, choice in found}
