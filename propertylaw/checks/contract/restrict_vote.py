"""CON012: restrict vote."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON012", "restrict_vote", Severity.HIGH)
def restrict_vote(contract: Contract) -> Iterator[Hit]:
    """限制业主共同管理权。

    参加业主大会、提议、投票、选举和被选举是业主的法定权利，不能由建设单位、物业服务人或者规约妨碍、附条件或者另加权重。

    会报告（管理规约）：成立业主大会应当事先取得建设单位的书面同意。

    不报告（业主大会议事规则）：一名业主拥有数套房屋的，按一人计算人数。
    """
    yield from signs(contract, "restrict_vote")
