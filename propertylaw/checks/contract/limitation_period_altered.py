"""CON036: limitation period altered."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON036", "limitation_period_altered", Severity.HIGH)
def limitation_period_altered(contract: Contract) -> Iterator[Hit]:
    """变更、预先放弃诉讼时效或撤销期间。

    诉讼时效和业主请求撤销决定的一年期间由法律规定，不能用合同缩短、延长或者预先放弃。

    会报告：业主对损害的索赔应当在十五日内提出，逾期视为放弃索赔权利。

    不报告：催告通知送达的，诉讼时效依法重新计算。
    """
    yield from signs(contract, "limitation_period_altered")
