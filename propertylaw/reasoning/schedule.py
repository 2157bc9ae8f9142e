"""Which lines of a schedule fit a case: by what their words name (dwelling, high-rise), by the size of the dwelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest

from propertylaw.model import FactDefinition, FactValue, Locator

from .known import Known

_OTHER_THING = re.compile("储藏|储物|会所|空置|未入住|未装修|地下室|其[他它余]")
"""What has a price of its own beside the dwelling or the shop."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one place of a document states, and what tells it from other lines."""

    known: Known
    words: str = ""
    least_area: Decimal | None = None
    most_area: Decimal | None = None
    by_floor: bool = False
    """Whether it makes a price rise with the floor, by so much for each."""

    @property
    def dated(self) -> bool:
        """Whether it holds from a day, or to one."""
        return bool(self.known.since or self.known.until)

    @property
    def clause(self) -> Locator | None:
        """The article that it stands in."""
        place = next(iter(self.known.stated_at), None)
        return place and place.model_copy(update={"paragraph": None, "item": None, "sub_item": None})

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
    """The lines that name the choice, with those that change its price from a day and name none; where none names it,
    those that name no other.
    """
    found = list(zip(lines, _named_by_each(lines, choices), strict=True))
    naming = [line for line, named in found if value in named]
    if not naming:
        return [line for line, named in found if not named]
    return [line for line, named in found if value in named or (not named and line.dated)]


def _named_by_each(lines: Iterable[Line], choices: Mapping[str, tuple[str, ...]]) -> Iterator[set[str]]:
    """The choices that each line names; a price goes on with those of the price before it in the same clause, unless
    it is that of another thing.
    """
    last: set[str] = set()
    clause: Locator | None = None
    for line in lines:
        own = _choices_in(line.words, choices)
        if line.clause != clause or _OTHER_THING.search(line.words):
            last = set()
        last, clause = own or last, line.clause
        yield last


def _choices_in(words: str, choices: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The choices that words name; a name within a longer one (高层 in 小高层) does not count."""
    found = [(word, choice) for choice, names in choices.items() for word in names if word in words]
    for word, _ in sorted(found, key=lambda one: -len(one[0])):
        rest = words.replace(word, "")
        found = [one for one in found if len(one[0]) >= len(word) or one[0] in rest]
    return {choice for _, choice in found}
