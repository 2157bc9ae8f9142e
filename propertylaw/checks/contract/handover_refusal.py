"""CON014: handover refusal."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON014", "handover_refusal", Severity.HIGH)
def handover_refusal(contract: Contract) -> Iterator[Hit]:
    """拒不退出、拒不移交。

    合同终止后物业服务人应当退出并移交用房、设施和资料，不能以欠费、垫付款等为由留驻、扣留；拒不移交的不能请求终止后的物业费。

    会报告：本合同终止后，业主欠费未结清的，乙方有权暂不移交物业用房和档案资料。

    不报告：合同终止后三十日内，乙方应当退出并移交用房、资料，不得以欠费为由拖延。
    """
    yield from signs(contract, "handover_refusal")
