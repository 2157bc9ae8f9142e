"""Makes the index of the search, and keeps it beside the library until texts, rules or this program change.

Where it cannot be kept, it lives in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from propertylaw.model import Claim, Defence, Element, Norm, Respondent
from propertylaw.rulebook import Rules
from propertylaw.rulebook.everyday import Situation, everyday, everyday_files

from .search_index import Index, article_of
from .search_tokens import Tokenizer
from .store import Library
from .texts import StoredText

FILE = "search.db"
_COMMON = 0.15
"""A token that stands in a greater share of the articles is not looked for in them: it costs time and tells nothing."""
_MOST_BASES = 8
"""How many provisions a claim answers with: those it rests on first."""
_MODULES = ("search_build.py", "search_tokens.py")
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE situations (id INTEGER PRIMARY KEY, title TEXT, answers TEXT, meanings TEXT, unclaimed TEXT, claims TEXT);
CREATE TABLE articles (id INTEGER PRIMARY KEY, text INTEGER, instrument TEXT, place TEXT);
CREATE VIRTUAL TABLE situation_words USING fts5 (words, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', tokenize = 'ascii');
"""
_Row = tuple[int, str, str, str]
"""An article to be indexed: text (0 for the words of norms), instrument, place, words."""


def open_index(library: Library, texts: Iterable[StoredText], rules: Rules) -> Index:
    """The index of a library and of curated rules: as it was kept, or made now.

    Args:
        library: the user's library.
        texts: what is in it.
        rules: the curated law.
    """
    texts, norms = tuple(texts), tuple(rules.norms.values())
    claims = tuple(map(_of_claim, rules.claims.values()))
    key = _key(texts, norms, claims)
    file = library.file.with_name(FILE)
    kept = _kept(file, key)
    if kept is not None:
        return Index(kept)
    made = sqlite3.connect(":memory:", check_same_thread=False)
    rows = (*_of_norms(norms), *(row for text in texts for row in _of_text(library, text)))
    _fill(made, key, (*everyday().situations, *claims), rows)
    if texts:
        _keep(made, file)
    return Index(made)


def _of_claim(claim: Claim) -> Situation:
    """A claim as a situation: what its elements and defences speak of, answered by what they rest on."""
    parts = tuple(_parts(claim))
    based = dict.fromkeys([*claim.basis, *(at for part in parts for at in part.basis)])
    return Situation(
        id=claim.id,
        title=claim.title,
        asked=tuple(part.says for part in parts),
        answers=tuple(at for at in based if at.article)[:_MOST_BASES],
        claims=(claim.id,),
    )


def _parts(claim: Claim) -> Iterator[Element | Defence]:
    whole: tuple[Claim | Respondent, ...] = (claim, *claim.respondents)
    for one in whole:
        yield from one.elements
        yield from one.defences


def _key(texts: tuple[StoredText, ...], norms: tuple[Norm, ...], claims: tuple[Situation, ...]) -> str:
    """Tells whether a kept index still fits."""
    seen = hashlib.sha256(_program().encode())
    for text in texts:
        seen.update(f"{text.id} {text.instrument.id} {text.digest}\n".encode())
    for norm in norms:
        seen.update(f"{norm.id} {_own_words(norm)}\n".encode())
    for claim in claims:
        seen.update(claim.model_dump_json().encode())
    return seen.hexdigest()


@cache
def _program() -> str:
    """A fingerprint of the lexicon and of the modules that make the index."""
    here = Path(__file__).parent
    seen = hashlib.sha256()
    for file in (*everyday_files(), *(here / name for name in _MODULES)):
        seen.update(file.name.encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()


def _kept(file: Path, key: str) -> sqlite3.Connection | None:
    if not file.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        if connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone() == (key,):
            return connection
        connection.close()
    except sqlite3.Error:
        # Whatever is wrong with it, the index is only a copy: it is made anew.
        return None
    return None


def _keep(made: sqlite3.Connection, file: Path) -> None:
    """Write the index beside the library, whole or not at all; a library that may only be read does without."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{FILE}.")
        os.close(handle)
        try:
            written = sqlite3.connect(name)
            made.backup(written)
            written.close()
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, sqlite3.Error):
        return


def _fill(connection: sqlite3.Connection, key: str, situations: Iterable[Situation], rows: Iterable[_Row]) -> None:
    vocabulary = everyday().vocabulary
    tokenizer = Tokenizer(vocabulary)
    connection.executescript(_TABLES)
    _fill_situations(connection, situations, tokenizer)
    count = 0
    for count, (text, instrument, place, words) in enumerate(rows, 1):
        tokens = " ".join(tokenizer.written(words))
        connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (count, text, instrument, place))
        connection.execute("INSERT INTO article_words (rowid, words) VALUES (?, ?)", (count, tokens))
    meta = {
        "key": key,
        "vocabulary": vocabulary.model_dump_json(),
        "common": json.dumps(_common(connection, count), ensure_ascii=False),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.commit()


def _fill_situations(connection: sqlite3.Connection, situations: Iterable[Situation], tokenizer: Tokenizer) -> None:
    for id, situation in enumerate(situations, 1):
        spoken = (situation.title, *situation.asked)
        tokens = " ".join(token for words in spoken for token in tokenizer.spoken(words))
        meanings = {token for words in spoken for token in tokenizer.meanings(words)}
        answers = json.dumps([str(at) for at in situation.answers], ensure_ascii=False)
        claims = " ".join(situation.claims)
        row = (id, situation.title, answers, " ".join(sorted(meanings)), situation.unclaimed, claims)
        connection.execute("INSERT INTO situations VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO situation_words (rowid, words) VALUES (?, ?)", (id, tokens))


def _of_norms(norms: Iterable[Norm]) -> Iterator[_Row]:
    """The articles of curated norms, each with the words of its norms."""
    words: dict[tuple[str, str], list[str]] = {}
    for norm in norms:
        if norm.locator.article:
            words.setdefault((norm.locator.instrument, article_of(str(norm.locator))), []).append(_own_words(norm))
    return ((0, *at, "；".join(said)) for at, said in words.items())


def _of_text(library: Library, text: StoredText) -> Iterator[_Row]:
    source = library.source(text)
    for place, (start, end) in library.provisions(text).items():
        if place == article_of(f"/{place}"):
            yield text.id, text.instrument.id, place, source.text[start:end]


def _own_words(norm: Norm) -> str:
    return "，".join(filter(None, (norm.condition, norm.action, norm.exception)))


def _common(connection: sqlite3.Connection, articles: int) -> list[str]:
    """The tokens that stand in too many articles."""
    connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, article_words, row)")
    rows = connection.execute("SELECT term FROM temp.seen WHERE doc > ? ORDER BY term", (_COMMON * articles,))
    return [term for (term,) in rows]
