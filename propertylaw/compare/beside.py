"""Figures that changed beside the same words of a contract where no norm tells of them: 每日保洁一次 → 每周保洁一次."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from propertylaw.graph import pattern
from propertylaw.model import PartyId

from .clauses import Clause, Figure
from .comparison import Effect
from .concerned import presumed_effects
from .figures import Told
from .rules import change_words, words
from .sides import Sides

_SAME_WORDS = 70
"""How like two clauses are, their figures apart, that are one with other figures."""
_AROUND = 8
"""Characters in front of a figure that say what it is."""


def effects_beside(before: Sequence[Clause], after: Sequence[Clause], sides: Sides) -> tuple[Effect, ...]:
    """What figures that changed mean for the sides of a contract.

    Args:
        before: clauses of the earlier version that no norm tells of.
        after: the same of the later version.
        sides: of the contract.
    """
    if not sides.between:
        return ()
    found = [effect for old, new in _paired(before, after) for effect in _effects(old, new, sides)]
    return tuple(dict.fromkeys(found))


def _paired(before: Sequence[Clause], after: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Clauses in the same words, in their order."""
    matcher = SequenceMatcher(None, [one.masked for one in before], [one.masked for one in after], False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(before[a:b], after[c:d], strict=True)
        elif tag == "replace":
            yield from _likest(list(before[a:b]), after[c:d])


def _likest(left: list[Clause], come: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    for new in come:
        old = max(left, key=lambda one: fuzz.ratio(one.masked, new.masked), default=None)
        if old is not None and fuzz.ratio(old.masked, new.masked) >= _SAME_WORDS:
            left.remove(old)
            yield old, new


def _effects(old: Clause, new: Clause, sides: Sides) -> Iterator[Effect]:
    if [one.kind for one in old.figures] != [one.kind for one in new.figures]:
        return
    for own, other in zip(old.figures, new.figures, strict=True):
        if own.value != other.value:
            bearer = _bearer(other, new, sides)
            rule = _rule(other, new, up=other.value > own.value) if bearer else "figure"
            yield from presumed_effects(Told(rule, own.text, other.text), bearer, sides)


def _bearer(figure: Figure, clause: Clause, sides: Sides) -> tuple[PartyId, ...]:
    """Who answers for the clause: the provider for his price, else by what it is about; nobody where it is open."""
    if figure.kind.startswith("CNY/"):
        return (change_words().sides[0][0],)
    return sides.presumed(clause.text, clause.sentence)


def _rule(figure: Figure, clause: Clause, *, up: bool) -> str:
    lead = clause.text[: figure.span[0]][-_AROUND:]
    fees = words("owes_fees").search(clause.text) or words("late").search(clause.text)
    match figure.kind:
        case "rate" | "times":
            return "pays_rhythm" if fees else "more_often" if up else "less_often"
        case "due_day" | "date":
            return "more_time" if up else "less_time"
        case "time":
            return _of_time(figure, lead, up=up)
        case "1/day" | "CNY" | "share" if fees or words("pays").search(clause.text):
            return "pays_more" if up else "pays_less"
        case "share" if words("reaches").search(lead) or pattern("at_least").search(lead):
            return "asks_more" if up else "asks_less"
        case kind if kind.startswith("CNY/"):
            common = words("common_income").search(clause.sentence)
            return "price_of_common" if common else "price_up" if up else "price_down"
    return "figure"


def _of_time(figure: Figure, lead: str, *, up: bool) -> str:
    if figure.text.startswith("提前"):
        return "longer_notice" if up else "shorter_notice"
    if pattern("lasting").search(lead):
        return "longer_least" if up else "shorter_least"
    return ("more_time" if up else "less_time") if figure.text.endswith(("内", "前")) else "figure"
