"""CON041: unlimited entry to dwelling."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON041", "unlimited_entry_to_dwelling", Severity.HIGH)
def unlimited_entry_to_dwelling(contract: Contract) -> Iterator[Hit]:
    """任意入户。

    住宅安宁受保护，除法律另有规定或者权利人明确同意外，不得进入；概括授权或者视为同意的入户没有效力。

    会报告：乙方工作人员可以随时进入业主室内检查用电情况，业主不得拒绝。

    不报告：发生火灾、漏水等紧急情况危及他人的，乙方可以在民警见证下进入，并作记录。
    """
    yield from signs(contract, "unlimited_entry_to_dwelling")
