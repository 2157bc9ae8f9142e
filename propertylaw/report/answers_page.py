"""Answers to everyday questions: a page for people, one JSON object a question for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from propertylaw.library.search import Answer
from propertylaw.model import Claim

from .terminal import COMMAND, Indented, cited, page, point


def answers_text(
    question: str,
    answers: Sequence[Answer],
    searched: Sequence[str] = (),
    claims: Sequence[Claim] = (),
    unclaimed: str = "",
) -> str:
    """The provisions in order, each with what it means, why it matched, and which version of it applies.

    Args:
        question: as it was asked.
        answers: what was found.
        searched: the territories that were searched; one without an answer is told.
        claims: what the question may come to.
        unclaimed: why there is none for it.
    """

    def draw(console: Console) -> None:
        _draw(console, question, answers, searched)
        _draw_claims(console, claims)
        if unclaimed:
            console.print(Text(f"\n{unclaimed}", style="head"))

    return page(draw)


def answers_line(id: str | int, answers: Iterable[Answer], claims: Iterable[Claim] = ()) -> str:
    """The answers to one question, and the ids of the claims that it may come to, as a JSON object."""
    found = {"id": id, "results": [_result(answer) for answer in answers], "claims": [claim.id for claim in claims]}
    return json.dumps(found, ensure_ascii=False)


def _draw(console: Console, question: str, answers: Sequence[Answer], searched: Sequence[str]) -> None:
    console.print(Text(question, style="head"))
    if not answers:
        console.print("没有找到相关的条文；换个说法，或者用 propertylaw corpus add 导入文本")
        return
    territory = answers[0].territory
    for number, answer in enumerate(answers, 1):
        if answer.territory != territory:
            territory = answer.territory
            console.print(Text(f"\n{territory}", style="head"))
        _draw_answer(console, number, answer)
    answered = {answer.territory for answer in answers}
    for silent in (one for one in searched if one not in answered):
        console.print(f"\n{silent}：手头有它的法规文本，但没有找到与这一问题相关的条文")


def _draw_claims(console: Console, claims: Sequence[Claim]) -> None:
    """Where to go on from: the claims, and the command that gives the form for one."""
    if not claims:
        return
    console.print(Text("\n可能提得上的请求", style="head"))
    for claim in claims:
        console.print(point("· ", Text.assemble(claim.title, (f"　{claim.id}", COMMAND))))
    console.print(Text(f"看要件和举证：propertylaw rules show {claims[0].id}", style="quiet"))
    console.print(Text(f"要一张空表：propertylaw rules form {claims[0].id}", style="quiet"))


def _draw_answer(console: Console, number: int, answer: Answer) -> None:
    console.print(Text.assemble(f"\n{number:2} ", (cited(answer.places or (answer.locator,)), "law")))
    if answer.standing == "former":
        console.print(Indented(Text(former_note(answer), style="bad"), 3))
    if answer.means:
        console.print(Indented(Text(answer.means), 3))
    if answer.excerpt:
        console.print(Indented(Text(f"原文：{answer.excerpt}"), 3))
    console.print(Indented(Text(f"{answer.why}{_state(answer)}", style="quiet"), 3))


def former_note(answer: Answer) -> str:
    """What to tell of law that is no longer in force."""
    return f"当日已不按这一文本适用（{answer.version}的版本），接替它的文本不在手头，须另查"


def _state(answer: Answer) -> str:
    version = f"；{answer.since}起施行的文本" if answer.since and answer.standing == "in_force" else ""
    return version + ("" if answer.at_hand else "；原文不在手头")


def _result(answer: Answer) -> dict[str, Any]:
    why = f"{former_note(answer)}；{answer.why}" if answer.standing == "former" else answer.why
    return {
        "locator": str(answer.locator),
        "score": answer.score,
        "why": why,
        "places": [str(place) for place in answer.places],
        "means": answer.means or None,
        "excerpt": answer.excerpt or None,
        "version": str(answer.version) if answer.version else None,
        "standing": answer.standing,
        "at_hand": answer.at_hand,
        "territory": answer.territory,
    }
