"""CON008: fine by provider."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON008", "fine_by_provider", Severity.HIGH)
def fine_by_provider(contract: Contract) -> Iterator[Hit]:
    """物业罚款。

    物业服务人没有处罚权；与实际损失无关、按次收取并归自己的款项，无论叫什么名字都是变相罚款。

    会报告：业主乱停车辆、堆放杂物的，乙方每次收取200元文明管理金。

    不报告：发现违规行为的，乙方应当劝阻并报告城市管理部门，由执法部门依法处罚。
    """
    yield from signs(contract, "fine_by_provider")
