"""Runs checks over a view and turns what they found into diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.issue import Issue, issues
from propertylaw.extraction.contracts.stops import meet
from propertylaw.model import Diagnostic, Locator, Severity, Source, Span

from .printed_place import bare_label
from .ranks import ORDER
from .registry import Check
from .rewording import Rewording
from .rewritten import rewritten
from .wordings import Wording, wordings

_LONGEST_QUOTE = 120
_SENTENCE_ENDS = re.compile(r"[。！？\n]")


class View(Protocol):
    """What the checks look at: a contract or a regulation."""

    @property
    def source(self) -> Source:
        """The text."""

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place lies in."""

    def label_at(self, position: int) -> str | None:
        """The printed number of the clause that a place lies in."""

    def place_at(self, position: int) -> str:
        """Where a place is by the numbers that the text prints, as people say it."""

    def model_clause(self, issue: str) -> str | None:
        """A clause for what the whole text lacks."""

    def reworded(self, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
        """The words that may take the place of others around a hit, where one of the wordings is for them."""


def run(view: View, chosen: Iterable[Check]) -> tuple[Diagnostic, ...]:
    """What the checks found, in the order of the text; what the whole lacks comes last."""
    wanted = tuple(chosen)
    first = [one for check in wanted if not check.last_resort for one in _diagnostics(view, check)]
    found = _covering(view.source, [one for one in first if not _told_better(view, one, first)])
    grave = [one.told for one in found if ORDER[one.told.severity] <= ORDER[Severity.MEDIUM]]
    more = (one for check in wanted if check.last_resort for one in _diagnostics(view, check))
    found += [one for one in more if not any(_said(one, other) for other in grave)]
    with_wording = rewritten(view.source.text, [(one.told, _rewording(view, one)) for one in found])
    return tuple(sorted(with_wording, key=lambda one: (one.span is None, one.span or (0, 0), one.code)))


@dataclass(frozen=True, slots=True)
class _Found:
    check: Check
    hit: Hit
    told: Diagnostic
    name: str
    """The issue by its own name, whatever results call it."""


def _told_better(view: View, one: _Found, others: Iterable[_Found]) -> bool:
    """Whether another check tells the fault of this sentence more exactly, and no more lightly."""
    known = issues().get(one.name)
    return known is not None and any(
        other.name in known.told_by
        and ORDER[other.told.severity] <= ORDER[one.told.severity]
        and _in_one_sentence(view.source, one.told, other.told)
        for other in others
    )


def _covering(source: Source, found: Sequence[_Found]) -> list[_Found]:
    """One finding for words that have several issues, where one of them covers the others; it names them."""
    mains = [(at, one) for at, one in enumerate(found) if (known := issues().get(one.name)) and known.covers]
    covered: dict[int, list[_Found]] = {}
    for one in found if mains else ():
        main = next((at for at, other in mains if other is not one and _covers(source, other, one)), None)
        if main is not None:
            covered.setdefault(main, []).append(one)
    gone = {id(one) for some in covered.values() for one in some}
    return [_with(one, covered.get(at, [])) for at, one in enumerate(found) if id(one) not in gone]


def _covers(source: Source, one: _Found, other: _Found) -> bool:
    known = issues().get(one.name)
    if known is None or other.name not in known.covers or ORDER[one.told.severity] > ORDER[other.told.severity]:
        return False
    in_a_row = one.told.locator is None and _in_one_sentence(source, one.told, other.told)
    return in_a_row or _meet(one.told, other.told)


def _with(one: _Found, covered: Sequence[_Found]) -> _Found:
    """A finding that names the issues that it covers."""
    names = tuple(dict.fromkeys(name for each in covered if (name := each.told.issue) and name != one.told.issue))
    if not names:
        return one
    titles = "、".join(dict.fromkeys(issues()[each.name].issue for each in covered))
    message = f"{one.told.message}；同一处还涉及：{titles}"
    return replace(one, told=one.told.model_copy(update={"also": names, "message": message}))


def _in_one_sentence(source: Source, one: Diagnostic, other: Diagnostic) -> bool:
    if one.span is None or other.span is None:
        return False
    first, second = sorted([one.span, other.span])
    return not _SENTENCE_ENDS.search(source.text, first[0], second[0])


def _said(one: _Found, other: Diagnostic) -> bool:
    """Whether another finding names the issue of this clause, or speaks of the same words and leaves nothing to add."""
    here, there = one.told.locator, other.locator
    if here and there and (here.annex, here.article) == (there.annex, there.article) and one.told.issue == other.issue:
        return True
    return not one.hit.sure and _meet(one.told, other)


def _meet(one: Diagnostic, other: Diagnostic) -> bool:
    return one.span is not None and other.span is not None and meet(one.span, other.span)


def _diagnostics(view: View, check: Check) -> Iterator[_Found]:
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for hit in check.run(view):
        one = _diagnostic(view, check, hit)
        key = (one.issue, str(one.locator) if one.locator else None, one.quote)
        if key not in seen:
            seen.add(key)
            yield _Found(check, hit, one, hit.issue or check.slug)


def _issue(check: Check, name: str | None, known: Issue | None) -> str | None:
    if check.subject != "contract":
        return None
    return known.name_in_results(name or "") if known else name


def _rewording(view: View, one: _Found) -> Rewording | None:
    """The wording for its words; those that read as lawful, or are only like an issue, do not get just any."""
    if one.hit.span is None or one.hit.doubted:
        return None
    known = wordings().get(one.name, ())
    return view.reworded([each for each in known if each.telling or not one.check.last_resort], one.hit.span)


def _diagnostic(view: View, check: Check, hit: Hit) -> Diagnostic:
    name = hit.issue or check.slug
    known = issues().get(name or "")
    message = hit.message or (known.message if known else check.message)
    label = view.label_at(hit.span[0]) if hit.span else None
    return Diagnostic(
        code=check.code,
        severity=hit.severity or (known.severity if known else check.severity),
        message=f"{message}（{hit.says}）" if hit.says else message,
        locator=view.locator_at(hit.span[0]) if hit.span else None,
        file=view.source.path or view.source.name,
        span=hit.span,
        related=hit.related,
        advice=hit.advice or (known.advice if known else ""),
        issue=_issue(check, name, known),
        basis=hit.basis or (known.basis if known else ()),
        quote=view.source.text[slice(*hit.span)][:_LONGEST_QUOTE] if hit.span else "",
        clause=bare_label(label) if label else None,
        replacement=None if hit.span else view.model_clause(name),
        place=view.place_at(hit.span[0]) if hit.span else "",
    )
