"""CON027: committee decides reserved matter."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON027", "committee_decides_reserved_matter", Severity.HIGH)
def committee_decides_reserved_matter(contract: Contract) -> Iterator[Hit]:
    """越权决定业主共同决定事项。

    选聘和解聘物业服务人、使用维修资金、利用共有部分经营、改变共有部分用途等由业主共同决定，业主委员会或者物业服务人不能代为决定。

    会报告（业主大会议事规则）：选聘和解聘物业服务企业由业主委员会集体研究决定，报街道备案。

    不报告（业主大会议事规则）：业主委员会负责拟订选聘物业服务企业的方案，提请业主大会表决。
    """
    yield from signs(contract, "committee_decides_reserved_matter")
