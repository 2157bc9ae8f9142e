"""Finds the provisions of local texts that speak of the same as a national provision: those whose words are near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log, sqrt

from propertylaw.model import NATION, Locator

from .knowledge import KnowledgeBase
from .search_scope import Scope
from .search_tokens import Tokenizer
from .store import Library
from .texts import StoredText

_LEAST = 0.1
"""Provisions less near than this speak of other things: they share the words that every text of the field has."""


class Parallels:
    """The paragraphs of some texts, each to be compared with the words of a provision.

    The words of the law are compared, not those of a question, which local law need not use.

    Args:
        passages: words of provisions by place.
        tokenizer: as for the index.
    """

    def __init__(self, passages: Mapping[Locator, str], tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._counts = {at: Counter(tokenizer.written(words)) for at, words in passages.items()}

    def near(self, words: str) -> list[tuple[Locator, float]]:
        """The places whose words are near to these, the nearest first, with the cosine of the angle between them."""
        asked = self._weighed(Counter(self._tokenizer.written(words)))
        found: dict[Locator, float] = {}
        for token, weight in asked.items():
            for at, own in self._holders.get(token, ()):
                found[at] = found.get(at, 0.0) + weight * own
        near = [(at, score) for at, score in found.items() if score >= _LEAST]
        return sorted(near, key=lambda pair: (-pair[1], str(pair[0])))

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        seen = Counter(token for counts in self._counts.values() for token in counts)
        return {token: log(len(self._counts) / (count + 0.5)) for token, count in seen.items()}

    @cached_property
    def _holders(self) -> Mapping[str, list[tuple[Locator, float]]]:
        found: dict[str, list[tuple[Locator, float]]] = {}
        for at, counts in self._counts.items():
            for token, weight in self._weighed(counts).items():
                found.setdefault(token, []).append((at, weight))
        return found

    def _weighed(self, counts: Counter[str]) -> dict[str, float]:
        """Weights of tokens, as a vector of length one; a token that no passage has is as rare as can be."""
        unseen = log(len(self._counts) + 1.0)
        weights = {
            token: max(self._rarity.get(token, unseen), 0.0) * (1 + log(count)) for token, count in counts.items()
        }
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {token: weight / length for token, weight in weights.items()} if length else {}


class LocalLaw:
    """The local provisions of a day and a place that speak of the same as a national one.

    Args:
        law: the law of the day at the place.
        scope: which of its texts answer.
        tokenizer: as for the index.
    """

    def __init__(self, law: KnowledgeBase, scope: Scope, tokenizer: Tokenizer) -> None:
        self._law, self._scope, self._tokenizer = law, scope, tokenizer
        self._by_territory: dict[str, Parallels] = {}
        self._found: dict[tuple[str, Locator], dict[Locator, float]] = {}

    def parallel(self, territory: str, at: Locator) -> dict[Locator, float]:
        """The paragraphs of a territory's texts that are near to a national provision, and how near they are."""
        if (territory, at) not in self._found:
            found: dict[Locator, float] = {}
            for words in self._words(at):
                for place, nearness in self._of(territory).near(words):
                    found[place] = max(nearness, found.get(place, 0.0))
            self._found[territory, at] = found
        return self._found[territory, at]

    def _of(self, territory: str) -> Parallels:
        if territory not in self._by_territory:
            passages = paragraphs(self._law.library, self._scope.texts_of(territory))
            self._by_territory[territory] = Parallels(passages, self._tokenizer)
        return self._by_territory[territory]

    def _words(self, at: Locator) -> list[str]:
        """The words of a national provision as a whole and by paragraph; those of its norms where it is not at hand."""
        if self._scope.territory(at.instrument) != NATION:
            return []
        words = self._law.text_at(at).words
        if words:
            return list(dict.fromkeys([words, *filter(None, map(str.strip, words.splitlines()))]))
        norms = (norm for norm in self._law.rules.norms.values() if at.contains(norm.locator))
        return [f"{norm.condition or ''}，{norm.action}" for norm in norms]


def paragraphs(library: Library, texts: Iterable[StoredText]) -> dict[Locator, str]:
    """The paragraphs of texts with their words; an article that has only one stands for it."""
    found: dict[Locator, str] = {}
    for text in texts:
        words, spans = library.source(text).text, library.provisions(text)
        for place, (start, end) in spans.items():
            at = Locator.parse(f"{text.instrument.id}/{place}")
            is_only = at.paragraph is None and f"{place}/2" not in spans
            is_one_of_many = at.paragraph is not None and at.item is None and f"{place.rpartition('/')[0]}/2" in spans
            if is_only or is_one_of_many:
                found[at] = words[start:end]
    return found
