"""CON028: one sided termination."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON028", "one_sided_termination", Severity.MEDIUM)
def one_sided_termination(contract: Contract) -> Iterator[Hit]:
    """单方解除权失衡。

    解除合同的权利只给一方，或者双方的条件差距悬殊。

    会报告：乙方可以随时解除本合同，但应当提前十日通知甲方；甲方不得提前终止本合同。

    不报告：一方严重违约，经催告后三十日内仍未改正的，对方可以解除合同。
    """
    yield from signs(contract, "one_sided_termination")
