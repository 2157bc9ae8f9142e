"""`propertylaw ask`: the provisions that answer an everyday question, or a file of questions."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .options import Output, deliver


class Format(StrEnum):
    """A page for people, one JSON object a question for programs."""

    TEXT = "text"
    JSONL = "jsonl"


def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="问题", help="用自己的话写，如“物业不让我进门”", show_default=False)
    ] = None,
    questions: Annotated[
        Path | None,
        typer.Option("--questions", metavar="文件", help="许多问题，每行一个带 id 的对象", show_default=False),
    ] = None,
    most: Annotated[int, typer.Option("-k", help="全国、省、市各最多几条")] = 10,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="哪一天的法，默认今天", show_default=False)
    ] = None,
    place: Annotated[str, typer.Option("--place", help="地点，如 青岛；不写只查全国的", show_default=False)] = "",
    format: Annotated[Format, typer.Option("--format", "-f", help="text 供阅读，jsonl 每行一个问题")] = Format.TEXT,
    output: Output = None,
) -> None:
    """用大白话提问，找到能回答的条文：为什么相关、说的是什么、当日是哪一版；还有可能提得上的请求。"""
    from datetime import date

    from propertylaw.errors import QuestionError
    from propertylaw.library import KnowledgeBase
    from propertylaw.library.claims_to_raise import ClaimsToRaise
    from propertylaw.library.search import Search
    from propertylaw.library.search_questions import AskedQuestion, read_questions
    from propertylaw.report.answers_page import answers_line, answers_text

    if (question is None) == (questions is None):
        raise QuestionError("要么写一个问题，要么用 --questions 给出文件", advice="例如 propertylaw ask 物业不让我进门")
    asked = read_questions(questions) if questions else (AskedQuestion(id="1", question=question or "", line=1),)
    law = KnowledgeBase(on.date() if on else date.today(), place)
    for doubt in law.doubts:
        typer.echo(f"{doubt.message}；{doubt.advice}（{doubt.code}）", err=True)
    search, raising = Search(law), ClaimsToRaise(law.rules.claims)
    shown = []
    for one in asked:
        try:
            answers = search.ask(one.question, most)
        except QuestionError as problem:
            problem.file = questions
            problem.place = f"第 {one.line} 行" if questions else None
            raise
        unclaimed = search.unclaimed(one.question)
        claims = () if unclaimed else raising.of(answers, search.claims(one.question))
        if format is Format.TEXT:
            shown.append(answers_text(one.question, answers, search.territories, claims, unclaimed))
        else:
            shown.append(answers_line(one.id, answers, claims))
    deliver("\n".join(shown), output)
