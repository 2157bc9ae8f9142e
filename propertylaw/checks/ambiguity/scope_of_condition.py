"""AMB006: 或者 joins predicates, and 且 follows: it may limit the last of them or all."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check(
    "AMB006",
    "scope_of_condition",
    Severity.LOW,
    subject="regulation",
    message="“或者”之后又用“且”，后一条件管到哪里不清楚",
)
def scope_of_condition(regulation: Regulation) -> Iterator[Hit]:
    """几个情形用“或者”并列，后面再加“且”，看不出“且”只限制最后一个还是限制全部。

    两种读法的结果不同：一种读法前面的情形单独就够，另一种读法还要满足后面的条件。

    会报告：拒付物业费或者有其他损害行为且未改正的，不得担任业主代表。

    不报告：（一）拒付物业费；（二）有其他损害行为，且未改正的。

    怎样解决：分项列出，或者把共同的条件提到前面。
    """
    text = regulation.source.text
    for match in regulation.matches(pattern("{or_then_and}"), "且"):
        start = max(text.rfind(stop, 0, match.start()) for stop in "，。；：\n") + 1
        if not pattern("{closed_alternative}").search(text, start, match.end()):
            yield Hit((start, match.end()), advice="分项列出，或者把共同的条件提到前面")
