"""AMB007: an exception to an exception in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check(
    "AMB007",
    "double_exception",
    Severity.LOW,
    subject="regulation",
    message="一句话里有两重例外，后一个例外所针对的不清楚",
)
def double_exception(regulation: Regulation) -> Iterator[Hit]:
    """同一句话先有例外，再有例外，看不出后一个是对规则的例外还是对前一个例外的例外。

    读法不同，结果正好相反。

    会报告：除紧急情况外，不得停水，但业主同意的除外。

    不报告：不得停水，但业主同意的除外。

    怎样解决：分成两句，写明后一个例外针对什么。
    """
    for match in regulation.matches(pattern("{double_exception}"), "但"):
        yield Hit(match.span(), advice="分成两句，写明后一个例外针对什么")
