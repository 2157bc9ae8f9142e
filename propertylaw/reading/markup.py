"""HTML within Markdown: tags and entities are read as what they show, and each word keeps its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.model import FileOrigin, Run, Span, Table

from .layout import is_layout


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article blockquote center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section ul table thead tbody tfoot caption colgroup col"
)
_INLINE = _names(
    "a abbr b big bdi bdo cite code del dfn em font i img ins kbd label mark nobr q s samp small span strike strong "
    "sub sup time tt u var wbr"
)
_UNSHOWN = _names("script style template noscript")
_ROW, _CELLS = "tr", ("td", "th")
_NAME = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
_HINT = re.compile(r"<[/A-Za-z]|&[#A-Za-z]")
_WORDS = re.compile(r"\s+|\S+")
_ROOM = re.compile(r"[\s_＿]*")
_BLANK = "____"
"""Stands for an underlined stretch with no words on it."""
_WIDE = "\u2003"


class Unmarked(NamedTuple):
    """A text without tags and entities."""

    text: str
    runs: tuple[Run, ...]
    """Where its words stand in the file; empty if it is the file."""
    tables: tuple[Table, ...]
    """The tables that tags made; those of Markdown are not among them."""


def unmarked(text: str) -> Unmarked:
    """A Markdown text as its reader sees it. Comments stay, and so does what only looks like a tag.

    Args:
        text: the decoded file.
    """
    if not _HINT.search(text):
        return Unmarked(text, (), ())
    page = _Page(text)
    for kind, words, shown in _tokens(text):
        page.take(kind, words, shown)
    return page.read()


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, characters of the file, and what they show: tags and entities as Markdown takes them, and all between."""
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    parser = MarkdownIt("zero", {"html": True}).enable(["html_inline", "entity"])
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {}, tokens)
    for token in tokens:
        written = token.markup if token.type == "text_special" else token.content
        yield token.type, written, token.content


class _Page:
    """Takes in the tokens of a text one by one."""

    def __init__(self, file: str) -> None:
        self._file, self._at = file, 0
        self._line, self._line_start = 1, 0
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._tables: list[Table] = []
        self._underlined: tuple[int, int, int] | None = None
        """Pieces, characters and runs before the underlined words."""
        self._unshown = ""
        self._rows: list[list[Span]] | None = None
        """The cells of the table that is open."""
        self._cell: int | None = None
        """Where the cell that is open begins."""

    def take(self, kind: str, written: str, shown: str) -> None:
        """A tag, an entity or words."""
        if kind == "html_inline":
            self._tag(written)
        elif kind == "text_special":
            self._words(_space(shown), whole=True)
        else:
            self._words(shown)
        self._pass(written)

    def read(self) -> Unmarked:
        """All that was taken in; a file without tags and entities as it was."""
        self._end_table()
        text = "".join(self._parts)
        if text == self._file:
            return Unmarked(text, (), ())
        return Unmarked(text, tuple(self._runs), tuple(self._tables))

    def _pass(self, written: str) -> None:
        self._at += len(written)
        breaks = written.count("\n")
        if breaks:
            self._line += breaks
            self._line_start = self._at - len(written) + written.rfind("\n") + 1

    def _words(self, words: str, whole: bool = False) -> None:
        """Words of the file; one character that stands for an entity has the place of the whole entity."""
        if self._unshown or (self._rows is not None and self._cell is None and not words.strip()):
            return
        if self._rows is None or self._cell is None:
            self._put(words, 0)
            return
        for piece in _WORDS.finditer(words):  # the lines of a cell are one line
            self._put(" " if piece[0].isspace() and not whole else piece[0], piece.start())

    def _put(self, words: str, offset: int) -> None:
        """Words with their origin: `offset` characters behind the place reached."""
        if not words:
            return
        before = self._file[self._at : self._at + offset]
        start = self._at + before.rfind("\n") + 1 if "\n" in before else self._line_start
        place = self._at + offset
        origin = FileOrigin(offset=place, line=self._line + before.count("\n"), column=place - start + 1)
        self._runs.append(Run.trusted({"span": (self._length, self._length + len(words)), "origin": origin}))
        self._add(words)

    def _add(self, words: str) -> None:
        """Words; without origin, where tags stand for them."""
        self._parts.append(words)
        self._length += len(words)

    def _tag(self, written: str) -> None:
        named = _NAME.match(written)
        name, closes = (named[1].lower(), written.startswith("</")) if named else ("", False)
        if self._unshown:
            self._unshown = "" if closes and name == self._unshown else self._unshown
        elif name in _UNSHOWN:
            self._unshown = "" if closes else name
        elif name == "br":
            self._add(" " if self._in_row() else "\n")
        elif name == "u":
            self._underline(closes)
        elif name == "table":
            self._end_table()
            self._break()
            self._rows = None if closes else []
        elif self._rows is not None and (name == _ROW or name in _CELLS):
            self._in_table(name, closes)
        elif name in _BLOCKS and not self._in_row():
            self._break()
        elif name not in _INLINE and name not in _BLOCKS:
            self._put(written, 0)

    def _in_row(self) -> bool:
        """Whether a line break would cut a row of a table in two."""
        return self._rows is not None or self._file[self._line_start : self._at].lstrip().startswith("|")

    def _underline(self, closes: bool) -> None:
        if not closes:
            self._underlined = (len(self._parts), self._length, len(self._runs))
        elif self._underlined is not None:
            parts, length, runs = self._underlined
            self._underlined = None
            if _ROOM.fullmatch("".join(self._parts[parts:])):
                del self._parts[parts:], self._runs[runs:]
                self._length = length
                self._add(_BLANK)

    def _break(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._add("\n")

    def _in_table(self, name: str, closes: bool) -> None:
        self._end_cell()
        if name == _ROW or self._rows is None:
            self._break()
            self._rows = [*(self._rows or []), []]
        elif not closes:
            rows = self._rows or [[]]
            if rows[-1]:
                self._add("\t")
            self._rows, self._cell = rows, self._length

    def _end_cell(self) -> None:
        if self._cell is not None and self._rows:
            self._rows[-1].append((self._cell, self._length))
        self._cell = None

    def _end_table(self) -> None:
        self._end_cell()
        rows = [tuple(row) for row in self._rows or [] if row]
        self._rows = None
        text = "".join(self._parts) if rows else ""
        cells = [[text[slice(*cell)] for cell in row] for row in rows]
        if rows and any(len(row) > 1 for row in rows) and not is_layout(cells):
            self._tables.append(Table(text_span=(rows[0][0][0], rows[-1][-1][1]), rows=tuple(rows)))


def _space(shown: str) -> str:
    """Spaces of all widths as the two that Chinese texts have."""
    return ("　" if shown == _WIDE else " ") if shown.isspace() else shown
