"""Findings as one HTML page: the text with the words concerned marked, and what was found beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from propertylaw.model import Diagnostic, Source

from .findings_page import SEVERITIES, place, summary
from .terminal import cited
from .text_marks import legend
from .web_page import web_page


def findings_html(findings: Sequence[Diagnostic], sources: Mapping[str, Source], title: str) -> str:
    """The page, self-contained.

    Args:
        findings: in the order in which they are to be shown.
        sources: the texts by the name of the file that the findings give.
        title: of the page.
    """
    numbered = list(enumerate(findings, 1))
    texts = [
        _marked(source.text, [(n, one) for n, one in numbered if one.file == file]) for file, source in sources.items()
    ]
    parts = {
        "SUMMARY": escape(summary(findings)),
        "FINDINGS": "\n".join(_card(number, one) for number, one in numbered),
        "LEGEND": "".join(f"<p>{escape(line)}</p>" for line in legend()),
        "TEXT": "\n\n".join(texts),
    }
    return web_page("findings", title, parts)


def _marked(text: str, findings: Sequence[tuple[int, Diagnostic]]) -> str:
    """The text with marks; of findings that overlap the later one begins where the earlier one ends."""
    placed = sorted((one.span, number, one.severity.value) for number, one in findings if one.span)
    pieces, position = [], 0
    for (start, end), number, severity in placed:
        begin = max(start, position)
        label = f'<sup><a href="#f{number}">{number}</a></sup>'
        pieces.append(escape(text[position:begin]))
        pieces.append(f'<mark class="{severity}" id="t{number}">{escape(text[begin : max(end, begin)])}{label}</mark>')
        position = max(end, begin)
    return "".join([*pieces, escape(text[position:])])


def _card(number: int, one: Diagnostic) -> str:
    head = f"{number}. [{SEVERITIES[one.severity]}] {place(one)}"
    back = f'<a href="#t{number}">{escape(head)}</a>' if one.span else escape(head)
    lines = [
        f"<h2>{back}</h2>",
        f"<p>{escape(one.message)}</p>",
        f'<p class="law">{escape(cited(one.basis))}</p>' if one.basis else "",
        f"<p>建议：{escape(one.advice)}</p>" if one.advice else "",
        f'<p class="wording">可以这样写：{escape(one.replacement)}</p>' if one.replacement else "",
        f'<p class="kind">{escape(one.code)}</p>',
    ]
    return f'<article class="{one.severity.value}" id="f{number}">{"".join(lines)}</article>'
