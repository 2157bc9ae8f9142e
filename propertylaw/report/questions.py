"""The questions of an analysis: claim by claim, each with the id under which the dispute form takes the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from propertylaw.model import Analysis, Question, Result, Scenario
from propertylaw.reasoning.argument import RESULTS

from .terminal import COMMAND, RESULT_STYLES, Indented, cited, point

_PURPOSES = {"result": "[定结论] ", "amount": "[算金额] "}


def question_blocks(analysis: Analysis, most: int) -> Iterator[RenderableType]:
    """The questions of each claim below its title, at most so many of them; the rest are counted."""
    titles = {claim.id: claim.title for claim in analysis.claims}
    concepts = {concept.id for concept in analysis.open_concepts}
    by_claim: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for respondents, question in _new(analysis):
        by_claim.setdefault((question.claim, respondents), []).append(question)
    for (claim, respondents), asked in by_claim.items():
        people = "、".join(analysis.names[one] for one in respondents)
        lines: list[RenderableType] = [Text(f"{titles[claim]}，对{people}", style="head")]
        blocks = _together(asked)
        lines += [Indented(_block(together, concepts), 1) for together in blocks[:most]]
        if len(blocks) > most:
            more = f"另有 {len(blocks) - most} 个问题，用 -o 存成网页或者 Word 文件时都列出"
            lines.append(Indented(Text(more, style="quiet"), 1))
        yield Group(*lines)


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


def _together(asked: list[Question]) -> list[tuple[Question, ...]]:
    """Questions that stand in one block: combinations that share a question, so that each is asked once."""
    found: list[tuple[Question, ...]] = []
    for question in asked:
        shared = [one for one in found if len(question.ids) > 1 and _share_one(one, question)]
        if shared:
            found[found.index(shared[0])] = (*shared[0], question)
        else:
            found.append((question,))
    return found


def _share_one(block: tuple[Question, ...], question: Question) -> bool:
    asked = {id for one in block if len(one.ids) > 1 and one.purpose == question.purpose for id in one.ids}
    return not asked.isdisjoint(question.ids)


def _ways(outcomes: Iterable[Scenario], numbers: Mapping[str, str]) -> Iterator[tuple[str, Result]]:
    """The answers that lead to each result, in words; where one of them decides whatever the others, it alone."""
    left = list(outcomes)
    before = ""
    while left and (alone := _deciding(left)) is not None:
        id, answer = alone
        found = [one for one in left if one.given[id] == answer]
        yield f"{before}{_answered(id, answer, numbers)}（其余不论）", found[0].result
        left = [one for one in left if one not in found]
        before += f"{_answered(id, left[0].given[id], numbers)}；"
        left = [one.model_copy(update={"given": {k: v for k, v in one.given.items() if k != id}}) for one in left]
    for one in left:
        yield before + "；".join(_answered(id, answer, numbers) for id, answer in one.given.items()), one.result


def _answered(id: str, answer: str, numbers: Mapping[str, str]) -> str:
    """An answer, with the question that it is given to where several are asked: 第2问答“否”."""
    return f"{numbers[id]}答“{answer}”" if id in numbers else answer


def _deciding(outcomes: list[Scenario]) -> tuple[str, str] | None:
    """An answer under which, of several outcomes, all are the same."""
    if any(one.given.keys() != outcomes[0].given.keys() for one in outcomes) or len(outcomes[0].given) < 2:
        return None
    for id, answer in ((id, answer) for one in outcomes for id, answer in one.given.items()):
        same = [one for one in outcomes if one.given[id] == answer]
        rest = {one.given[id] for one in outcomes} - {answer}
        if len(same) > 1 and len(rest) == 1 and len({one.result for one in same}) == 1:
            return id, answer
    return None


def _block(together: tuple[Question, ...], concepts: set[str]) -> RenderableType:
    """The questions, each once, and then what follows from the answers."""
    every = {id: said for one in together for id, said in zip(one.ids, one.questions, strict=True)}
    # A reading of a concept is no fact: there is nothing to fill in for it.
    asked = [
        Text(said) if id in concepts else Text.assemble(said, (f"（{id}）", COMMAND)) for id, said in every.items()
    ]
    numbers = {id: f"第{number}问" for number, id in enumerate(every, 1)} if len(every) > 1 else {}
    mark = _PURPOSES[together[0].purpose]
    if len(asked) == 1:
        lines: list[RenderableType] = [point(mark, asked[0], "open")]
    else:
        lines = [point(mark, f"以下 {len(asked)} 项要一并回答：", "open")]
        lines += [Indented(point(f"{number}. ", said), 2) for number, said in enumerate(asked, 1)]
    for given, outcome in (way for one in together for way in _ways(one.outcomes, numbers)):
        result = (RESULTS[outcome], RESULT_STYLES[outcome])
        lines.append(Indented(Text.assemble(f"{given} → ", result), 2))
    for condition in dict.fromkeys(condition for question in together for condition in question.conditions):
        kind = "例外" if condition.unless else "条件"
        words = Text.assemble(f"规定写的{kind}：“{condition.says}”", (f"　{cited((condition.at,))}", "law"))
        lines.append(Indented(words, 2))
    evidence = dict.fromkeys(one for question in together for one in question.evidence)
    if evidence:
        lines.append(Indented(Text(f"证据：{'、'.join(evidence)}", style="quiet"), 2))
    return Group(*lines)
