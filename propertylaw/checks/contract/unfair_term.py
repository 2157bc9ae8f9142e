"""CON046: an owner has to accept, or to give up, whatever comes."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON046", "unfair_term", Severity.MEDIUM)
def unfair_term(contract: Contract) -> Iterator[Hit]:
    """一方必须无条件接受。

    要求业主无条件接受、不得提出异议或者概括放弃权利，属于不合理地加重对方责任、排除对方主要权利。

    会报告：业主对乙方的安排应当无条件服从。

    不报告：业主对账单有异议的，应当在收到后书面提出。
    """
    yield from signs(contract, "unfair_term")
