"""Word files: paragraphs and table rows in document order, one a line, each run with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from propertylaw.errors import EmptyFileError
from propertylaw.model import Diagnostic, Source, WordOrigin

from .assembly import Piece, assemble
from .doubts import NOTES, TRACKED_CHANGES, doubt
from .numbering import Numbering
from .package import WORD, WordPackage
from .symbols import box_of

_PARAGRAPH, _RUN, _TABLE = f"{WORD}p", f"{WORD}r", f"{WORD}tbl"
_TEXT_BOX = f"{WORD}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = {f"{WORD}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_UNREAD = {f"{WORD}{name}" for name in ("del", "moveFrom", "rt")} | {_FALLBACK}
_CHANGES = [f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]
_NOTES = [f"{WORD}footnoteReference", f"{WORD}endnoteReference"]
_PICTURES = [f"{WORD}drawing", f"{WORD}pict"]
_CHARACTERS = {f"{WORD}tab": "\t", f"{WORD}ptab": "\t", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
_CELL_WORDS = re.compile(r"[^\n\t]+|[\n\t]")

Line = list[Piece]


def read_word(data: bytes, path: str, name: str) -> Source:
    """Read a `.docx` file.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.

    Raises:
        EmptyFileError: it holds no text.
        DamagedFileError, EncryptedFileError, WrongFormatError, ReadingError: as `WordPackage` finds it.
    """
    package = WordPackage(data, path)
    root = package.document()
    numbering = Numbering(package.companion("numbering"), package.companion("styles"))
    text, runs = assemble(_Body(root, package.main, numbering).lines())
    if not text:
        raise _no_text(root, path)
    return Source(name=name, path=path, format="docx", text=text, runs=runs, diagnostics=tuple(_doubts(root, path)))


class _Body:
    """The body of a document, as lines."""

    def __init__(self, root: Any, part: str, numbering: Numbering) -> None:
        self._root, self._part, self._numbering = root, part, numbering
        self._position = {paragraph: at for at, paragraph in enumerate(root.iter(_PARAGRAPH))}

    def lines(self) -> Iterator[Line]:
        for body in self._root.findall(f"{WORD}body"):
            yield from self._blocks(body)

    def _blocks(self, container: Any) -> Iterator[Line]:
        for child in container:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        """The paragraph's own words, then those of text boxes anchored in it; a generated contents list is no text."""
        number = self._numbering.before(paragraph)
        if not self._numbering.style_name(paragraph).startswith("toc"):
            yield [Piece(number), *self._words(paragraph)]
        for box in paragraph.iter(_TEXT_BOX):
            if _belongs(box, paragraph):
                yield from self._blocks(box)

    def _words(self, paragraph: Any) -> Iterator[Piece]:
        at = self._position[paragraph]
        for index, run in enumerate(paragraph.iter(_RUN)):
            if _belongs(run, paragraph):
                yield from self._run(run, at, index)

    def _run(self, run: Any, paragraph: int, index: int) -> Iterator[Piece]:
        """The words of a run; a symbol has no origin, since it is no character of the run."""
        offset = 0
        for child in run:
            words = _characters(child)
            if words:
                yield Piece(words, WordOrigin(part=self._part, paragraph=paragraph, run=index, offset=offset))
                offset += len(words)
            elif child.tag == f"{WORD}sym":
                yield Piece(_symbol(child.get(f"{WORD}char") or ""))

    def _table(self, table: Any) -> Iterator[Line]:
        for row in _inside(table, f"{WORD}tr"):
            cells = [list(self._blocks(cell)) for cell in _inside(row, f"{WORD}tc")]
            if len(cells) == 1:
                yield from cells[0]
            elif cells:
                yield _row(cells)


def _row(cells: list[list[Line]]) -> Line:
    """One line: cells divided by a tab, paragraphs within a cell by a space."""
    line: Line = []
    for column, cell in enumerate(cells):
        line.extend([Piece("\t")] if column else [])
        filled = [words for words in cell if any(piece.words.strip() for piece in words)]
        for place, paragraph in enumerate(filled):
            line.extend([Piece(" ")] if place else [])
            line.extend(part for piece in paragraph for part in _on_one_line(piece))
    return line


def _on_one_line(piece: Piece) -> Iterator[Piece]:
    """The piece with spaces for line breaks and tabs, which would read as the ends of rows and cells."""
    for found in _CELL_WORDS.finditer(piece.words):
        if found[0] in "\n\t":
            yield Piece(" ")
        elif isinstance(piece.origin, WordOrigin):
            offset = piece.origin.offset + found.start()
            yield Piece(found[0], piece.origin.model_copy(update={"offset": offset}))
        else:
            yield Piece(found[0])


def _inside(container: Any, tag: str) -> Iterator[Any]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _belongs(element: Any, paragraph: Any) -> bool:
    """Whether an element is part of the paragraph as it reads now: not deleted, not of a text box inside it."""
    for ancestor in element.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag == _PARAGRAPH or ancestor.tag in _UNREAD:
            return False
    return False


def _characters(child: Any) -> str:
    """What `python-docx` counts as the text of a run, so that offsets agree with it."""
    if child.tag == f"{WORD}t":
        return child.text or ""
    if child.tag == f"{WORD}br":
        return "\n" if child.get(f"{WORD}type") in (None, "textWrapping") else ""
    return _CHARACTERS.get(child.tag, "")


def _symbol(code: str) -> str:
    try:
        return box_of(int(code, 16))
    except ValueError:
        return ""


def _doubts(root: Any, path: str) -> Iterator[Diagnostic]:
    if next(root.iter(*_CHANGES), None) is not None:
        yield doubt(TRACKED_CHANGES, "文件里有未处理的修订，按全部接受后的文字读取", file=path)
    if next(root.iter(*_NOTES), None) is not None:
        yield doubt(NOTES, "脚注和尾注没有读入", file=path)


def _no_text(root: Any, path: str) -> EmptyFileError:
    if next(root.iter(*_PICTURES), None) is not None:
        return EmptyFileError("文件里只有图片，没有文字", file=path, advice="请先做文字识别（OCR）")
    return EmptyFileError("文件里没有文字", file=path, advice="请检查是不是选错了文件")
