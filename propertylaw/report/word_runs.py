"""The runs of a Word file cut at given places of its text, so that a comment begins and ends at the very words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from propertylaw.model import Run, Source, Span, WordOrigin

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ONE_CHARACTER = {f"{WORD}tab", f"{WORD}cr", f"{WORD}noBreakHyphen", f"{WORD}ptab"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run after cutting, and which characters of the old run it holds."""

    element: Any
    start: int
    end: int


class Runs:
    """The runs of a document after they were cut at both ends of every span; asking for a span gives whole runs.

    Args:
        root: of the document part.
        source: the text that was read from it.
        spans: where to cut.
    """

    def __init__(self, root: Any, source: Source, spans: Iterable[Span]) -> None:
        self._runs = [run for run in source.runs if isinstance(run.origin, WordOrigin)]
        self._starts = [run.span[0] for run in self._runs]
        self._elements = [list(paragraph.iter(f"{WORD}r")) for paragraph in root.iter(f"{WORD}p")]
        cuts: dict[tuple[int, int], set[int]] = defaultdict(set)
        for span in spans:
            for place, start, end in self._touched(span):
                cuts[place] |= {start, end}
        self._pieces = {place: list(_cut(self._elements[place[0]][place[1]], sorted(at))) for place, at in cuts.items()}

    def of(self, span: Span) -> list[Any]:
        """The runs that hold the words of a span, in the order of the text."""
        return [
            piece.element
            for place, start, end in self._touched(span)
            for piece in self._pieces.get(place, ())
            if piece.start < end and piece.end > start
        ]

    def first(self) -> list[Any]:
        """The first run of the text; empty where it has none."""
        for run in self._runs:
            place = _place(run)
            pieces = self._pieces.get(place)
            return [pieces[0].element] if pieces else [self._elements[place[0]][place[1]]]
        return []

    def _touched(self, span: Span) -> Iterator[tuple[tuple[int, int], int, int]]:
        """Of each run that a span touches: its place, and the characters of it."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        for run in self._runs[first:]:
            if run.span[0] >= span[1]:
                return
            start, end = max(run.span[0], span[0]), min(run.span[1], span[1])
            if start < end and isinstance(run.origin, WordOrigin):
                base = run.origin.offset - run.span[0]
                yield _place(run), start + base, end + base


def _place(run: Run) -> tuple[int, int]:
    origin = run.origin
    return (origin.paragraph, origin.run) if isinstance(origin, WordOrigin) else (0, 0)


def _cut(run: Any, cuts: list[int]) -> Iterator[_Piece]:
    """The run cut at the given characters; each piece keeps its properties. The old element is the first piece."""
    characters = [piece for child in list(run) if child.tag != f"{WORD}rPr" for piece in _atoms(child)]
    length = sum(size for _, size in characters)
    bounds = sorted({0, *(at for at in cuts if 0 < at < length), length})
    style = run.find(f"{WORD}rPr")
    for child in list(run):
        if child is not style:
            run.remove(child)
    previous, position = run, 0
    for start, end in pairwise(bounds):
        element = run if start == 0 else _like(run, style)
        while characters and (position < end or characters[0][1] == 0):
            atom, size = characters.pop(0)
            _append(element, atom)
            position += size
        if element is not run:
            previous.addnext(element)
            previous = element
        yield _Piece(element, start, end)
    for atom, _ in characters:
        previous.append(atom)


def _atoms(child: Any) -> Iterator[tuple[Any, int]]:
    """The parts of a run that are not cut further, with the number of characters each is counted as."""
    if child.tag == f"{WORD}t":
        for char in child.text or "":
            one = child.makeelement(child.tag, {_SPACE: "preserve"})
            one.text = char
            yield one, 1
    elif child.tag == f"{WORD}br":
        yield child, int(child.get(f"{WORD}type") in (None, "textWrapping"))
    else:
        yield child, int(child.tag in _ONE_CHARACTER)


def _append(run: Any, atom: Any) -> None:
    """Add a part; characters that follow each other become one text element."""
    last = run[-1] if len(run) else None
    if last is not None and last.tag == atom.tag == f"{WORD}t":
        last.text = (last.text or "") + (atom.text or "")
    else:
        run.append(atom)


def _like(run: Any, style: Any) -> Any:
    new = run.makeelement(run.tag, dict(run.attrib))
    if style is not None:
        new.append(deepcopy(style))
    return new
