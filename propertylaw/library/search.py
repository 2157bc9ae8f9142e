"""`ask`: the provisions that answer an everyday question, with why they match and what they mean.

Two kinds of evidence are added up. The everyday situations nearest to the question (BM25 over how people speak of
them) vote for the provisions that answer them, the first named the most. The articles whose words are nearest (BM25
over the texts and the words of curated norms) add a little. National law comes first; the law of the province and of
the city follow, each searched by itself, since near-copies would otherwise crowd each other out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from propertylaw.errors import QuestionError
from propertylaw.model import NATION, Locator, Model, Norm

from .knowledge import KnowledgeBase
from .norm_sentence import norm_sentence
from .search_index import Index, article_of, open_index
from .search_scope import Scope, Standing

_SITUATIONS = 10
"""How many situations are heard."""
_SHARPNESS = 2.0
"""A situation half as near as the nearest has a quarter of its weight."""
_DECAY = 0.9
"""Weight of each further provision of a situation against the one before it."""
_WORDS = 0.3
"""Weight of the article with the nearest words, against the first provision of the nearest situation."""
_ARTICLES = 60
"""How many articles with near words are looked at."""
_FORMER = 0.7
"""What is left of the weight of law that is no longer in force."""
_TITLES = 2
"""How many situations lend the words of their titles to the search in the texts."""


class Answer(Model):
    """A provision that answers a question."""

    locator: Locator
    """The article."""
    places: tuple[Locator, ...] = ()
    """Its paragraphs and items that the rules name for such a question."""
    score: float
    why: str
    """Why it matched, one Chinese line."""
    means: str = ""
    """What it means, one plain sentence from the curated norms; empty where there are none for it."""
    version: date | None = None
    """The day that names the version in force; of law that has ended, the last."""
    standing: Standing = "in_force"
    at_hand: bool
    """Whether its words are in the user's library."""
    territory: str


@dataclass
class _Evidence:
    """What speaks for an article."""

    weight: float = 0.0
    situations: list[int] = field(default_factory=list)
    places: list[Locator] = field(default_factory=list)
    row: int | None = None
    """Its row in the index, where its words are near."""


class Search:
    """Answers many questions over the same law.

    Args:
        law: the law of a day at a place.
    """

    def __init__(self, law: KnowledgeBase) -> None:
        self._law = law
        texts = law.library.texts()
        self._scope = Scope(law, texts)
        self._index: Index = open_index(law.library, texts, law.rules.norms.values())
        self._places = self._index.places([0, *self._scope.texts])
        self._rows = [{t for t in self._texts(territory)} for territory in self._scope.territories]
        self._held = {self._places[row] for row in self._index.places(self._scope.texts)}

    def ask(self, question: str, k: int = 10) -> tuple[Answer, ...]:
        """The provisions that answer, the best first: of the nation, then of the province, then of the city.

        Args:
            question: in anyone's words.
            k: how many at most of each territory.

        Raises:
            QuestionError: there is nothing in the question to look for.
        """
        if k < 1:
            raise QuestionError(f"条数应为正数，不能是 {k}", advice="例如 -k 10")
        if not self._index.tokenizer.characters(question) and not self._index.tokenizer.pairs(question):
            raise QuestionError("问题里没有可以检索的字", advice="请用一句话写出遇到的事")
        near = self._index.situations(question, _SITUATIONS)
        titles = [self._index.situation(id)[0] for id, _ in near[:_TITLES]]
        words = " ".join((question, *titles))
        found = [
            self._of(territory, question, near, self._index.articles(words, texts, _ARTICLES), k)
            for territory, texts in zip(self._scope.territories, self._rows, strict=True)
        ]
        return tuple(answer for answers in found for answer in answers)

    def _texts(self, territory: str) -> Iterable[int]:
        if territory == NATION:
            yield 0
        for id, (text, _) in self._scope.texts.items():
            if self._scope.territory(text.instrument.id) == territory:
                yield id

    def _of(
        self,
        territory: str,
        question: str,
        near: list[tuple[int, float]],
        rows: list[tuple[int, float]],
        k: int,
    ) -> list[Answer]:
        evidence: dict[tuple[str, str], _Evidence] = {}
        self._hear_situations(evidence, territory, near)
        self._hear_words(evidence, territory, rows)
        best = sorted(evidence.items(), key=lambda pair: (-pair[1].weight, pair[0]))[:k]
        return [self._answer(at, found, question) for at, found in best]

    def _hear_situations(
        self, evidence: dict[tuple[str, str], _Evidence], territory: str, near: list[tuple[int, float]]
    ) -> None:
        for id, score in near:
            weight = (score / near[0][1]) ** _SHARPNESS
            for at in map(Locator.parse, self._index.situation(id)[1]):
                if self._scope.cited(at.instrument) and self._scope.territory(at.instrument) == territory:
                    found = evidence.setdefault((at.instrument, article_of(str(at))), _Evidence())
                    found.weight += weight * self._share(at.instrument)
                    found.situations.append(id)
                    found.places += [at] if at.paragraph and at not in found.places else []
                weight *= _DECAY

    def _hear_words(
        self, evidence: dict[tuple[str, str], _Evidence], territory: str, rows: list[tuple[int, float]]
    ) -> None:
        heard: set[tuple[str, str]] = set()
        for row, score in rows:
            at = self._places[row]
            is_named = row in self._held_rows or self._scope.cited(at[0]) is not None
            if at in heard or not is_named or self._scope.territory(at[0]) != territory:
                continue
            heard.add(at)
            found = evidence.setdefault(at, _Evidence())
            found.weight += _WORDS * score / rows[0][1] * self._share(at[0])
            found.row = row

    def _share(self, instrument: str) -> float:
        return _FORMER if self._standing(instrument) == "former" else 1.0

    def _standing(self, instrument: str) -> Standing:
        texts = [standing for text, standing in self._scope.texts.values() if text.instrument.id == instrument]
        return (texts[0] if texts else self._scope.cited(instrument)) or "in_force"

    @cached_property
    def _held_rows(self) -> frozenset[int]:
        return frozenset(self._index.places(self._scope.texts))

    def _answer(self, at: tuple[str, str], found: _Evidence, question: str) -> Answer:
        instrument, place = at
        locator = Locator.parse(f"{instrument}/{place}")
        version = self._scope.version(instrument)
        return Answer(
            locator=locator,
            places=tuple(sorted(found.places)),
            score=round(found.weight, 4),
            why=self._why(found, question),
            means=self._means(at, found, question),
            version=version.name if version else None,
            standing=self._standing(instrument),
            at_hand=at in self._held,
            territory=self._scope.territory(instrument),
        )

    def _why(self, found: _Evidence, question: str) -> str:
        if not found.situations:
            shared = self._index.shared(found.row, question) if found.row is not None else []
            return f"条文也说到：{'、'.join(dict.fromkeys(shared))}" if shared else "条文用语与问题相近"
        title, _, meanings = self._index.situation(found.situations[0])
        spoken = self._index.tokenizer.meanings(question)
        said = [(word, self._index.tokenizer.lawful(token)) for token, word in spoken.items() if token in meanings]
        other = [f"“{word}”即“{lawful}”" for word, lawful in said if word != lawful]
        return "；".join([f"属于“{title}”一类问题", *other[:2]])

    def _means(self, at: tuple[str, str], found: _Evidence, question: str) -> str:
        norms = self._norms.get(at, ())
        if not norms or self._standing(at[0]) == "former":
            return ""
        asked = set(self._index.tokenizer.pairs(question)) | set(self._index.tokenizer.meanings(question))

        def nearness(norm: Norm) -> tuple[bool, int]:
            named = any(place.contains(norm.locator) for place in found.places)
            said = f"{norm.condition or ''}，{norm.action}"
            own = {*self._index.tokenizer.pairs(said), *self._index.tokenizer.meanings(said)}
            return named, len(asked & own)

        return norm_sentence(max(norms, key=nearness), self._law.rules.parties)

    @cached_property
    def _norms(self) -> dict[tuple[str, str], list[Norm]]:
        found: dict[tuple[str, str], list[Norm]] = {}
        for norm in self._law.rules.norms.values():
            found.setdefault((norm.locator.instrument, article_of(str(norm.locator))), []).append(norm)
        return found


def ask(question: str, law: KnowledgeBase | None = None, k: int = 10) -> tuple[Answer, ...]:
    """The provisions that answer an everyday question.

    Args:
        question: in anyone's words, such as 物业不让我进门.
        law: the law of a day at a place; by default the national law of today.
        k: how many at most: of the nation, and as many of the province and of the city.

    Raises:
        QuestionError: there is nothing in the question to look for.
    """
    return _search(law or _law_of(date.today())).ask(question, k)


@lru_cache(maxsize=4)
def _search(law: KnowledgeBase) -> Search:
    return Search(law)


@lru_cache(maxsize=1)
def _law_of(day: date) -> KnowledgeBase:
    return KnowledgeBase(day, "")
