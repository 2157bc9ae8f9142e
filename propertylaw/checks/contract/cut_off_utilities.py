"""CON001: cut off utilities."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON001", "cut_off_utilities", Severity.HIGH)
def cut_off_utilities(contract: Contract) -> Iterator[Hit]:
    """以停供、限行催费。

    以停水、停电、停暖或者限制乘梯、门禁、车辆通行的方式催收费用，法律明文禁止，这样的约定无效。

    会报告：业主欠交物业费满三个月的，乙方可以暂停为其办理购电、充水业务，并关闭其车牌识别通道。

    不报告：水泵房检修需要停水的，乙方应当提前两日通知，业主欠费与否不影响恢复供水。
    """
    yield from signs(contract, "cut_off_utilities")
