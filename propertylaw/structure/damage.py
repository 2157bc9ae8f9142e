"""Says where a text looks damaged: gaps and repeats in its numbers, a date that contradicts it, an end cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propertylaw.model import Article, Diagnostic, Paragraph, Provision, Severity

from .headings import recognise
from .skeleton import Draft

_STOPS = re.compile(r"[，、,（(“《]$|[应可不须由及和或与的]$")
"""Words that no sentence ends with."""
_EXCERPT = r"节录|摘录|节选|摘选|选录|摘抄|节略|部分条款"
_IN_TITLE = re.compile(_EXCERPT)
_IN_OPENING = re.compile(rf"[（(【\[](?:{_EXCERPT})")
_MANY_GAPS = 3
"""From so many on they are told in one: a text that lacks so much is a part of another."""


def is_excerpt(title: str, opening: str) -> bool:
    """Whether a text calls itself a part of another.

    Args:
        title: of the text.
        opening: what stands before its first article.
    """
    return bool(_IN_TITLE.search(title) or _IN_OPENING.search(opening))


def numbering_diagnostics(
    drafts: Sequence[Draft], articles: Sequence[Article], file: str, *, excerpt: bool
) -> tuple[Diagnostic, ...]:
    """What is wrong with the numbers, in reading order.

    STR001 for a gap between articles (one for all where the text is an excerpt, or there are many), STR002 for a
    repeated number, STR004 for one that runs backwards, STR005 for items that are not counted 1, 2, 3.
    """
    steps = zip(drafts, drafts[1:], articles[1:], strict=False)
    found = [
        _diagnostic(code, message, article, file)
        for before, draft, article in steps
        for code, message in _step(before, draft)
    ]
    gaps = [one for one in found if one.code == "STR001"]
    if gaps and (excerpt or len(gaps) >= _MANY_GAPS):
        found = [_gaps_in_one(gaps, excerpt=excerpt), *(one for one in found if one.code != "STR001")]
    found += [
        _diagnostic("STR005", message, paragraph, file)
        for article in articles
        for paragraph in article.paragraphs
        for message in _item_gaps(article, paragraph)
    ]
    return tuple(sorted(found, key=lambda one: one.span or (0, 0)))


def no_article(file: str, instrument_title: str) -> Diagnostic:
    """STR003: nothing in the text is numbered as an article."""
    return Diagnostic(
        code="STR003",
        severity=Severity.MEDIUM,
        message=f"在“{instrument_title}”中没有找到条款编号，无法分条",
        file=file or None,
        advice="条款应以“第一条”“一、”或“1.”等编号开头，各占一行",
    )


def date_diagnostics(contradiction: str, file: str) -> tuple[Diagnostic, ...]:
    """STR006: the date in the name of a file is not that of the text.

    Args:
        contradiction: how they disagree; empty when they do not.
        file: path as the user gave it.
    """
    if not contradiction:
        return ()
    return (
        Diagnostic(
            code="STR006",
            severity=Severity.MEDIUM,
            message=contradiction,
            file=file or None,
            advice="引用前请核对版本，以文本自身的修改记录为准",
        ),
    )


def cut_off_diagnostics(draft: Draft, article: Article, file: str) -> tuple[Diagnostic, ...]:
    """STR007: the last article stops in mid-sentence."""
    words = draft.lines[-1]
    if words.in_table or not _STOPS.search(words.text):
        return ()
    return (_diagnostic("STR007", f"“{article.label}”没有写完，文本可能不完整", article, file),)


def _step(before: Draft, after: Draft) -> Iterator[tuple[str, str]]:
    if after.number == before.number + 1 or _starts_again(before, after) or "之" in after.label:
        return
    if after.number == before.number:
        yield "STR002", f"编号“{after.label}”重复"
    elif after.number > before.number:
        yield "STR001", f"“{before.label}”之后是“{after.label}”，中间的编号缺失"
    else:
        yield "STR004", f"“{after.label}”排在“{before.label}”之后，编号倒退"


def _gaps_in_one(gaps: Sequence[Diagnostic], *, excerpt: bool) -> Diagnostic:
    """The first gap, speaking for all."""
    where = f"{gaps[0].message.split('，')[0]}{f'等，共 {len(gaps)} 处' if len(gaps) > 1 else ''}"
    if not excerpt:
        return gaps[0].model_copy(update={"message": f"编号多处不连续（{where}），可能只是全文的一部分"})
    message = f"文件写明是节录，编号不连续（{where}）：没有录进来的条款没有读到"
    return gaps[0].model_copy(update={"message": message, "advice": "没有录进来的条款与争议有关的，附上全文"})


def _item_gaps(article: Article, paragraph: Paragraph) -> Iterator[str]:
    expected = 1
    for item in paragraph.items:
        mark = recognise(item.label)
        if not item.label:
            yield f"“{article.label}”第{paragraph.number}款的列项有一项没有编号，作第{item.number}项"
            return
        if mark is not None and mark.number != expected:
            yield f"“{article.label}”第{paragraph.number}款的列项从“{item.label}”起编号不连续"
            return
        expected += 1


def _starts_again(before: Draft, after: Draft) -> bool:
    """In contracts each part may count its clauses from one."""
    return after.number == 1 and after.divisions != before.divisions


def _diagnostic(code: str, message: str, place: Provision, file: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.LOW,
        message=message,
        locator=place.locator,
        file=file or None,
        span=place.text_span,
        advice="请核对原文是否缺页、错漏或者识别有误",
    )
