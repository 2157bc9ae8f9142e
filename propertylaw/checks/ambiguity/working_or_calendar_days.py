"""AMB003: working days and days stand side by side, and nothing says how days are counted."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Rank, Severity

_CIVIL = (Rank.STATUTE, Rank.INTERPRETATION)
"""Whose days are counted by the rules of the Civil Code on periods, or by a law of procedure."""
_SHORT = 15
"""Up to so many days it matters whether holidays count."""


@check(
    "AMB003",
    "working_or_calendar_days",
    Severity.LOW,
    subject="regulation",
    message="“日”和“工作日”混用，没有写明怎样计算",
)
def working_or_calendar_days(regulation: Regulation) -> Iterator[Hit]:
    """短的期限有的用“日”、有的用“工作日”，没有说明“日”是否含节假日。

    期限短的，含不含节假日相差一半，逾期与否会有不同算法。

    会报告：应当在五个工作日内答复；应当在三日内报告，而全文没有说明怎样计算。

    不报告：文末写明本条例规定的十日以下的期限按工作日计算。

    怎样解决：统一用一种，或者在附则写明计算方法。
    """
    if regulation.rank in _CIVIL:
        return
    text = regulation.source.text
    if not pattern("{working_day}").search(text) or pattern("{day_defined}").search(text):
        return
    short = [
        match
        for match in pattern("{calendar_day}").finditer(text)
        if 0 < (number(match["count"]) or 0) <= _SHORT and regulation.locator_at(match.start())
    ]
    if short:
        places = tuple(at for match in short[1:9] if (at := regulation.locator_at(match.start())))
        yield Hit(
            short[0].span(),
            says=f"“{short[0][0]}”等 {len(short)} 处",
            advice="在附则写明“日”的计算方法",
            related=places,
        )
