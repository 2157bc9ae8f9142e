"""CON062: the ways to court and to the authorities closed."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON062", "suit_or_complaint_excluded", Severity.HIGH)
def suit_or_complaint_excluded(contract: Contract) -> Iterator[Hit]:
    """排除起诉、投诉。

    不准业主起诉、申请仲裁、投诉或者信访，或者让业主因此受不利。约定由哪个法院管辖的，见 CON021。

    会报告：业主对处理决定不得起诉，也不得向主管部门投诉。

    不报告：业主对处理结果不满意的，可以向主管部门投诉，也可以起诉。
    """
    yield from signs(contract, "suit_or_complaint_excluded")
