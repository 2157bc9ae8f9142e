"""`ask`: the provisions that answer an everyday question, with why they match and what they mean.

Two kinds of evidence are added up. The everyday situations and the claims nearest to the question (BM25 over how people
speak of them) vote for the provisions that answer them, the first named the most. The articles whose words are nearest
(BM25 over the texts and the words of curated norms) add a little. National law comes first; the law of the province and
of the city follow, each searched by itself, since near-copies would otherwise crowd each other out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from propertylaw.errors import QuestionError
from propertylaw.model import NATION, Locator, Model, Norm

from .knowledge import KnowledgeBase
from .norm_sentence import norm_sentence
from .search_build import open_index
from .search_index import Index, article_of
from .search_scope import Scope, Standing

_SITUATIONS = 10
"""How many situations are heard."""
_BY_CHANCE = 10.0
"""A situation with a lower score shares single characters with the question, nothing else."""
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


_Article = tuple[str, str]
"""Instrument and article, as the index writes it."""


@dataclass(frozen=True, slots=True)
class _Situation:
    """A situation of the index."""

    title: str
    answers: tuple[tuple[_Article, Locator], ...]
    meanings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, cut once."""

    meanings: Mapping[str, str]
    tokens: frozenset[str]


@dataclass(slots=True)
class _Evidence:
    """What speaks for an article."""

    weight: float = 0.0
    situations: list[_Situation] = field(default_factory=list)
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
        self._index: Index = open_index(law.library, texts, law.rules)
        self._places = self._index.places([0, *self._scope.texts])
        self._of_texts = self._index.places(self._scope.texts)
        self._held = frozenset(self._of_texts.values())
        self._heard: dict[int, _Situation] = {}
        self._spoken: dict[str, frozenset[str]] = {}

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
        if not self._index.tokenizer.spoken(question):
            raise QuestionError("问题里没有可以检索的字", advice="请用一句话写出遇到的事")
        heard = self._index.situations(question, _SITUATIONS)
        near = [(self._situation(id), score) for id, score in heard if score >= _BY_CHANCE]
        asked = _Asked(self._index.tokenizer.meanings(question), self._tokens(question))
        return tuple(
            answer
            for territory in self._scope.territories
            for answer in self._of(
                territory, asked, near, self._index.articles(question, self._texts(territory), _ARTICLES), k
            )
        )

    def _texts(self, territory: str) -> Iterable[int]:
        if territory == NATION:
            yield 0
        for id, (text, _) in self._scope.texts.items():
            if self._scope.territory(text.instrument.id) == territory:
                yield id

    def _of(
        self, territory: str, asked: _Asked, near: list[tuple[_Situation, float]], rows: list[tuple[int, float]], k: int
    ) -> list[Answer]:
        evidence: dict[_Article, _Evidence] = {}
        self._hear_situations(evidence, territory, near)
        self._hear_words(evidence, territory, rows)
        best = sorted(evidence.items(), key=lambda pair: (-pair[1].weight, pair[0]))[:k]
        return [self._answer(at, found, asked) for at, found in best]

    def _hear_situations(
        self, evidence: dict[_Article, _Evidence], territory: str, near: list[tuple[_Situation, float]]
    ) -> None:
        for situation, score in near:
            weight = (score / near[0][1]) ** _SHARPNESS
            for article, at in situation.answers:
                if self._scope.territory(at.instrument) == territory:
                    found = evidence.setdefault(article, _Evidence())
                    found.weight += weight * self._share(at.instrument)
                    found.situations.append(situation)
                    found.places += [at] if at.paragraph and at not in found.places else []
                weight *= _DECAY

    def _hear_words(self, evidence: dict[_Article, _Evidence], territory: str, rows: list[tuple[int, float]]) -> None:
        heard: set[_Article] = set()
        for row, score in rows:
            at = self._places[row]
            allowed = row in self._of_texts or self._scope.cited(at[0]) is not None
            if at in heard or not allowed or self._scope.territory(at[0]) != territory:
                continue
            heard.add(at)
            found = evidence.setdefault(at, _Evidence())
            found.weight += _WORDS * score / rows[0][1] * self._share(at[0])
            found.row = row

    def _situation(self, id: int) -> _Situation:
        if id not in self._heard:
            title, answers, meanings = self._index.situation(id)
            valid = dict.fromkeys(at for answer in answers for at in self._valid(Locator.parse(answer)))
            placed = tuple((_article(at), at) for at in valid)
            self._heard[id] = _Situation(title, placed, meanings)
        return self._heard[id]

    def _valid(self, at: Locator) -> tuple[Locator, ...]:
        """A provision that the rules name, or what ruled the matter on a day before it."""
        if self._scope.cited(at.instrument):
            return (at,)
        answer = self._law.text_at(at)
        return tuple(one for one in answer.applied if one.article) if answer.state == "not_yet" else ()

    def _share(self, instrument: str) -> float:
        return _FORMER if self._scope.standing(instrument) == "former" else 1.0

    def _answer(self, at: _Article, found: _Evidence, asked: _Asked) -> Answer:
        instrument, place = at
        locator = Locator.parse(f"{instrument}/{place}")
        version = self._scope.version(instrument)
        return Answer(
            locator=locator,
            places=tuple(sorted(found.places)),
            score=round(found.weight, 4),
            why=self._why(found, asked),
            means=self._means(at, found, asked),
            version=version.name if version else None,
            standing=self._scope.standing(instrument),
            at_hand=at in self._held,
            territory=self._scope.territory(instrument),
        )

    def _why(self, found: _Evidence, asked: _Asked) -> str:
        if not found.situations:
            shared = self._index.shared(found.row, asked.meanings) if found.row is not None else []
            return f"条文也说到：{'、'.join(dict.fromkeys(shared))}" if shared else "条文用语与问题相近"
        situation = found.situations[0]
        common = [(word, token) for token, word in asked.meanings.items() if token in situation.meanings]
        said = [(word, self._index.tokenizer.lawful(token)) for word, token in common]
        other = [f"“{word}”即“{lawful}”" for word, lawful in said if word != lawful]
        return "；".join([f"属于“{situation.title}”一类问题", *other[:2]])

    def _means(self, at: _Article, found: _Evidence, asked: _Asked) -> str:
        norms = self._norms.get(at, ())
        if not norms or self._scope.standing(at[0]) == "former":
            return ""
        if len(norms) == 1:
            return norm_sentence(norms[0], self._law.rules.parties)
        for norm in norms:
            self._spoken.setdefault(norm.id, self._tokens(f"{norm.condition or ''}，{norm.action}"))

        def nearness(norm: Norm) -> tuple[bool, bool, float]:
            named = [place.contains(norm.locator) for place in found.places]
            shared = sorted(asked.tokens & self._spoken[norm.id])
            return any(named[:1]), any(named), sum(map(self._index.weight, shared))

        return norm_sentence(max(norms, key=nearness), self._law.rules.parties)

    def _tokens(self, words: str) -> frozenset[str]:
        return frozenset(self._index.tokenizer.written(words))

    @cached_property
    def _norms(self) -> dict[_Article, list[Norm]]:
        found: dict[_Article, list[Norm]] = {}
        for norm in self._law.rules.norms.values():
            found.setdefault(_article(norm.locator), []).append(norm)
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


def _article(at: Locator) -> _Article:
    return at.instrument, article_of(str(at))


@lru_cache(maxsize=4)
def _search(law: KnowledgeBase) -> Search:
    return Search(law)


@lru_cache(maxsize=1)
def _law_of(day: date) -> KnowledgeBase:
    return KnowledgeBase(day, "")
