"""CON042: evidence conclusive by provider."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON042", "evidence_conclusive_by_provider", Severity.MEDIUM)
def evidence_conclusive_by_provider(contract: Contract) -> Iterator[Hit]:
    """单方记录为唯一证据。

    把一方自己的记录、单据作为唯一或者最终的依据，排除对方举证和异议的权利。

    会报告：费用争议以乙方系统记录为唯一依据，业主不得提出异议。

    不报告：乙方的记录有相反证据足以推翻的除外；业主可以申请共同核对。
    """
    yield from signs(contract, "evidence_conclusive_by_provider")
