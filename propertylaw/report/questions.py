"""The questions of an analysis: claim by claim, each with the id under which the dispute form takes the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from propertylaw.model import Analysis, Question
from propertylaw.reasoning.argument import RESULTS

from .terminal import RESULT_STYLES, point

_MOST = 5
"""So many questions of a claim are printed; the rest are counted."""
_PURPOSES = {"result": "[定结论] ", "amount": "[算金额] "}


def question_blocks(analysis: Analysis) -> Iterator[RenderableType]:
    """The questions of each claim below its title, at most five of them."""
    titles = {claim.id: claim.title for claim in analysis.claims}
    concepts = {concept.id for concept in analysis.open_concepts}
    by_claim: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for respondents, question in _once(analysis.decisive):
        by_claim.setdefault((question.claim, respondents), []).append(question)
    for (claim, respondents), asked in by_claim.items():
        people = "、".join(analysis.names[one] for one in respondents)
        lines: list[RenderableType] = [Text(f"{titles[claim]}，对{people}", style="head")]
        lines += [Padding(_block(question, concepts), (0, 0, 0, 1)) for question in asked[:_MOST]]
        if len(asked) > _MOST:
            more = f"另有 {len(asked) - _MOST} 个问题，见 --format json"
            lines.append(Padding(Text(more, style="quiet"), (0, 0, 0, 1)))
        yield Group(*lines)


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


def _block(question: Question, concepts: set[str]) -> RenderableType:
    asked = [
        # A reading of a concept is no fact: there is nothing to fill in for it.
        said if id in concepts else f"{said}（{id}）"
        for id, said in zip(question.ids, question.questions, strict=True)
    ]
    mark = _PURPOSES[question.purpose]
    if len(asked) == 1:
        lines: list[RenderableType] = [point(mark, asked[0], "open")]
    else:
        lines = [point(mark, f"以下 {len(asked)} 项要一并回答：", "open")]
        lines += [Padding(point(f"{number}. ", said), (0, 0, 0, 2)) for number, said in enumerate(asked, 1)]
    for outcome in question.outcomes:
        result = (RESULTS[outcome.result], RESULT_STYLES[outcome.result])
        lines.append(Padding(Text.assemble(f"{'；'.join(outcome.given.values())} → ", result), (0, 0, 0, 2)))
    if question.evidence:
        lines.append(Padding(Text(f"证据：{'、'.join(question.evidence)}", style="quiet"), (0, 0, 0, 2)))
    return Group(*lines)
