"""CON034: waive right to withhold."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON034", "waive_right_to_withhold", Severity.MEDIUM)
def waive_right_to_withhold(contract: Contract) -> Iterator[Hit]:
    """排除抗辩、减价请求。

    不论服务如何，业主都不得拒付、减价或者抵销，排除了业主的主要权利。

    会报告：业主不得以服务质量存在瑕疵为由拒付或者少付物业费。

    不报告：业主不得以未入住、空置为由拒绝交纳物业费。
    """
    yield from signs(contract, "waive_right_to_withhold")
