"""CON030: shift statutory duty to owner."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON030", "shift_statutory_duty_to_owner", Severity.HIGH)
def shift_statutory_duty_to_owner(contract: Contract) -> Iterator[Hit]:
    """转嫁法定义务。

    法律规定由物业服务人或者建设单位承担的维护、安全、保修等义务，不能转给业主或者排除在外。

    会报告：各楼栋的消防设施由本栋业主自行维护、年检，乙方不负责。

    不报告：业主专有部分内的管道由业主自行维护。
    """
    yield from signs(contract, "shift_statutory_duty_to_owner")
