"""The index of the search: SQLite's FTS5 over everyday situations, the imported texts and the words of curated norms.

It is kept beside the library and made anew when texts, rules or this program change; where it cannot be kept, it lives
in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from propertylaw.model import Norm
from propertylaw.rulebook.everyday import Everyday, Vocabulary, everyday, everyday_files

from .search_tokens import Tokenizer
from .store import Library
from .texts import StoredText

FILE = "search.db"
_COMMON = 0.15
"""A token that stands in a greater share of the articles is not looked for in them: it costs time and tells nothing."""
_TELLING = 0.2
"""A group of words that stands in a greater share of the situations (物业) explains nothing."""
_MODULES = ("search_index.py", "search_tokens.py")
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE situations (id INTEGER PRIMARY KEY, title TEXT, answers TEXT, meanings TEXT);
CREATE TABLE articles (id INTEGER PRIMARY KEY, text INTEGER, instrument TEXT, place TEXT);
CREATE VIRTUAL TABLE situation_words USING fts5 (words, content = '', tokenize = 'ascii');
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', tokenize = 'ascii');
"""


class Index:
    """An open index.

    Args:
        connection: to the file, or to the memory that holds it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        meta = dict(connection.execute("SELECT name, value FROM meta"))
        self.tokenizer = Tokenizer(Vocabulary.model_validate_json(meta["vocabulary"]))
        self._common = frozenset(json.loads(meta["common"]))
        spoken = [row[0].split() for row in connection.execute("SELECT meanings FROM situations")]
        counted = Counter(token for tokens in spoken for token in tokens)
        self._telling = {token for token, count in counted.items() if count <= _TELLING * len(spoken)}

    def situations(self, question: str, most: int) -> list[tuple[int, float]]:
        """The situations whose words are nearest to those of a question, with their scores."""
        tokens = _situation_tokens(self.tokenizer, question)
        return self._ranked(
            "SELECT rowid, -bm25(situation_words) AS score FROM situation_words WHERE situation_words MATCH ?"
            " ORDER BY score DESC, rowid LIMIT ?",
            (_any(tokens), most),
        )

    def situation(self, id: int) -> tuple[str, list[str], frozenset[str]]:
        """Title, answers in short form, and the groups of words that stand in it and are telling."""
        row = self._connection.execute("SELECT title, answers, meanings FROM situations WHERE id = ?", (id,)).fetchone()
        return row[0], json.loads(row[1]), frozenset(row[2].split()) & self._telling

    def articles(self, words: str, texts: Iterable[int], most: int) -> list[tuple[int, float]]:
        """The articles of some texts whose words are nearest, with their scores.

        Args:
            words: what to look for.
            texts: ids of texts; 0 for the words of curated norms.
            most: how many at most.
        """
        tokens = [token for token in _article_tokens(self.tokenizer, words) if token not in self._common]
        among = ",".join(map(str, sorted(texts)))
        return self._ranked(
            "SELECT id, -bm25(article_words) AS score FROM article_words JOIN articles ON id = article_words.rowid"
            f" WHERE article_words MATCH ? AND text IN ({among}) ORDER BY score DESC, id LIMIT ?",
            (_any(tokens), most),
        )

    def places(self, texts: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The articles of some texts by id: instrument and place."""
        among = ",".join(map(str, sorted(texts)))
        rows = self._connection.execute(f"SELECT id, instrument, place FROM articles WHERE text IN ({among})")
        return {id: (instrument, place) for id, instrument, place in rows}

    def shared(self, article: int, meanings: Mapping[str, str]) -> list[str]:
        """Those words of a question that stand in an article too, or another word for them does."""
        query = "SELECT 1 FROM article_words WHERE article_words MATCH ? AND rowid = ?"
        return [
            word for token, word in meanings.items() if self._connection.execute(query, (token, article)).fetchone()
        ]

    def _ranked(self, query: str, values: tuple[str, int]) -> list[tuple[int, float]]:
        return self._connection.execute(query, values).fetchall() if values[0] else []


def open_index(library: Library, texts: Iterable[StoredText], norms: Iterable[Norm]) -> Index:
    """The index of a library and of curated norms: as it was kept, or made now.

    Args:
        library: the user's library.
        texts: what is in it.
        norms: curated norms.
    """
    texts, norms = tuple(texts), tuple(norms)
    key = _key(texts, norms)
    file = library.file.with_name(FILE)
    kept = _kept(file, key)
    if kept is not None:
        return Index(kept)
    made = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(made, key, library, texts, norms)
    if texts:
        _keep(made, file)
    return Index(made)


def _key(texts: tuple[StoredText, ...], norms: tuple[Norm, ...]) -> str:
    """Tells whether a kept index still fits."""
    seen = hashlib.sha256(_program().encode())
    for text in texts:
        seen.update(f"{text.id} {text.instrument.id} {text.digest}\n".encode())
    for norm in norms:
        seen.update(f"{norm.id} {_own_words(norm)}\n".encode())
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


def _fill(
    connection: sqlite3.Connection, key: str, library: Library, texts: tuple[StoredText, ...], norms: tuple[Norm, ...]
) -> None:
    lexicon = everyday()
    tokenizer = Tokenizer(lexicon.vocabulary)
    connection.executescript(_TABLES)
    _fill_situations(connection, lexicon, tokenizer)
    rows = (*_of_norms(norms), *(row for text in texts for row in _of_text(library, text)))
    for id, (text, instrument, place, words) in enumerate(rows, 1):
        tokens = " ".join(_article_tokens(tokenizer, words))
        connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (id, text, instrument, place))
        connection.execute("INSERT INTO article_words (rowid, words) VALUES (?, ?)", (id, tokens))
    meta = {
        "key": key,
        "vocabulary": lexicon.vocabulary.model_dump_json(),
        "common": json.dumps(_common(connection, len(rows)), ensure_ascii=False),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.commit()


def _fill_situations(connection: sqlite3.Connection, lexicon: Everyday, tokenizer: Tokenizer) -> None:
    for id, situation in enumerate(lexicon.situations, 1):
        spoken = (situation.title, *situation.asked)
        tokens = " ".join(token for words in spoken for token in _situation_tokens(tokenizer, words))
        meanings = {token for words in spoken for token in tokenizer.meanings(words)}
        answers = json.dumps([str(at) for at in situation.answers], ensure_ascii=False)
        row = (id, situation.title, answers, " ".join(sorted(meanings)))
        connection.execute("INSERT INTO situations VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO situation_words (rowid, words) VALUES (?, ?)", (id, tokens))


def _of_norms(norms: Iterable[Norm]) -> Iterator[tuple[int, str, str, str]]:
    """The articles of curated norms, each with the words of its norms."""
    words: dict[tuple[str, str], list[str]] = {}
    for norm in norms:
        if norm.locator.article:
            words.setdefault((norm.locator.instrument, article_of(str(norm.locator))), []).append(_own_words(norm))
    return ((0, *at, "；".join(said)) for at, said in words.items())


def _of_text(library: Library, text: StoredText) -> Iterator[tuple[int, str, str, str]]:
    source = library.source(text)
    for place, (start, end) in library.provisions(text).items():
        if place == article_of(f"/{place}"):
            yield text.id, text.instrument.id, place, source.text[start:end]


def article_of(locator: str) -> str:
    """The article of a locator in short form, as `944` or `287-1`; an article of an annex with it."""
    parts = locator.split("/", 3)[1:]
    return "/".join(parts[: 2 if parts[0].startswith("附件") else 1]) if parts else ""


def _own_words(norm: Norm) -> str:
    return "，".join(filter(None, (norm.condition, norm.action, norm.exception)))


def _common(connection: sqlite3.Connection, articles: int) -> list[str]:
    """The tokens that stand in too many articles."""
    connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, article_words, row)")
    rows = connection.execute("SELECT term FROM temp.seen WHERE doc > ? ORDER BY term", (_COMMON * articles,))
    return [term for (term,) in rows]


def _situation_tokens(tokenizer: Tokenizer, words: str) -> list[str]:
    return [*tokenizer.characters(words), *_article_tokens(tokenizer, words)]


def _article_tokens(tokenizer: Tokenizer, words: str) -> list[str]:
    return [*tokenizer.pairs(words), *tokenizer.meanings(words)]


def _any(tokens: Iterable[str]) -> str:
    """A query for any of the tokens; those that stand twice count twice."""
    return " OR ".join(f'"{token}"' for token in tokens)
