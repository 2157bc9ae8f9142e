"""Turns Chinese text into the tokens that are searched: characters, pairs of neighbours, and one token for words that
mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from propertylaw.rulebook.everyday import Vocabulary

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


class Tokenizer:
    """Cuts text for the index and for questions alike.

    Args:
        vocabulary: words that mean the same, and words that tell nothing.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._groups: dict[str, list[int]] = {}
        for number, words in enumerate(vocabulary.same):
            for word in words:
                self._groups.setdefault(_plain(word), []).append(number)
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._groups, key=len, reverse=True):
            self._by_first.setdefault(word[0], []).append(word)
        self._noise = _any_of(map(_plain, vocabulary.noise))
        self._subject = _any_of(map(_plain, vocabulary.subject))

    def characters(self, text: str) -> list[str]:
        """Single characters, without the words that tell nothing."""
        return [character for run in self._runs(text) if not run.isascii() for character in run]

    def pairs(self, text: str) -> list[str]:
        """Pairs of neighbouring characters, without the words that tell nothing."""
        return [pair for run in self._runs(text) for pair in _pairs(run)]

    def spoken(self, text: str) -> list[str]:
        """The tokens by which a question and a situation are compared."""
        return [*self.characters(text), *self.written(text)]

    def written(self, text: str) -> list[str]:
        """The tokens by which a question and an article are compared."""
        return [*self.pairs(text), *self.meanings(text)]

    def meanings(self, text: str) -> Mapping[str, str]:
        """Tokens of the groups of words found, each with the word that was found."""
        found: dict[str, str] = {}
        for run in _RUN.findall(_plain(text)):
            for word in self._words(run):
                for group in self._groups[word]:
                    found.setdefault(f"m{group}", word)
        return found

    def known_share(self, text: str) -> float:
        """How much of a text consists of words of the lexicon, leaving out those that tell nothing; all of it where a
        word shows the subject by itself."""
        if self._subject.search(_plain(text)):
            return 1.0
        known = sum(len(word) for run in _RUN.findall(_plain(text)) for word in self._words(run))
        return min(known / max(sum(map(len, self._runs(text))), 1), 1.0)

    def lawful(self, meaning: str) -> str:
        """The word of the law in a group."""
        return self.vocabulary.same[int(meaning[1:])][0]

    def _words(self, run: str) -> Iterator[str]:
        """The known words of a run, the longest at each place, so that 业主 is not found in 物业主管部门."""
        at = 0
        while at < len(run):
            word = next((word for word in self._by_first.get(run[at], ()) if run.startswith(word, at)), None)
            if word:
                yield word
            at += len(word) if word else 1

    def _runs(self, text: str) -> list[str]:
        return _RUN.findall(self._noise.sub(" ", _plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _pairs(run: str) -> Iterable[str]:
    if len(run) == 1 or run.isascii():
        return (run,)
    return (run[at : at + 2] for at in range(len(run) - 1))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the words, the longest at each place."""
    listed = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)) if listed else "(?!)")
