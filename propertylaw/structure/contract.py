"""Outline of what parties agreed: top-level clauses (第X条, else 一、, else 1., else 1.1) and the lists below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from propertylaw.model import Article, Locator

from .body import paragraphs
from .closing import is_annex
from .headings import Form
from .lines import Line
from .skeleton import Draft

_HEADING = re.compile(r"[^，。；：！？,;:!?]{1,20}$")


def clause_form(lines: Sequence[Line]) -> Form:
    """The form in which the top-level clauses are numbered."""
    counts = Counter(line.mark.form for line in _without_annexes(lines) if line.mark)
    if counts[Form.ARTICLE]:
        return Form.ARTICLE
    if counts[Form.COUNT]:
        return Form.COUNT
    if counts[Form.DECIMAL] and not counts[Form.DIGIT]:
        return Form.BARE_DIGIT if counts[Form.BARE_DIGIT] else Form.DECIMAL
    present = [form for form in (Form.DIGIT, Form.BRACKET_COUNT, Form.BARE_DIGIT) if counts[form]]
    return present[0] if present else Form.ARTICLE


def clause(draft: Draft, whole: Locator, number: int) -> Article:
    """A top-level clause; its locator carries the running number, its label the number as printed.

    Args:
        draft: its lines.
        whole: the contract, or the annex, that it is a clause of.
        number: its running number.
    """
    first = draft.lines[0]
    place = whole.at((number,))
    rest = first.rest(first.body_start)
    heading = rest[0].text.strip("*# \u3000") if _has_heading(draft, rest) else ""
    return Article.trusted(
        {
            "locator": place,
            "label": draft.label,
            "text_span": (first.body_start, draft.lines[-1].end),
            "heading": heading,
            "divisions": draft.divisions,
            "paragraphs": paragraphs([*([] if heading else rest), *draft.lines[1:]], place),
        }
    )


def _has_heading(draft: Draft, rest: Sequence[Line]) -> bool:
    return len(draft.lines) > 1 and bool(rest) and rest[0].mark is None and _HEADING.match(rest[0].text) is not None


def _without_annexes(lines: Sequence[Line]) -> Sequence[Line]:
    numbered = False
    for index, line in enumerate(lines):
        if numbered and is_annex(line):
            return lines[:index]
        numbered = numbered or line.mark is not None
    return lines
