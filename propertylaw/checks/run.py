"""Runs checks over a view and turns what they found into diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from propertylaw.model import Diagnostic, Locator, Severity, Source

from .issue import Issue, issues
from .registry import Check, Hit

ORDER = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2, Severity.INFO: 3}
_LONGEST_QUOTE = 120
_MARKS = re.compile(r"[\s　、.．]+$")


class View(Protocol):
    """What the checks look at: a contract or a regulation."""

    @property
    def source(self) -> Source:
        """The text."""

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place lies in."""

    def label_at(self, position: int) -> str | None:
        """The printed number of the clause that a place lies in."""

    def worded(self, wording: str) -> str:
        """Suggested wording with the names that the text uses."""


def run(view: View, chosen: Iterable[Check]) -> tuple[Diagnostic, ...]:
    """What the checks found, in the order of the text; what the whole lacks comes last."""
    wanted = tuple(chosen)
    found = [one for check in wanted if not check.last_resort for _, one in _diagnostics(view, check)]
    grave = [one for one in found if ORDER[one.severity] <= ORDER[Severity.MEDIUM]]
    more = (pair for check in wanted if check.last_resort for pair in _diagnostics(view, check))
    found += [one for hit, one in more if not any(_said(hit, one, other) for other in grave)]
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or (0, 0), one.code)))


def _said(hit: Hit, one: Diagnostic, other: Diagnostic) -> bool:
    """Whether another finding speaks of the same words, and leaves nothing to add."""
    if one.span is None or other.span is None or one.span[0] >= other.span[1] or other.span[0] >= one.span[1]:
        return False
    return not hit.sure or one.issue == other.issue


def _diagnostics(view: View, check: Check) -> Iterator[tuple[Hit, Diagnostic]]:
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for hit in check.run(view):
        one = _diagnostic(view, check, hit)
        key = (one.issue, str(one.locator) if one.locator else None, one.quote)
        if key not in seen:
            seen.add(key)
            yield hit, one


def _issue(check: Check, name: str | None, known: Issue | None) -> str | None:
    if check.subject != "contract":
        return None
    return known.name_in_results(name or "") if known else name


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
        replacement=view.worded(hit.wording) if hit.wording else None,
        issue=_issue(check, name, known),
        basis=hit.basis or (known.basis if known else ()),
        quote=view.source.text[slice(*hit.span)][:_LONGEST_QUOTE] if hit.span else "",
        clause=_MARKS.sub("", label) if label else None,
    )
