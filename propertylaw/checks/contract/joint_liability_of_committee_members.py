"""CON029: joint liability of committee members."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON029", "joint_liability_of_committee_members", Severity.HIGH)
def joint_liability_of_committee_members(contract: Contract) -> Iterator[Hit]:
    """委员连带责任。

    业主委员会委员代表业主履职，不是债务人；要求委员以个人财产为业主的费用、合同债务负责，对其没有约束力。

    会报告：业主欠费的，由业主委员会主任以个人名义先行垫付，其他委员承担连带责任。

    不报告（业主大会议事规则）：委员侵占公共收益的，应当返还并赔偿损失。
    """
    yield from signs(contract, "joint_liability_of_committee_members")
