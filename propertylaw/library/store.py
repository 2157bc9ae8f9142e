"""`Library`: the user's own texts in one file; what is reported as stored is stored, whatever happens next."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter
from pydantic_core import from_json

from propertylaw.errors import LibraryBusyError

from .home import library_file
from .texts import Passage, StoredText

if TYPE_CHECKING:
    import sqlite3

    from propertylaw.model import Instrument, Item, Locator, Norm, Outline, Provision, Source, Span

    from .identity import Identity

Outcome = Literal["added", "replaced", "present", "kept"]
"""Stored; stored in place of another text of the same version; was there already; not stored, because a verified text
of the same version is there."""

_COLUMNS = "id, entry, version, first, last, articles, digest, standing, name, origin, added"


@cache
def _norms() -> TypeAdapter[tuple[Norm, ...]]:
    """Made when norms are first kept or asked for: most questions to a library are not about them."""
    from propertylaw.model import Norm

    return TypeAdapter(tuple[Norm, ...])


class Library:
    """The texts that a user has imported.

    Args:
        file: the file of the library; by default that of the user. It is made when the first text comes in.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or library_file()

    def texts(self) -> tuple[StoredText, ...]:
        """All texts, by instrument and version.

        Raises:
            LibraryError: the file cannot be read.
        """
        rows = self._rows(f"SELECT {_COLUMNS} FROM texts ORDER BY instrument, version, first, id")
        return tuple(_stored(row) for row in rows)

    def add(self, source: Source, outline: Outline, identity: Identity, origin: str) -> tuple[Outcome, StoredText]:
        """Store a text, unless it is there already, or a verified text of the same version is and this one is not.

        Raises:
            LibraryError: the file cannot be written.
        """
        new = _row(source, outline, identity, origin)
        from .schema import writing

        with writing(self.file) as connection:
            same = connection.execute(
                "SELECT id, digest, standing FROM texts"
                " WHERE instrument = ? AND version = ? AND first = ? AND last = ?",
                (new["instrument"], new["version"], new["first"], new["last"]),
            ).fetchall()
            for id, digest, standing in same:
                if digest == new["digest"]:
                    return "present", _by_id(connection, id)
                if new["version"] and standing == "verified" and new["standing"] != "verified":
                    return "kept", _by_id(connection, id)
            replaced = [id for id, _, _ in same] if new["version"] else []
            connection.executemany("DELETE FROM texts WHERE id = ?", [(id,) for id in replaced])
            id = _insert(connection, new, outline)
            return "replaced" if replaced else "added", _by_id(connection, id)

    def passage(self, instrument: str, version: str, place: str) -> Passage | None:
        """The words of a provision; of several texts of the version a verified one, then the latest.

        Args:
            instrument: id.
            version: ISO day that names the version; empty for a text that does not tell.
            place: article and below, as locators write them after the instrument: `944/3`.
        """
        rows = self._rows(
            f"""SELECT {_COLUMNS}, substr(texts.text, p.start + 1, p.end - p.start) FROM texts
            JOIN provisions p ON p.text = texts.id
            WHERE instrument = ? AND version = ? AND p.place = ?
            ORDER BY standing = 'verified' DESC, id DESC LIMIT 1""",
            (instrument, version, place),
        )
        return Passage(words=rows[0][-1], text=_stored(rows[0][:-1])) if rows else None

    def words(self, text: StoredText, place: str) -> str | None:
        """The words of a provision in one text, or None."""
        rows = self._rows(
            """SELECT substr(texts.text, p.start + 1, p.end - p.start) FROM texts
            JOIN provisions p ON p.text = texts.id WHERE texts.id = ? AND p.place = ?""",
            (text.id, place),
        )
        return str(rows[0][0]) if rows else None

    def source(self, text: StoredText) -> Source:
        """A text as it was read when it came in.

        Raises:
            LibraryBusyError: another program has just replaced it.
        """
        rows = self._rows("SELECT text, source FROM texts WHERE id = ?", (text.id,))
        if not rows:
            raise LibraryBusyError("资料库刚被另一个程序改动", file=self.file, advice="请再试一次")
        from propertylaw.model import Source

        words, rest = rows[0]
        return Source.model_validate_json(zlib.decompress(rest)).model_copy(update={"text": words})

    def provisions(self, text: StoredText) -> dict[str, Span]:
        """The places of a text, as `944/3`, and where their words stand."""
        rows = self._rows("SELECT place, start, end FROM provisions WHERE text = ?", (text.id,))
        return {place: (start, end) for place, start, end in rows}

    def norms(self, text: StoredText, extractor: str) -> tuple[Norm, ...] | None:
        """The norms that were extracted from a text by this very extractor, or None."""
        rows = self._rows("SELECT norms FROM norms WHERE text = ? AND extractor = ?", (text.id, extractor))
        return _norms().validate_json(zlib.decompress(rows[0][0])) if rows else None

    def keep_norms(self, text: StoredText, extractor: str, norms: tuple[Norm, ...]) -> None:
        """Keep what was extracted from a text."""
        packed = zlib.compress(_norms().dump_json(norms))
        from .schema import writing

        with writing(self.file) as connection:
            if connection.execute("SELECT 1 FROM texts WHERE id = ?", (text.id,)).fetchone():
                connection.execute("REPLACE INTO norms VALUES (?, ?, ?)", (text.id, extractor, packed))

    def is_whole(self) -> bool:
        """Whether SQLite finds the file in order."""
        return self._rows("PRAGMA integrity_check") in ([], [("ok",)])

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """What a query finds; nothing where there is no library yet."""
        if _is_absent(self.file):
            return []  # who has no library starts without SQLite
        from .schema import reading

        with reading(self.file) as connection:
            return connection.execute(query, values).fetchall() if connection else []


def _is_absent(file: Path) -> bool:
    """Whether there surely is no such file; whatever else is wrong with it is told by those who open it."""
    try:
        file.stat()
    except OSError as problem:
        return isinstance(problem, FileNotFoundError)
    return False


def _row(source: Source, outline: Outline, identity: Identity, origin: str) -> dict[str, str | int | bytes]:
    from propertylaw.rulebook.digests import fingerprint

    numbers = [article.number for article in outline.articles]
    rest = source.model_copy(update={"text": "", "path": ""})
    return {
        "instrument": identity.instrument.id,
        "version": str(identity.version.name) if identity.version else "",
        "entry": _entry(identity).model_dump_json(exclude_defaults=True),
        "first": min(numbers, default=0),
        "last": max(numbers, default=0),
        "articles": len(numbers),
        "digest": fingerprint(source, outline).whole or "",
        "standing": identity.standing,
        "name": source.name,
        "origin": origin,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
        "text": source.text,
        "source": zlib.compress(rest.model_dump_json(exclude_defaults=True).encode()),
    }


def _entry(identity: Identity) -> Instrument:
    """The instrument with the one version that the text is: what the catalogue says of others is not repeated."""
    versions = (identity.version,) if identity.version else ()
    return identity.instrument.model_copy(update={"versions": versions})


def _insert(connection: sqlite3.Connection, new: dict[str, str | int | bytes], outline: Outline) -> int:
    names, marks = ", ".join(new), ", ".join("?" * len(new))
    id = connection.execute(f"INSERT INTO texts ({names}) VALUES ({marks})", tuple(new.values())).lastrowid or 0
    connection.executemany(
        "INSERT INTO provisions VALUES (?, ?, ?, ?)",
        [(id, place, *span) for place, span in spans_of(outline).items()],
    )
    return id


def spans_of(outline: Outline) -> dict[str, Span]:
    """The places of a text, as `944/3`, and where their words stand; of a number that occurs twice the first."""
    found: dict[str, Span] = {}
    for one in _provisions(outline):
        found.setdefault(place_of(one.locator), one.text_span)
    return found


def _provisions(outline: Outline) -> Iterator[Provision]:
    attached = (article for annex in outline.annexes for article in annex.articles)
    for article in (*outline.articles, *attached):
        yield article
        for paragraph in article.paragraphs:
            yield paragraph
            for item in paragraph.items:
                yield from _items(item)


def _items(item: Item) -> Iterator[Item]:
    yield item
    for below in item.sub_items:
        yield from _items(below)


def place_of(locator: Locator) -> str:
    """Article and below, as a locator writes them after its instrument."""
    return str(locator).partition("/")[2]


def _by_id(connection: sqlite3.Connection, id: int) -> StoredText:
    return _stored(connection.execute(f"SELECT {_COLUMNS} FROM texts WHERE id = ?", (id,)).fetchone())


def _stored(row: tuple[object, ...]) -> StoredText:
    named = dict(zip(_COLUMNS.split(", "), row, strict=True))
    entry = from_json(str(named.pop("entry")))
    return StoredText.model_validate(named | {"instrument": entry, "version": named["version"] or None})
