"""The index of the search, open: SQLite's FTS5 over everyday situations and claims, over texts and curated norms."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from math import sqrt

from propertylaw.rulebook.everyday import Vocabulary

from .search_tokens import Tokenizer

_TELLING = 0.12
"""A group of words that stands in a greater share of the situations (物业) explains nothing."""

_PAIR_LENGTH = 2
"""A run of characters that is longer than a pair is shared by more than chance."""

_PAIR = 0.01
"""Weight of a pair of characters against a group of words that stands in one situation alone."""


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
        self._spoken = Counter(token for tokens in spoken for token in tokens)
        self._named = Counter(
            (at.partition("/")[0], article_of(at))
            for (answers,) in connection.execute("SELECT answers FROM situations")
            for at in json.loads(answers)
        )
        self._telling = {token for token, count in self._spoken.items() if count <= _TELLING * len(spoken)}

    def situations(self, question: str, most: int) -> list[tuple[int, float]]:
        """The situations whose words are nearest to those of a question, with their scores."""
        tokens = self.tokenizer.spoken(question)
        return self._ranked(
            "SELECT rowid, -bm25(situation_words) AS score FROM situation_words WHERE situation_words MATCH ?"
            " ORDER BY score DESC, rowid LIMIT ?",
            (_any(tokens), most),
        )

    def situation(self, id: int) -> tuple[str, list[str], frozenset[str]]:
        """Title, answers in short form, and the groups of words that stand in it and are telling."""
        row = self._connection.execute("SELECT title, answers, meanings FROM situations WHERE id = ?", (id,)).fetchone()
        return row[0], json.loads(row[1]), frozenset(row[2].split()) & self._telling

    def unclaimed(self, id: int) -> str:
        """Why the rules hold no claim for a situation; empty where they may hold one."""
        row = self._connection.execute("SELECT unclaimed FROM situations WHERE id = ?", (id,)).fetchone()
        return str(row[0])

    def claims(self, id: int) -> list[str]:
        """Ids of the claims to which a situation comes, the likeliest first."""
        row = self._connection.execute("SELECT claims FROM situations WHERE id = ?", (id,)).fetchone()
        return str(row[0]).split()

    def named(self, article: tuple[str, str]) -> float:
        """How little it tells that a situation names an article: the more situations do, the less."""
        return sqrt(max(self._named[article], 1))

    def weight(self, token: str) -> float:
        """How much a token tells: a group of words the more, the fewer situations it stands in; a pair little."""
        return 1 / self._spoken[token] if token in self._spoken else _PAIR

    def articles(self, words: str, texts: Iterable[int], most: int) -> list[tuple[int, float]]:
        """The articles of some texts whose words are nearest, with their scores.

        Args:
            words: what to look for.
            texts: ids of texts; 0 for the words of curated norms.
            most: how many at most.
        """
        tokens = [token for token in self.tokenizer.written(words) if token not in self._common]
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

    def is_told(self, article: int, question: str) -> bool:
        """Whether an article shares more with a question than what every article of the field has."""
        meanings = self.tokenizer.meanings(question)
        if any(self._stands_in(article, token) for token in meanings if token in self._telling):
            return True
        return any(len(run) > _PAIR_LENGTH for run in self._shared_runs(article, question))

    def shared(self, article: int, question: str) -> list[str]:
        """Those words of a question that stand in an article too, or another word for them does: the telling ones,
        where there are none all, and where there are none those that no lexicon knows."""
        meanings = self.tokenizer.meanings(question)
        known = {word: token for token, word in meanings.items() if self._stands_in(article, token)}
        telling = [word for word, token in known.items() if token in self._telling]
        return telling or list(known) or self._shared_runs(article, question)

    def _shared_runs(self, article: int, question: str) -> list[str]:
        """Runs of characters whose pairs all stand in an article."""
        found: list[str] = []
        before = ""
        for pair in self.tokenizer.pairs(question):
            if not self._stands_in(article, pair):
                before = ""
                continue
            if before and before[-1] == pair[0]:
                found[-1] += pair[1:]
            else:
                found.append(pair)
            before = pair
        return list(dict.fromkeys(found))

    def _stands_in(self, article: int, token: str) -> bool:
        query = "SELECT 1 FROM article_words WHERE article_words MATCH ? AND rowid = ?"
        return self._connection.execute(query, (f'"{token}"', article)).fetchone() is not None

    def _ranked(self, query: str, values: tuple[str, int]) -> list[tuple[int, float]]:
        return self._connection.execute(query, values).fetchall() if values[0] else []


def _any(tokens: Iterable[str]) -> str:
    """A query for any of the tokens; those that stand twice count twice."""
    return " OR ".join(f'"{token}"' for token in tokens)


def article_of(locator: str) -> str:
    """The article of a locator in short form, as `944` or `287-1`; an article of an annex with it."""
    parts = locator.split("/", 3)[1:]
    return "/".join(parts[: 2 if parts[0].startswith("附件") else 1]) if parts else ""
