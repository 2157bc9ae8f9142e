"""Findings as one HTML page: a list of them, then the text with the words concerned marked and each finding beside.

Findings are numbered as they stand in the text; the list before it has them in the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from propertylaw.model import Diagnostic, Source, Span

from .findings_page import SEVERITIES, place, summary
from .terminal import cited
from .text_marks import legend
from .web_page import web_page

Numbered = tuple[int, Diagnostic]


def findings_html(findings: Sequence[Diagnostic], sources: Mapping[str, Source], title: str, order: str = "") -> str:
    """The page, self-contained.

    Args:
        findings: in the order in which they are to be listed.
        sources: the texts by the name of the file that the findings give.
        title: of the page.
        order: what is said of the order of the list.
    """
    numbered = _numbered(findings, list(sources))
    rows = (
        row
        for file, source in sources.items()
        for row in _rows(source.text, [(number, one) for number, one in numbered if one.file == file])
    )
    parts = {
        "SUMMARY": escape(summary(findings)),
        "ORDER": f"<p>{escape(order)}</p>" if order else "",
        "LIST": "\n".join(_listed(number, one) for number, one in numbered),
        "ROWS": "\n".join(rows),
        "WHOLE": "\n".join(_card(number, one) for number, one in sorted(numbered, key=_number) if one.span is None),
        "LEGEND": "".join(f"<p>{escape(line)}</p>" for line in legend()),
    }
    return web_page("findings", title, parts)


def _numbered(findings: Sequence[Diagnostic], files: Sequence[str]) -> list[Numbered]:
    """The findings as they come, each with its number; what a whole text lacks is numbered last."""
    placed = sorted(
        range(len(findings)),
        key=lambda at: (findings[at].span is None, files.index(findings[at].file), findings[at].span or (0, 0)),
    )
    numbers = {at: number for number, at in enumerate(placed, 1)}
    return [(numbers[at], one) for at, one in enumerate(findings)]


def _number(numbered: Numbered) -> int:
    return numbered[0]


def _listed(number: int, one: Diagnostic) -> str:
    said = f"[{SEVERITIES[one.severity]}] {place(one)}：{one.message}"
    return f'<li class="{one.severity.value}" value="{number}"><a href="#f{number}">{escape(said)}</a></li>'


def _rows(text: str, findings: Sequence[Numbered]) -> Iterator[str]:
    """The text in pieces of whole lines, each with the findings that begin in it."""
    placed = sorted((one for one in findings if one[1].span), key=_number)
    done = 0
    for start, end in _lines(text, [one.span for _, one in placed if one.span]):
        yield from _row(escape(text[done:start]), "")
        own = [(number, one) for number, one in placed if one.span and start <= one.span[0] < end]
        yield from _row(_marked(text, (start, end), own), "\n".join(_card(*each) for each in own))
        done = end
    yield from _row(escape(text[done:]), "")


def _lines(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines that spans lie in; those of spans that share a line are one piece."""
    pieces: list[Span] = []
    for start, end in spans:
        begin, after = text.rfind("\n", 0, start) + 1, text.find("\n", max(end - 1, start))
        finish = len(text) if after < 0 else after + 1
        if pieces and begin < pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(finish, pieces[-1][1]))
        else:
            pieces.append((begin, finish))
    return pieces


def _row(marked: str, cards: str) -> Iterator[str]:
    words = marked.strip("\n")
    if words.strip():
        yield f'<div class="row"><div class="text">{words}</div><div class="cards">{cards}</div></div>'


def _marked(text: str, within: Span, findings: Sequence[Numbered]) -> str:
    """A part of the text with marks; of findings that overlap the later one begins where the earlier one ends."""
    pieces, position = [], within[0]
    for number, one in findings:
        start, end = one.span or within
        begin = max(start, position)
        label = f'<sup><a href="#f{number}">{number}</a></sup>'
        pieces.append(escape(text[position:begin]))
        words = escape(text[begin : max(end, begin)])
        pieces.append(f'<mark class="{one.severity.value}" id="t{number}">{words}{label}</mark>')
        position = max(end, begin)
    return "".join([*pieces, escape(text[position : within[1]])])


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
