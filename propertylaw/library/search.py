"""`ask`: the provisions that answer an everyday question, with why they match and what they mean.

Two kinds of evidence are added up. The everyday situations and the claims nearest to the question (BM25 over how people
speak of them) vote for the provisions that answer them, the first named the most. The articles whose words are nearest
(BM25 over the texts and the words of curated norms) add a little. National law comes first; the law of the province and
of the city follow, each searched by itself, since near-copies would otherwise crowd each other out. The situations name
no local law: of it those provisions are found that speak of the same as the national ones that answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

from propertylaw.errors import QuestionError
from propertylaw.model import NATION, Locator, Model, Norm
from propertylaw.structure import cite

from .knowledge import KnowledgeBase
from .norm_sentence import norm_sentence
from .search_build import open_index
from .search_index import Index, article_of
from .search_parallels import LocalLaw
from .search_scope import Scope, Standing

_SITUATIONS = 10
"""How many situations are heard."""
_BY_CHANCE = 10.0
"""A situation with a lower score shares single characters with the question, nothing else."""
_SURE = 28.0
"""A question that comes nearer than this to a situation is about it, whatever its words."""
_KNOWN = 0.4
"""Any other is answered if at least this much of it consists of words of the lexicon."""
_SHARPNESS = 3.5
"""A situation half as near as the nearest has less than a tenth of its weight."""
_TAIL = 0.15
"""Local law that has less than this share of the weight of the best of its territory is not shown."""
_DECAY = 0.85
"""Weight of each further provision of a situation against the one before it."""
_WORDS = 0.3
"""Weight of the article with the nearest words, against the first provision of the nearest situation."""
_LOCAL_WORDS = 0.08
"""The same in local law where it says the same as national law that answers: the words of a question tell less."""
_ARTICLES = 60
"""How many articles with near words are looked at."""
_EXCERPT = 60
"""How many characters of a provision are shown where nothing says what it means."""
_SENTENCES = 2
"""So many sentences say what an article means."""
_NUMBER = re.compile(r"^第[零〇一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?")
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
    """What it means, one plain sentence or two from the curated norms; empty where there are none for it."""
    excerpt: str = ""
    """How its words in the user's library begin, where nothing says what it means."""
    version: date | None = None
    """The day that names the version in force; of law that has ended, the last."""
    since: date | None = None
    """The first day on which that version was in force."""
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

    words: str
    meanings: Mapping[str, str]
    tokens: frozenset[str]


@dataclass(slots=True)
class _Evidence:
    """What speaks for an article."""

    weight: float = 0.0
    situations: list[_Situation] = field(default_factory=list)
    places: list[Locator] = field(default_factory=list)
    parallels: dict[Locator, dict[Locator, float]] = field(default_factory=dict)
    """Of local law: its paragraphs, each with the national provisions it is near to and what these add."""
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
        self._local = LocalLaw(law, self._scope, self._index.tokenizer)

    @property
    def territories(self) -> tuple[str, ...]:
        """The nation, then the province, then the city, as far as there are texts of them to answer from."""
        return self._scope.territories

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
        if not self._is_of_the_field(question, heard):
            return ()
        near = [(self._situation(id), score) for id, score in heard if score >= _BY_CHANCE]
        asked = _Asked(question, self._index.tokenizer.meanings(question), self._tokens(question))
        return tuple(answer for territory in self._scope.territories for answer in self._of(territory, asked, near, k))

    def unclaimed(self, question: str) -> str:
        """Why the rules hold no claim for the situation to which a question is nearest; empty where they may hold one.

        Args:
            question: in anyone's words.
        """
        heard = self._index.situations(question, 1)
        return self._index.unclaimed(heard[0][0]) if self._is_of_the_field(question, heard) and heard else ""

    def claims(self, question: str) -> Mapping[str, float]:
        """The claims to which the situations nearest to a question come, and how near each is, the nearest 1.

        Args:
            question: in anyone's words.
        """
        heard = self._index.situations(question, _SITUATIONS)
        if not self._is_of_the_field(question, heard):
            return {}
        found: dict[str, float] = {}
        for id, score in heard:
            weight = (score / heard[0][1]) ** _SHARPNESS
            for claim in self._index.claims(id):
                found[claim] = found.get(claim, 0.0) + weight
                weight *= _DECAY
        best = max(found.values(), default=1.0)
        return {claim: weight / best for claim, weight in found.items()}

    def _is_of_the_field(self, question: str, heard: list[tuple[int, float]]) -> bool:
        """Whether there is anything to answer: chance characters bring every question near to some situation."""
        is_sure = bool(heard) and heard[0][1] >= _SURE
        return is_sure or self._index.tokenizer.known_share(question) >= _KNOWN

    def _texts(self, territory: str) -> Iterable[int]:
        return ([0] if territory == NATION else []) + [text.id for text in self._scope.texts_of(territory)]

    def _of(self, territory: str, asked: _Asked, near: list[tuple[_Situation, float]], k: int) -> list[Answer]:
        evidence: dict[_Article, _Evidence] = {}
        if territory == NATION:
            self._hear_situations(evidence, territory, near)
        else:
            self._hear_parallels(evidence, territory, near)
        share = _LOCAL_WORDS if territory != NATION and evidence else _WORDS
        rows = self._index.articles(asked.words, self._texts(territory), _ARTICLES)
        self._hear_words(evidence, territory, rows, share)
        least = 0.0 if territory == NATION else _TAIL * max((found.weight for found in evidence.values()), default=0.0)
        heard = ((at, found) for at, found in evidence.items() if found.weight >= least)
        ordered = sorted(heard, key=lambda pair: (-pair[1].weight, pair[0]))
        told = (pair for pair in ordered if territory == NATION or self._is_told(pair[1], asked))
        best = islice(told, k)
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

    def _hear_parallels(
        self, evidence: dict[_Article, _Evidence], territory: str, near: list[tuple[_Situation, float]]
    ) -> None:
        """Local provisions that speak of the same as the national ones: each is heard as far as its words are near."""
        for situation, score in near:
            weight = (score / near[0][1]) ** _SHARPNESS
            for article, at in situation.answers:
                told = weight / self._index.named(article)
                for place, nearness in self._local.parallel(territory, at).items():
                    found = evidence.setdefault(_article(place), _Evidence())
                    added = told * nearness * nearness * self._share(place.instrument)
                    found.weight += added
                    national = found.parallels.setdefault(place, {})
                    national[at] = national.get(at, 0.0) + added
                weight *= _DECAY
        for found in evidence.values():
            sums = {place: sum(national.values()) for place, national in found.parallels.items()}
            best = max(sums.values())
            found.places = [place for place, added in sums.items() if place.paragraph and added >= best / 2]

    def _hear_words(
        self, evidence: dict[_Article, _Evidence], territory: str, rows: list[tuple[int, float]], share: float
    ) -> None:
        heard: set[_Article] = set()
        for row, score in rows:
            at = self._places[row]
            allowed = row in self._of_texts or self._scope.cited(at[0]) is not None
            if at in heard or not allowed or self._scope.territory(at[0]) != territory:
                continue
            heard.add(at)
            found = evidence.setdefault(at, _Evidence())
            found.weight += share * score / rows[0][1] * self._share(at[0])
            found.row = row

    def _is_told(self, found: _Evidence, asked: _Asked) -> bool:
        return bool(found.parallels) or (found.row is not None and self._index.is_told(found.row, asked.words))

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
        means = self._means(at, found, asked)
        return Answer(
            locator=locator,
            places=tuple(sorted(found.places)),
            score=round(found.weight, 4),
            why=self._why(found, asked),
            means=means,
            excerpt="" if means else self._excerpt(found.places[0] if found.places else locator),
            version=version.name if version else None,
            since=version.in_force if version else None,
            standing=self._scope.standing(instrument),
            at_hand=at in self._held,
            territory=self._scope.territory(instrument),
        )

    def _why(self, found: _Evidence, asked: _Asked) -> str:
        if found.parallels:
            return self._why_parallel(found)
        if not found.situations:
            shared = self._index.shared(found.row, asked.words) if found.row is not None else []
            return f"条文也说到：{'、'.join(shared)}"
        situation = found.situations[0]
        common = [(word, token) for token, word in asked.meanings.items() if token in situation.meanings]
        said = [(word, self._index.tokenizer.lawful(token)) for word, token in common]
        other = [f"“{word}”即“{lawful}”" for word, lawful in said if word != lawful]
        return "；".join([f"属于“{situation.title}”一类问题", *other[:2]])

    def _why_parallel(self, found: _Evidence) -> str:
        best = max(found.parallels.values(), key=lambda national: sum(national.values()))
        at = max(best, key=lambda place: best[place])
        known = self._law.catalogue.get(at.instrument)
        return f"用语与能回答这一问题的{cite(at, known.id if known else at.instrument)}相近"

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

        best = max(norms, key=nearness)
        # Who else has to pay is often what was asked, and stands beside the duty.
        liable = (norm for norm in norms if norm.modality == "liability" and norm.locator == best.locator)
        told = dict.fromkeys(norm_sentence(norm, self._law.rules.parties) for norm in (best, *liable))
        return "".join(list(told)[:_SENTENCES])

    def _excerpt(self, at: Locator) -> str:
        words = _NUMBER.sub("", "".join(self._law.text_at(at).words.split()))
        return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}……"

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
