"""What stands beside the text of a Word file: comments, footnotes and endnotes, and changes nobody has accepted yet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from propertylaw.model import Annotation

from .assembly import Piece
from .package import WORD

Kind = Literal["comment", "footnote", "endnote", "insertion", "deletion", "move"]

CHANGES: dict[str, Kind] = {
    f"{WORD}ins": "insertion",
    f"{WORD}moveTo": "move",
    f"{WORD}del": "deletion",
    f"{WORD}moveFrom": "move",
}
_NOTES: dict[str, Kind] = {
    f"{WORD}commentReference": "comment",
    f"{WORD}footnoteReference": "footnote",
    f"{WORD}endnoteReference": "endnote",
}
_ENTRIES: dict[Kind, tuple[str, str]] = {
    "comment": ("comments", f"{WORD}comment"),
    "footnote": ("footnotes", f"{WORD}footnote"),
    "endnote": ("endnotes", f"{WORD}endnote"),
}
_ID, _AUTHOR, _DATE = f"{WORD}id", f"{WORD}author", f"{WORD}date"
_PARAGRAPH = f"{WORD}p"
_WORDS = frozenset((f"{WORD}t", f"{WORD}delText", _PARAGRAPH))


class WordNotes:
    """Collects the anchors of notes and changes while the text is read, and makes annotations of them afterwards.

    Args:
        parts: root element of each part of `PARTS` that the file has.
    """

    PARTS = ("comments", "footnotes", "endnotes")
    REFERENCES = frozenset(_NOTES)

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self._entries: dict[tuple[Kind, str], Any] = {}
        for kind, (part, tag) in _ENTRIES.items():
            root = parts.get(part)
            for entry in () if root is None else root.iter(tag):
                if entry.get(f"{WORD}type") in (None, "normal"):
                    self._entries[(kind, entry.get(_ID) or "")] = entry
        self._changes: dict[Any, Any] = {}
        """Of each change the element that holds its words."""

    def anchor(self, element: Any) -> Piece:
        """The place of a reference, or of the beginning or end of a comment's words."""
        name = element.get(_ID) or ""
        if element.tag in _NOTES:
            return Piece("", anchor=(_NOTES[element.tag], name))
        return Piece("", anchor=("begins" if element.tag.endswith("Start") else "ends", name))

    def before(self, changes: Sequence[Any]) -> Iterator[Piece]:
        """Anchors before a run that was inserted, deleted or moved, of the changes that begin with it.

        Args:
            changes: those it stands in, the outermost first.
        """
        for element in reversed(changes):
            if element not in self._changes:
                self._changes[element] = element
                yield Piece("", anchor=("change", element))

    def after(self, change: Any) -> Iterator[Piece]:
        """The anchor at the end of a change; none where it holds no run."""
        if change in self._changes:
            yield Piece("", anchor=("changed", change))

    def gone(self, change: Any, row: Any) -> list[Piece]:
        """Anchors of a row of a table that was deleted."""
        self._changes[change] = row
        return [Piece("", anchor=("change", change)), Piece("", anchor=("changed", change))]

    def annotations(self, anchors: Mapping[Hashable, int]) -> tuple[Annotation, ...]:
        """The notes and changes, in the order of the text.

        Args:
            anchors: where in the text each anchor stands.
        """
        found = [*self._notes(anchors), *self._changed(anchors)]
        return tuple(sorted(found, key=lambda one: one.text_span))

    def _notes(self, anchors: Mapping[Hashable, int]) -> Iterator[Annotation]:
        """Every reference is one, even where the file lost the words of the note."""
        references = [anchor for anchor in anchors if isinstance(anchor, tuple) and anchor[0] in _ENTRIES]
        for kind in _ENTRIES:
            for name in (name for of, name in references if of == kind):
                at = anchors[(kind, name)]
                begins = anchors.get(("begins", name), at) if kind == "comment" else at
                ends = anchors.get(("ends", name), at) if kind == "comment" else at
                span = min(begins, ends), max(begins, ends)
                entry = self._entries.get((kind, name))
                lost = Annotation(kind=kind, text_span=span, words="")
                yield lost if entry is None else _annotation(kind, entry, _words(entry), span)

    def _changed(self, anchors: Mapping[Hashable, int]) -> Iterator[Annotation]:
        for change, holder in self._changes.items():
            begins, ends = anchors.get(("change", change)), anchors.get(("changed", change))
            if begins is None or ends is None:
                continue
            if change.tag == f"{WORD}moveFrom":
                continue  # told once, where the words are now
            yield _annotation(CHANGES[change.tag], change, _words(holder), (begins, max(begins, ends)))


def _annotation(kind: Kind, entry: Any, words: str, span: tuple[int, int]) -> Annotation:
    author, on = entry.get(_AUTHOR) or "", _day(entry)
    return Annotation.trusted({"kind": kind, "text_span": span, "words": words, "author": author, "on": on})


def _words(entry: Any) -> str:
    parts = (part for part in entry.iter() if part.tag in _WORDS)
    return "".join("\n" if part.tag == _PARAGRAPH else part.text or "" for part in parts).strip()


def _day(entry: Any) -> date | None:
    said = entry.get(_DATE)
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None
