"""Word files: paragraphs and table rows in document order, one a line, each run with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from propertylaw.errors import EmptyFileError
from propertylaw.model import Diagnostic, Source, WordOrigin

from .assembly import Cells, Piece, assemble, cell_of
from .doubts import HIDDEN_TEXT, NOTES, TRACKED_CHANGES, doubt
from .layout import is_label, is_layout
from .numbering import Numbering
from .package import WORD, WordPackage
from .word_notes import CHANGES, WordNotes
from .word_runs import characters, field_codes, shown, symbol
from .word_styles import WordStyles, first, style_of
from .word_walk import CONTROL, PARAGRAPH, RANGES, RUN, Walk, is_unfilled

_TABLE = f"{WORD}tbl"
_WRAPPERS = {f"{WORD}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_PICTURES = [f"{WORD}drawing", f"{WORD}pict"]
_BLANK = "____"
"""Stands for a control of a form that nobody has filled in: Word shows an invitation to do so there."""
_CELL_WORDS = re.compile(r"[^\n\t]+|[\n\t]")
_QUOTED = 20

Line = list[Piece]


def read_word(data: bytes, path: str, name: str) -> Source:
    """Read a `.docx` file: changes as accepted, hidden words left out; both are told, as are notes and comments.

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
    notes = WordNotes({role: package.companion(role) for role in WordNotes.PARTS})
    styles = WordStyles(package.companion("styles"))
    body = _Body(root, package.main, styles, Numbering(package.companion("numbering"), styles), notes)
    assembly = assemble(body.lines())
    if not assembly.text:
        raise _no_text(root, path)
    tables = tuple(assembly.table(cells) for cells in body.tables if any(cells))
    annotations = notes.annotations(assembly.anchors)
    doubts = tuple(_doubts(annotations, body.hidden, path))
    return Source(
        name=name,
        path=path,
        format="docx",
        text=assembly.text,
        runs=assembly.runs,
        tables=tables,
        annotations=annotations,
        diagnostics=doubts,
    )


class _Body:
    """The body of a document, as lines."""

    def __init__(self, root: Any, part: str, styles: WordStyles, numbering: Numbering, notes: WordNotes) -> None:
        self._root, self._part, self._styles, self._numbering, self._notes = root, part, styles, numbering, notes
        self._position = {paragraph: at for at, paragraph in enumerate(root.iter(PARAGRAPH))}
        self.tables: list[Cells] = []
        """Of each table of data the rows, each the anchors of its cells."""
        self.hidden: list[str] = []
        """Words that are formatted as hidden."""

    def lines(self) -> Iterator[Line]:
        for body in self._root.findall(f"{WORD}body"):
            yield from _merged(self._blocks(body))

    def _blocks(self, container: Any) -> Iterator[Line]:
        for child in container:
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag in RANGES:
                yield [self._notes.anchor(child)]
            elif child.tag == CONTROL and is_unfilled(child):
                yield [Piece(_BLANK)]
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        """The paragraph's own words, then those of text boxes anchored in it; a generated contents list is no text."""
        properties, walk = first(paragraph, f"{WORD}pPr"), Walk(paragraph)
        style = style_of(properties)
        words = list(self._words(walk, style))
        ends = not _mark_is_deleted(properties)
        # A paragraph that was deleted whole is not counted either.
        number = self._numbering.before(properties, style) if ends or _text(words).strip() else ""
        if not self._styles.name(style).startswith("toc"):
            yield [Piece(number), *words, *([] if ends else [Piece("", anchor=_GOES_ON)])]
        for box in walk.boxes:
            yield from self._blocks(box)

    def _words(self, walk: Walk, style: str) -> Iterator[Piece]:
        at, codes, unfilled = self._position[walk.paragraph], field_codes(walk.paragraph), None
        for element in walk:
            if element.tag in CHANGES:
                yield from self._notes.after(element)
            elif element.tag != RUN:
                yield self._notes.anchor(element)
            else:
                yield from self._notes.before(walk.changes)
                if walk.control is not None:
                    yield from [Piece(_BLANK)] if walk.control is not unfilled else []
                elif walk.run not in codes and walk.is_read:
                    yield from self._run(element, style, at, walk.run)
                unfilled = walk.control

    def _run(self, run: Any, style: str, paragraph: int, index: int) -> Iterator[Piece]:
        """The words of a run; a symbol or a box to tick has no origin, since it is no character of the run."""
        properties, offset = first(run, f"{WORD}rPr"), 0
        if self._styles.hides(properties, style):
            self.hidden.append("".join(map(characters, run)))
            return
        for child in run:
            words = characters(child)
            if words:
                origin = WordOrigin.trusted(
                    {"kind": "word", "part": self._part, "paragraph": paragraph, "run": index, "offset": offset}
                )
                yield Piece(shown(words, properties), origin)
                offset += len(words)
            elif child.tag in WordNotes.REFERENCES:
                yield self._notes.anchor(child)
            else:
                yield Piece(symbol(child))

    def _table(self, table: Any) -> Iterator[Line]:
        """The rows that are left when all changes are accepted; those that go are told."""
        kept = []
        for row in _inside(table, f"{WORD}tr"):
            deletion = row.find(f"{WORD}trPr/{WORD}del")
            if deletion is None:
                kept.append(row)
            else:
                yield self._notes.gone(deletion, row)
        rows = [[(cell, list(_merged(self._blocks(cell)))) for cell in _inside(row, f"{WORD}tc")] for row in kept]
        words = [["\n".join(map(_text, lines)) for _, lines in row] for row in rows]
        if is_layout(words) or all(len(row) < 2 for row in rows):
            for cells in rows:
                yield from _as_paragraphs([lines for _, lines in cells])
            return
        found: list[list[Hashable]] = []
        for cells in (row for row in rows if row):
            yield _row(cells)
            found.append([("cell", cell) for cell, _ in cells if not _goes_on(cell)])
        self.tables.append(found)


_GOES_ON = object()
"""Stands at the end of a paragraph whose mark was deleted: the next one goes on with it."""


def _merged(lines: Iterator[Line]) -> Iterator[Line]:
    pending: Line = []
    for line in lines:
        pending += (piece for piece in line if piece.anchor is not _GOES_ON)
        if not any(piece.anchor is _GOES_ON for piece in line):
            yield pending
            pending = []
    if pending:
        yield pending


def _row(cells: list[tuple[Any, list[Line]]]) -> Line:
    """One line: cells divided by a tab, paragraphs within a cell by a space."""
    line: Line = []
    for column, (cell, lines) in enumerate(cells):
        line.extend([Piece("\t")] if column else [])
        inside: Line = []
        has_words = False
        for paragraph in lines:
            is_blank = not _text(paragraph).strip()
            inside.extend([Piece(" ")] if has_words and not is_blank else [])
            inside.extend(part for piece in paragraph for part in _on_one_line(piece) if not is_blank or part.anchor)
            has_words = has_words or not is_blank
        line.extend(cell_of(inside, ("cell", cell)))
    return line


def _as_paragraphs(cells: list[list[Line]]) -> Iterator[Line]:
    """Cell after cell; a cell that only numbers the next one stands before its words."""
    label: Line = []
    for lines in cells:
        filled = [line for line in lines if _text(line).strip() or any(piece.anchor for piece in line)]
        if not label and len(filled) == 1 and is_label(_text(filled[0])):
            label = [*filled[0], Piece(" ")]
            continue
        for line in filled:
            yield [*label, *line]
            label = []
    if label:
        yield label


def _text(line: Line) -> str:
    return "".join(piece.words for piece in line)


def _on_one_line(piece: Piece) -> Iterator[Piece]:
    """The piece with spaces for line breaks and tabs, which would read as the ends of rows and cells."""
    if piece.anchor is not None:
        yield piece
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


def _goes_on(cell: Any) -> bool:
    """Whether a cell only continues the one above it."""
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    return merge is not None and merge.get(f"{WORD}val") != "restart"


def _mark_is_deleted(properties: Any | None) -> bool:
    return first(first(properties, f"{WORD}rPr"), f"{WORD}del") is not None


def _doubts(annotations: Sequence[Any], hidden: list[str], path: str) -> Iterator[Diagnostic]:
    changes = [one for one in annotations if one.kind in CHANGES.values()]
    notes = [one for one in annotations if one.kind not in CHANGES.values()]
    if changes:
        words = f"文件里有 {len(changes)} 处未处理的修订，按全部接受后的文字读取"
        yield doubt(TRACKED_CHANGES, words, span=changes[0].text_span, advice="请核对修订是否已经各方同意", file=path)
    if notes:
        words = f"文件里有 {len(notes)} 处批注、脚注或尾注，不作为正文读取"
        yield doubt(NOTES, words, span=notes[0].text_span, advice="请查看批注和脚注是否改变约定", file=path)
    unseen = "".join(hidden).strip()
    if unseen:
        shown = unseen if len(unseen) <= _QUOTED else f"{unseen[:_QUOTED]}…"
        words = f"文件里有隐藏的文字（{len(unseen)} 字），没有读入：“{shown}”"
        yield doubt(HIDDEN_TEXT, words, advice="请在 Word 里显示隐藏文字后核对", file=path)


def _no_text(root: Any, path: str) -> EmptyFileError:
    if next(root.iter(*_PICTURES), None) is not None:
        return EmptyFileError("文件里只有图片，没有文字", file=path, advice="请把图片另存后识别，或先做文字识别（OCR）")
    return EmptyFileError("文件里没有文字", file=path, advice="请检查是不是选错了文件")
