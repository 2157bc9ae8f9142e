"""CON006: waive right to terminate."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON006", "waive_right_to_terminate", Severity.HIGH)
def waive_right_to_terminate(contract: Contract) -> Iterator[Hit]:
    """限制解聘权。

    业主依法定程序共同决定解聘物业服务人的权利不能用合同排除或者架空。

    会报告：在合同期内，业主大会不得作出更换物业服务企业的决定。

    不报告：业主依法共同决定解聘乙方的，甲方应当提前六十日书面通知乙方。
    """
    yield from signs(contract, "waive_right_to_terminate")
