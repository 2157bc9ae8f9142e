"""Annexes read as clauses: the rows of their tables, and the notes around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from propertylaw.model import Annex, Article, Locator, Outline, Span, Table

from .sentence import Clause, PutIn, Sentence
from .tables import Row, row_of, sentences
from .words import pattern

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？\n]+")
_RULE = re.compile(r"[\s|:：\-—]*")
_LONGEST_LEAD_IN = 80


class Sheets:
    """The tables and annexes of a contract.

    Args:
        text: of the contract.
        masked: the same with its parties as tokens.
        outline: its structure.
    """

    def __init__(self, text: str, masked: str, outline: Outline) -> None:
        self._text, self._masked, self._outline = text, masked, outline

    def rows(self, referring: Mapping[int, str]) -> Iterator[Clause]:
        """The rows of all tables, each as the sentences that can be read from it.

        Args:
            referring: by the number of an annex the masked sentences that refer to it: they limit what its rows say.
        """
        for placed in self._outline.tables:
            annex = self._annex_at(placed.table.text_span[0])
            beside = referring.get(annex.number, "") if annex else ""
            yield from self._table(annex, placed.locator, placed.table, beside)

    def facts(self) -> Iterator[tuple[Row, ...]]:
        """Of each table its rows as what they say of a thing."""
        for placed in self._outline.tables:
            head, *rows = placed.table.rows or ((),)
            annex = self._annex_at(placed.table.text_span[0])
            heads = [self._text[slice(*cell)] for cell in head]
            before: Sequence[str] = ()
            found = []
            for row in filter(None, rows):
                before = self._carried(self._text, before, row)
                found.append(row_of(heads, before, row, annex.number if annex else None))
            yield tuple(found)

    def notes(self, referring: Mapping[int, str]) -> Iterator[Clause]:
        """What stands in annexes in no numbered clause and no table, one clause for each annex."""
        for annex in self._outline.annexes:
            spans = list(self._loose(annex))
            if not spans:
                continue
            title = self._title(annex)
            known = PutIn(f"连同{annex.label}的标题", title, of_table=True)
            heading = self._masked_title(annex)
            found: list[Sentence] = []
            for span in spans:
                words = self._masked[slice(*span)]
                beside = referring.get(annex.number, "")
                found.append(Sentence(span, words, "", beside=beside))
                if heading:
                    found.append(Sentence(span, f"{heading}：{words}", "", beside=beside, put_in=(known,)))
            words = "\n".join([heading, *(self._masked[slice(*span)] for span in spans)])
            article = Article(locator=annex.locator, label=annex.label, text_span=(title[1], annex.text_span[1]))
            yield Clause(article, self._text[slice(*article.text_span)], words, tuple(found), ())

    def _table(self, annex: Annex | None, at: Locator | None, table: Table, beside: str) -> Iterator[Clause]:
        head, *rows = table.rows or ((),)
        heads = tuple(self._masked[slice(*cell)] for cell in head)
        above = [self._masked_title(annex) if annex else "", self._above(annex, table)]
        says = f"连同{annex.label}的标题和表头" if annex else "连同表头"
        lead = "，".join(filter(None, [*above, *heads]))
        known = (PutIn(says, (head[0][0], head[-1][1]), of_table=True),) if head else ()
        stands = Sentence((0, 0), "", lead, beside=beside, put_in=known)
        before: Sequence[str] = ()
        for row in filter(None, rows):
            before = self._carried(self._masked, before, row)
            span = (row[0][0], row[-1][1])
            made = [replace(stands, span=span, masked=one) for one in sentences(stands.lead, heads, before)]
            # A table in a clause is read with it, line by line.
            plain = [replace(stands, span=span, masked=self._steps(row), put_in=())] if annex else []
            locator = annex.locator if annex else at or Locator(instrument=self._outline.instrument)
            article = Article(locator=locator, label=annex.label if annex else "", text_span=span)
            yield Clause(article, self._text[slice(*span)], self._steps(row), (*plain, *made), ())

    def _steps(self, row: Sequence[Span]) -> str:
        """A row as it stands, its cells as steps of a sentence."""
        words = self._masked[slice(*row[0])]
        for last, cell in pairwise(row):
            words += "，" * (cell[0] - last[1]) + self._masked[slice(*cell)]
        return words

    def _carried(self, text: str, before: Sequence[str], row: Sequence[Span]) -> list[str]:
        """The words of a row; a first cell left empty under a filled one goes on with it."""
        cells = [text[slice(*cell)] for cell in row]
        if before and not cells[0].strip():
            cells[0] = before[0]
        return cells

    def _above(self, annex: Annex | None, table: Table) -> str:
        """The line that leads in a table."""
        start = annex.text_span[0] if annex else max(0, table.text_span[0] - 2 * _LONGEST_LEAD_IN)
        lines = [one for one in _LINE.finditer(self._masked, start, table.text_span[0]) if not _RULE.fullmatch(one[0])]
        if not lines or (annex and lines[-1].start() == annex.text_span[0]):
            return ""
        return lines[-1][0].strip()[-_LONGEST_LEAD_IN:]

    def _loose(self, annex: Annex) -> Iterator[Span]:
        taken = [one.table.text_span for one in self._outline.tables]
        taken += [article.text_span for article in annex.articles]
        taken.append(self._title(annex))
        for found in _SENTENCE.finditer(self._masked, *annex.text_span):
            start, end = found.span()
            if pattern("{signature_line}").search(found[0]) or not found[0].strip():
                continue
            if not any(a < end and start < b for a, b in taken):
                yield start, end

    def _title(self, annex: Annex) -> Span:
        start = annex.text_span[0]
        end = self._text.find("\n", start)
        return start, end if end >= 0 else annex.text_span[1]

    def _masked_title(self, annex: Annex) -> str:
        start, end = self._title(annex)
        at = self._text.find(annex.heading, start, end) if annex.heading else -1
        return self._masked[at : at + len(annex.heading)] if at >= 0 else ""

    def _annex_at(self, position: int) -> Annex | None:
        return next((one for one in self._outline.annexes if one.text_span[0] <= position < one.text_span[1]), None)
