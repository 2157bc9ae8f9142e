"""Findings as one HTML page: a list of them, then the text with the words concerned marked and each finding beside.

Findings are numbered as they stand in the text; the list before it has them in the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from propertylaw.model import Diagnostic, Source, Span
from propertylaw.structure import outline

from .findings_page import SEVERITIES, place, summary
from .suggestions import ANOTHER, rewritten_for_another
from .terminal import cited
from .text_blocks import Block, sections
from .text_marks import legend
from .web_page import web_page

Numbered = tuple[int, Diagnostic]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words to be marked, with the number and the severity of their finding."""

    start: int
    end: int
    number: int
    severity: str

    def begin(self, words: str) -> str:
        """Its first words, with its number."""
        label = f'<sup><a href="#f{self.number}">{self.number}</a></sup>'
        return f'<mark class="{self.severity}" id="t{self.number}">{words}{label}</mark>'

    def go_on(self, words: str) -> str:
        """Further words of it, in another line."""
        return f'<mark class="{self.severity}">{words}</mark>' if words else ""


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
        for row in _rows(source, [(number, one) for number, one in numbered if one.file == file])
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


def _rows(source: Source, findings: Sequence[Numbered]) -> Iterator[str]:
    """The text clause by clause, each with the findings that begin in it."""
    for_another = rewritten_for_another([one for _, one in findings])
    marks = _marks([one for one in findings if one[1].span])
    placed = sorted((one for one in findings if one[1].span), key=_number)
    for section in sections(source, outline(source)):
        start, end = section.span
        own = [(number, one) for number, one in placed if one.span and start <= one.span[0] < end]
        words = "\n".join(_block(source, block, marks) for block in section.blocks)
        notes = [ANOTHER if one in for_another else "" for _, one in own]
        cards = "\n".join(_card(number, one, note) for (number, one), note in zip(own, notes, strict=True))
        yield f'<div class="row"><div class="text">{words}</div><div class="cards">{cards}</div></div>'


def _marks(findings: Sequence[Numbered]) -> list[_Mark]:
    """Where findings are marked; of those that overlap the later one begins where the earlier one ends."""
    marks, position = [], 0
    for number, one in sorted(findings, key=_number):
        start, end = one.span or (0, 0)
        begin = max(start, position)
        marks.append(_Mark(begin, max(end, begin), number, one.severity.value))
        position = max(end, begin)
    return marks


def _block(source: Source, block: Block, marks: Sequence[_Mark]) -> str:
    if block.table is not None:
        rows = ("".join(f"<td>{_marked(source, cell, marks)}</td>" for cell in row) for row in block.table.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    start, end = block.span
    number = max(start, block.number_end)
    before = f"<b>{_marked(source, (start, number), marks)}</b>" if number > start else ""
    tag = "h3" if block.kind == "heading" else "p"
    return f"<{tag}>{before}{_marked(source, (number, end), marks)}</{tag}>"


def _marked(source: Source, within: Span, marks: Sequence[_Mark]) -> str:
    """A part of the text with the marks that lie in it; each is labelled where it begins."""
    pieces, position = [], within[0]
    for mark in marks:
        start, end = max(mark.start, within[0]), min(mark.end, within[1])
        begins = within[0] <= mark.start < within[1]
        if start >= end and not begins:
            continue
        words = _plain(source, (start, end))
        pieces += [_plain(source, (position, start)), mark.begin(words) if begins else mark.go_on(words)]
        position = end
    return "".join([*pieces, _plain(source, (position, within[1]))])


def _plain(source: Source, span: Span) -> str:
    words = source.text[slice(*span)]
    return escape(words.replace("**", "") if source.format == "md" else words)


def _card(number: int, one: Diagnostic, note: str = "") -> str:
    head = f"{number}. [{SEVERITIES[one.severity]}] {place(one)}"
    back = f'<a href="#t{number}">{escape(head)}</a>' if one.span else escape(head)
    lines = [
        f"<h2>{back}</h2>",
        f"<p>{escape(one.message)}</p>",
        f'<p class="law">{escape(cited(one.basis))}</p>' if one.basis else "",
        f"<p>建议：{escape(one.advice)}</p>" if one.advice else "",
        f'<p class="wording">可以这样写：{escape(one.replacement)}</p>' if one.replacement else "",
        f'<p class="kind">{escape(note)}</p>' if note else "",
        f'<p class="kind">{escape(one.code)}</p>',
    ]
    return f'<article class="{one.severity.value}" id="f{number}">{"".join(lines)}</article>'
