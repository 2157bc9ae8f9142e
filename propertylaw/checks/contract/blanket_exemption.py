"""CON005: blanket exemption."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON005", "blanket_exemption", Severity.HIGH)
def blanket_exemption(contract: Contract) -> Iterator[Hit]:
    """概括免责。

    不问原因和过错一概免除物业服务人的责任；免除人身损害责任、故意或者重大过失造成财产损失责任的约定无效。

    会报告：业主在公共区域摔伤、财物失窃的，无论何种原因，乙方均不承担赔偿责任。

    不报告：因不可抗力造成损失的，乙方在受影响的范围内不承担责任。
    """
    yield from signs(contract, "blanket_exemption")
