"""Which lines of a schedule fit a case: by what their words name (dwelling, high-rise), by the size of the dwelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from propertylaw.model import FactDefinition, FactValue

from .casefile import Known


@dataclass(frozen=True, slots=True)
class Line:
    """What one place of a document states, and what tells it from other lines."""

    known: Known
    words: str = ""
    least_area: Decimal | None = None
    most_area: Decimal | None = None

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
