"""CNF011: one text has two periods or two majorities for one act."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import contradictions
from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.graph import Aspect
from propertylaw.model import Severity


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

    不报告：紧急情况另有较短的期限。

    怎样解决：统一数字，或者写明哪一条是特别规定。
    """
    return contradictions(regulation, (Aspect.PERIOD, Aspect.THRESHOLD), "统一数字，或者写明哪一条是特别规定")
