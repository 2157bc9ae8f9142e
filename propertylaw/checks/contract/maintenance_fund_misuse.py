"""CON023: maintenance fund misuse."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON023", "maintenance_fund_misuse", Severity.HIGH)
def maintenance_fund_misuse(contract: Contract) -> Iterator[Hit]:
    """挪用维修资金。

    维修资金属于业主所有，只能经业主共同决定用于保修期满后共有部分的维修、更新和改造，不能用于日常开支、保修范围内的维修，也不能由物业服务人保管支配。

    会报告：物业费收缴不足的，差额从专项维修资金中列支。

    不报告：保修期满后使用维修资金的，由业主依法表决；日常养护费用不得从中列支。
    """
    yield from signs(contract, "maintenance_fund_misuse")
