"""CON004: total subcontract."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON004", "total_subcontract", Severity.HIGH)
def total_subcontract(contract: Contract) -> Iterator[Hit]:
    """整体转委托、支解转包。

    把全部物业服务交给他人，或者拆开后分别交给他人，为法律所禁止；能外委的只有单项专业服务，且由物业服务人向业主负责。

    会报告：乙方可以将本合同项下的全部物业服务转委托给其关联公司履行。

    不报告：乙方可以将电梯维护保养委托给有资质的单位，并就其服务向业主承担责任。
    """
    yield from signs(contract, "total_subcontract")
