"""CON011: unilateral fee increase."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON011", "unilateral_fee_increase", Severity.HIGH)
def unilateral_fee_increase(contract: Contract) -> Iterator[Hit]:
    """单方涨价。

    收费标准和服务内容的变更须双方协商一致、业主依法共同决定；物业服务人单方提价、扩大收费或者减少服务，业主可以拒付。

    会报告：乙方可以根据人工成本变化自行上调物业服务费标准，在公告栏公示十日后执行。

    不报告：需要调整收费标准的，由业主大会表决通过后，双方签订补充协议执行。
    """
    yield from signs(contract, "unilateral_fee_increase")
