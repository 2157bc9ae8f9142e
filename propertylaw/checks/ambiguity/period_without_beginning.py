"""AMB011: a period that does not say from when it runs."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Modality, Rank, Severity


@check("AMB011", "period_without_beginning", Severity.MEDIUM, subject="regulation", message="期限没有写明从何时起算")
def period_without_beginning(regulation: Regulation) -> Iterator[Hit]:
    """义务有期限，却没有写明从哪一天起算。

    条件是一种状态（符合条件、无法履职）的，从状态出现、被人知道还是有人报告起算，结果相差很大，逾期与否无从判断。

    会报告：符合条件的，街道办事处应当在六十日内组建筹备组。

    不报告：街道办事处应当自收到书面报告之日起六十日内组建筹备组。

    不报告：对当事人的申请应当在三个月内审查，期限从申请起算。

    怎样解决：写明“自……之日起”。
    """
    if regulation.rank is Rank.INTERPRETATION:
        return  # it goes on from a period of the statute that it explains
    text, seen = regulation.source.text, set()
    for norm in regulation.norms:
        if norm.modality is not Modality.DUTY or not norm.deadline or norm.text_span is None:
            continue
        start = regulation.sentence_at(norm.text_span[0])[0]
        match = pattern("{within_days}").search(text, *norm.text_span)
        if match is None or match.span() in seen or pattern("{period_begins}").search(text, start, norm.text_span[1]):
            continue
        seen.add(match.span())
        if norm.condition is None and _answers_what_was_handed_in(regulation, match.start()):
            continue
        if norm.condition is None or pattern("{state_not_event}").search(norm.condition):
            yield Hit(match.span(), says=f"“{match[0]}”", advice="写明“自……之日起”")


def _answers_what_was_handed_in(regulation: Regulation, position: int) -> bool:
    """Whether the sentence or the one before speaks of what is handed in: the period runs from that."""
    start = regulation.sentence_at(position)[0]
    before = regulation.sentence_at(start - 2)[0] if regulation.source.text[start - 1 : start] == "。" else start
    return bool(pattern("{handed_in}").search(regulation.source.text, before, position))
