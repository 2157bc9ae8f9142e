"""CNF011: one text has two periods or two majorities for one act."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import contradictions
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import Aspect
from propertylaw.model import Norm, Severity

_SPECIAL = {"part": "单元|[栋幢]", "old": "老旧", "lift": "电梯"}
"""Whom or what a rule is only for, where it is not for all owners and all works."""


@check(
    "CNF011",
    "two_figures_for_one_act",
    Severity.MEDIUM,
    subject="regulation",
    message="同一文件对同一件事规定了两个期限或者两个比例",
)
def two_figures_for_one_act(regulation: Regulation) -> Iterator[Hit]:
    """同一件事在同一文件里有两个期限，或者同一事项有两种表决要求。

    逾期与否、决议成立与否，取决于引用哪一条。

    会报告：第四条“应当在三日内公告决定”，第二十条“应当在七日内公告决定”。

    不报告：全体业主改建的表决一处写明，另一处写明一个单元加装电梯的表决；表决的人和事不同。

    不报告：紧急情况另有较短的期限。

    怎样解决：统一数字，或者写明哪一条是特别规定。
    """
    special = {
        (one.second.text_span, one.first.locator)
        for one in regulation.clashes
        if _only_for(regulation, one.first) != _only_for(regulation, one.second)
    }
    hits = contradictions(regulation, (Aspect.PERIOD, Aspect.THRESHOLD), "统一数字，或者写明哪一条是特别规定")
    return (hit for hit in hits if (hit.span, *hit.related) not in special)


def _only_for(regulation: Regulation, norm: Norm) -> frozenset[str]:
    """What the sentence of a norm, as far as it is printed, confines it to."""
    words = regulation.source.text[slice(*(norm.text_span or (0, 0)))]
    return frozenset(name for name, signs in _SPECIAL.items() if pattern(signs).search(words))
