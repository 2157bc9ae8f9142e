"""What may take the place of words in which an issue was found, in the contract's own names and with what may stay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.stops import between_stops
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Span

from .left_behind import left_behind
from .own_names import own_names
from .wordings import SLOT, Wording

if TYPE_CHECKING:
    from propertylaw.extraction.contracts.sentence import Clause

    from .view import Contract

_STOPS = "。！？；\n"
_TABLE = "|"
_NUMBER = re.compile(
    r"(?:\*{0,2}第[一二三四五六七八九十百\d]+条\*{0,2}|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
    r"|\d+(?:[.．]\d+)+(?=[\s　])|\d+[.．、](?!\d))?[\s　]*"
)
STRUCK = "〔本项删去，编号保留〕"
"""Takes the place of an unlawful item of a list of rights or duties."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that take the place of others, in the document."""

    unit: Span
    """The sentence, or its part up to a semicolon, that they stand in."""
    span: Span
    """The words that go."""
    text: str
    left_behind: str = ""
    """A term that goes with them, while the rest of the clause still speaks of it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The words that a wording takes the place of, in the document."""

    start: int
    end: int
    kept: Mapping[str, str]


def reworded(contract: Contract, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
    """The first wording that takes the place of words of a hit; None where none does."""
    clause = contract.clause_at(hit[0])
    for wording in wordings if clause else ():
        if clause and (not wording.kinds or contract.kind.id in wording.kinds):
            place = _place(contract, clause, wording, hit)
            if place is not None:
                return _whole(contract, clause, wording, place)
    return None


def _place(contract: Contract, clause: Clause, wording: Wording, hit: Span) -> _Place | None:
    offset, text = clause.start, contract.source.text
    for match in pattern(wording.where).finditer(clause.masked):
        start, end = match.start() + offset, match.end() + offset
        if not (start < hit[1] and hit[0] < end) or _TABLE in text[start:end]:
            continue
        if any(pattern(one).search(match[0]) for one in wording.unless):
            continue
        bare = _without_number(text, start)
        groups = {name: match.span(name) for name in match.re.groupindex}
        kept = {
            name: text[max(first + offset, bare) : max(last + offset, bare)] for name, (first, last) in groups.items()
        }
        return _Place(*((bare, end) if groups else _own_part(text, (bare, end), hit)), kept)
    return None


def _own_part(text: str, place: Span, hit: Span) -> Span:
    """Of a place the part between semicolons that the hit stands in: what other parts say stays."""
    first, last = between_stops(text, *hit, _STOPS)
    return max(place[0], first), min(place[1], last)


def _without_number(text: str, start: int) -> int:
    """Where the words begin behind the number of a clause or an item, which stays."""
    begins = start == 0 or text[start - 1] in f"{_STOPS}：:　 "
    number = _NUMBER.match(text, start) if begins else None
    return number.end() if number else start


def _whole(contract: Contract, clause: Clause, wording: Wording, place: _Place) -> Rewording | None:
    """The wording in its place; of an item of a list, which is no sentence, only an unlawful whole can go."""
    start, end = unit = _unit(contract.source.text, place)
    span = (place.start, place.end)
    lead = next((one.lead for one in clause.sentences if one.span[0] <= place.start < one.span[1]), "")
    if not lead or wording.in_lists:
        text = _filled(wording.text, {**own_names(contract), **place.kept})
        return Rewording(unit, span, text, left_behind(contract, clause, unit, span, text))
    whole = start == place.start and end - place.end <= 1
    return Rewording(unit, span, STRUCK) if whole and pattern("{list_of_rights_or_duties}").search(lead) else None


def _unit(text: str, place: _Place) -> Span:
    """From stop to stop around a place, without the number before it, with the stop behind."""
    start, end = between_stops(text, place.start, place.end, _STOPS)
    return _without_number(text, start), end + (text[end : end + 1] not in ("", "\n"))


def model_clause(contract: Contract, issue: str) -> str | None:
    """A clause for what the whole contract lacks; None where there is none."""
    clause = contract_data("model_clauses", dict[str, str]).get(issue)
    return _filled(clause, own_names(contract)) if clause else None


def _filled(wording: str, words: Mapping[str, str]) -> str:
    return SLOT.sub(lambda slot: words[slot[1]], wording)
