"""The questions of an analysis: for each claim the few that decide, what their answers lead to, then those of its sum.

What does not fit is counted; a page to print has all of it at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from propertylaw.model import Analysis, Question, RuleCondition
from propertylaw.reasoning.results_in_words import RESULTS
from propertylaw.rulebook import rules

from .deciding_answers import Way, by_what_they_settle, ways_of
from .terminal import COMMAND, RESULT_STYLES, Indented, cited, point

_DECIDES, _SUM = "[定结论] ", "[算金额] "
_MOST = 5
"""So many questions of a claim stand on the page."""
_MOST_OF_A_SUM = 2
"""So many questions on its sum stand there in any case."""
_MOST_WAYS = 4
"""So many ways in which several answers settle it stand there."""


class _Asked(NamedTuple):
    """One question: its id and words, what one answer settles, what else is to be told of it."""

    id: str
    says: str
    alone: tuple[Way, ...] = ()
    conditions: tuple[RuleCondition, ...] = ()
    evidence: tuple[str, ...] = ()


class _OfClaim(NamedTuple):
    """The questions of a claim against somebody."""

    head: str
    deciding: tuple[_Asked, ...]
    together: tuple[Way, ...]
    """What several answers settle."""
    of_sum: tuple[_Asked, ...]

    @property
    def shown_of_sum(self) -> int:
        """How many questions on the sum stand on the page."""
        return max(_MOST - len(self.deciding), _MOST_OF_A_SUM)


def question_blocks(analysis: Analysis) -> Iterator[RenderableType]:
    """The questions of each claim below its title, each once, those that settle most first; the rest are counted."""
    concepts = {concept.id for concept in analysis.open_concepts}
    for claim in _claims(analysis):
        lines: list[RenderableType] = [Text(claim.head, style="head")]
        lines += [Indented(_question(_DECIDES, one, concepts), 1) for one in claim.deciding[:_MOST]]
        if claim.together:
            lines.append(Indented(_together(claim.together[:_MOST_WAYS]), 1))
        lines += [Indented(_question(_SUM, one, concepts), 1) for one in claim.of_sum[: claim.shown_of_sum]]
        if rest := _counted(claim):
            by_command = ("，用 -o 存成网页或者 Word 文件时", COMMAND)
            lines.append(Indented(Text.assemble(rest, by_command, "列在文末", style="quiet"), 1))
        yield Group(*lines)


def further_blocks(analysis: Analysis) -> Iterator[RenderableType]:
    """What the page only counts, claim by claim: the other questions, and every way in which answers settle a claim."""
    concepts = {concept.id for concept in analysis.open_concepts}
    for claim in _claims(analysis):
        if _counted(claim):
            lines: list[RenderableType] = [Text(claim.head, style="head")]
            lines += [Indented(_question(_DECIDES, one, concepts), 1) for one in claim.deciding[_MOST:]]
            if len(claim.together) > _MOST_WAYS:
                lines.append(Indented(_together(claim.together), 1))
            lines += [Indented(_question(_SUM, one, concepts), 1) for one in claim.of_sum[claim.shown_of_sum :]]
            yield Group(*lines)


def _counted(claim: _OfClaim) -> str:
    """What is left out of the page: 另有 2 个问题、3 种组合; or nothing."""
    questions = len(claim.deciding[_MOST:]) + len(claim.of_sum[claim.shown_of_sum :])
    ways = len(claim.together[_MOST_WAYS:])
    parts = (f"{questions} 个问题" if questions else "", f"{ways} 种答法" if ways else "")
    return f"另有 {'、'.join(filter(None, parts))}" if questions or ways else ""


def _claims(analysis: Analysis) -> Iterator[_OfClaim]:
    titles = {claim.id: claim.title for claim in analysis.claims}
    by_claim: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for respondents, question in _new(analysis):
        by_claim.setdefault((question.claim, respondents), []).append(question)
    for (claim, respondents), asked in by_claim.items():
        people = "、".join(analysis.names[one] for one in respondents)
        yield _of_claim(f"{titles[claim]}，对{people}", asked)


def _of_claim(head: str, told: Iterable[Question]) -> _OfClaim:
    asked = [_for_the_sum(one) if _decides_nothing(one) else one for one in told]
    ways = ways_of(asked)
    words = {id: says for one in asked for id, says in zip(one.ids, one.questions, strict=True)}
    deciding = dict.fromkeys(by_what_they_settle(ways))
    deciding |= dict.fromkeys(id for one in asked if one.purpose == "result" for id in one.ids)
    of_sum = dict.fromkeys(id for one in asked for id in one.ids if id not in deciding)
    alone = {id: tuple(way for way in ways if way.given.keys() == {id}) for id in deciding}

    def question(id: str) -> _Asked:
        about = [one for one in asked if id in one.ids]
        conditions = dict.fromkeys(condition for one in about for condition in one.conditions)
        return _Asked(id, words[id], alone.get(id, ()), tuple(conditions), _evidence(id, about))

    together = tuple(way for way in ways if len(way.given) > 1)
    return _OfClaim(head, tuple(map(question, deciding)), together, tuple(map(question, of_sum)))


def _decides_nothing(question: Question) -> bool:
    """Whether every answer leads to the same result: then it bears on what is had alone."""
    return len(question.outcomes) > 1 and len({one.result for one in question.outcomes}) == 1


def _for_the_sum(question: Question) -> Question:
    return question.model_copy(update={"purpose": "amount", "outcomes": ()})


def _evidence(id: str, about: Iterable[Question]) -> tuple[str, ...]:
    """The evidence for one question: of what is asked alone as it is told, of one of several what the rules say."""
    for question in about:
        if question.ids == (id,):
            return question.evidence
    known = rules().facts.get(id)
    return known.evidence if known else ()


def _new(analysis: Analysis) -> Iterator[tuple[tuple[str, ...], Question]]:
    """The questions without those from whose answers nothing but sums follow and that were asked for another claim
    between the same people."""
    claimants: dict[str, set[str]] = {}
    for claim in analysis.claims:
        claimants.setdefault(claim.id, set()).add(claim.claimant)
    asked: set[tuple[object, ...]] = set()
    for respondents, question in _once(analysis.decisive):
        key = (question.ids, question.questions, respondents, frozenset(claimants.get(question.claim, ())))
        if question.outcomes or question.conditions or key not in asked:
            yield respondents, question
        asked.add(key)


def _once(questions: Iterable[Question]) -> Iterator[tuple[tuple[str, ...], Question]]:
    """What is asked in the same way for several respondents of a claim, once with all of them."""
    found: list[tuple[list[str], Question]] = []
    for question in questions:
        for respondents, other in found:
            if question.model_copy(update={"respondent": other.respondent}) == other:
                respondents.append(question.respondent)
                break
        else:
            found.append(([question.respondent], question))
    return ((tuple(respondents), question) for respondents, question in found)


def _question(mark: str, asked: _Asked, concepts: set[str]) -> RenderableType:
    """A question and what follows from an answer to it."""
    # A reading of a concept is no fact: there is nothing to fill in for it.
    said = Text(asked.says) if asked.id in concepts else Text.assemble(asked.says, (f"（{asked.id}）", COMMAND))
    lines: list[RenderableType] = [point(mark, said, "open")]
    lines += [Indented(_way(way.given[asked.id], way), 2) for way in asked.alone]
    for condition in asked.conditions:
        kind = "例外" if condition.unless else "条件"
        words = Text.assemble(f"规定写的{kind}：“{condition.says}”", (f"　{cited((condition.at,))}", "law"))
        lines.append(Indented(words, 2))
    if asked.evidence:
        lines.append(Indented(Text(f"证据：{'、'.join(asked.evidence)}", style="quiet"), 2))
    return Group(*lines)


def _together(ways: Iterable[Way]) -> RenderableType:
    """What several answers settle, in the words of what is asked."""
    said = ((way, "；".join(_answer(id, answer) for id, answer in way.given.items())) for way in ways)
    lines = [Indented(point("· ", _way(words, way)), 2) for way, words in said]
    return Group(Text("几个回答合起来：", style="open"), *lines)


def _way(words: str, way: Way) -> Text:
    return Text.assemble(f"{words} → ", (RESULTS[way.result], RESULT_STYLES[way.result]))


def _answer(id: str, answer: str) -> str:
    """An answer with what it is about: 造成人身损害：否; a reading says it by itself."""
    known = rules().facts.get(id)
    return f"{known.title}：{answer}" if known else f"认为“{answer}”"
