"""How sentences read with the suggested wording; where several findings concern one, the gravest lends its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from propertylaw.extraction.contracts.stops import meet
from propertylaw.model import Diagnostic, Span

from .ranks import ORDER
from .rewording import Rewording

Found = tuple[Diagnostic, Rewording | None]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that gets wording, and the words of it that go."""

    unit: Span
    edits: tuple[Rewording, ...]


def rewritten(text: str, found: Sequence[Found]) -> tuple[Diagnostic, ...]:
    """The findings, those that lend their wording with the sentence as it may read; the others have no wording."""
    lent = _lent(found)
    sentences = list(_sentences(lent))
    return tuple(_told(text, one, edit, sentences) if edit in lent else one for one, edit in found)


def _lent(found: Sequence[Found]) -> list[Rewording]:
    """The wording of the graver finding where two are for the same words; then the one that settles more."""
    offered = sorted(((one, edit) for one, edit in found if edit), key=lambda pair: _rank(pair[0], pair[1], found))
    lent: list[Rewording] = []
    for _, edit in offered:
        if not any(meet(edit.span, other.span) for other in lent):
            lent.append(edit)
    return sorted(lent, key=lambda edit: edit.span)


def _rank(one: Diagnostic, edit: Rewording, found: Sequence[Found]) -> tuple[int, int, int]:
    """Less is better: graver, taking the words of more other findings away, replacing fewer words."""
    start, end = edit.span
    others = (other.span for other, _ in found if other is not one and other.span)
    settled = sum(start <= span[0] and span[1] <= end for span in others)
    return ORDER[one.severity], -settled, end - start


def _sentences(lent: Sequence[Rewording]) -> Iterator[_Sentence]:
    unit, edits = (0, 0), tuple[Rewording, ...]()
    for edit in lent:
        if edits and meet(unit, edit.unit):
            unit, edits = (min(unit[0], edit.unit[0]), max(unit[1], edit.unit[1])), (*edits, edit)
            continue
        if edits:
            yield _Sentence(unit, edits)
        unit, edits = edit.unit, (edit,)
    if edits:
        yield _Sentence(unit, edits)


def _told(text: str, one: Diagnostic, edit: Rewording | None, sentences: Sequence[_Sentence]) -> Diagnostic:
    sentence = next(each for each in sentences if edit in each.edits)
    pieces, position = [], sentence.unit[0]
    for change in sentence.edits:
        pieces += [text[position : change.span[0]], change.text]
        position = change.span[1]
    whole = "".join([*pieces, text[position : sentence.unit[1]]])
    told: dict[str, object] = {"replacement": whole, "replaces": sentence.unit}
    if edit and edit.left_behind:
        told["advice"] = f"{one.advice}；同一条别处还写到“{edit.left_behind}”，核对是否随之修改"
    return one.model_copy(update=told)
