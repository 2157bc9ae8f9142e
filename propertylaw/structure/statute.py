"""Outline of a statute or another text of the state: 编, 分编, 章, 节, 条, 款, 项, 目."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Article, Locator

from .body import paragraphs
from .headings import Form
from .lines import Line
from .numerals import parse_numeral
from .skeleton import Draft

_BRANCH = re.compile(r"条之(.+)$")
_HEADING = re.compile(r"[【〔]([^】〕\n]{1,40})[】〕]\s*")


def article_form(lines: Sequence[Line]) -> Form:
    """第X条, or 一、 in a text that has no 第X条."""
    return Form.ARTICLE if any(line.mark and line.mark.form is Form.ARTICLE for line in lines) else Form.COUNT


def article(draft: Draft, instrument: str) -> Article:
    """An article with its paragraphs; its locator carries the number as printed."""
    first = draft.lines[0]
    branch = _BRANCH.search(draft.label)
    place = Locator.trusted(
        {
            "instrument": instrument,
            "version": None,
            "annex": None,
            "article": draft.number,
            "branch": parse_numeral(branch[1]) if branch else None,
            "paragraph": None,
            "item": None,
            "sub_item": None,
            "span": None,
        }
    )
    heading = _HEADING.match(first.text, first.mark.end if first.mark else 0)
    body_start = first.start + heading.end() if heading else first.body_start
    return Article.trusted(
        {
            "locator": place,
            "label": draft.label,
            "text_span": (first.body_start, draft.lines[-1].end),
            "heading": heading[1] if heading else "",
            "divisions": draft.divisions,
            "paragraphs": paragraphs([*first.rest(body_start), *draft.lines[1:]], place),
        }
    )
