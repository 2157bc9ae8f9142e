"""CON035: prepaid fee not refunded."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON035", "prepaid_fee_not_refunded", Severity.HIGH)
def prepaid_fee_not_refunded(contract: Contract) -> Iterator[Hit]:
    """预收费不退。

    合同终止后，预收而尚未提供服务期间的费用应当退还。

    会报告：业主预交的全年物业费，合同提前终止的一律不予退还。

    不报告：合同终止的，乙方应当退还尚未提供服务期间的预收费用。
    """
    yield from signs(contract, "prepaid_fee_not_refunded")
