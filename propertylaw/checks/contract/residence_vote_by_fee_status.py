"""CON031: residence vote by fee status."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON031", "residence_vote_by_fee_status", Severity.HIGH)
def residence_vote_by_fee_status(contract: Contract) -> Iterator[Hit]:
    """以缴费、居住状态限制表决。

    表决权来自对专有部分的所有权，不能因欠费、不居住、出租等被剥夺、暂停或者不计入。

    会报告：拖欠物业费的业主不享有业主大会的表决权。

    不报告（业主大会议事规则）：业主欠费的，不影响其在业主大会会议上投票和参加选举。
    """
    yield from signs(contract, "residence_vote_by_fee_status")
