"""CON037: unlawful extra charge."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON037", "unlawful_extra_charge", Severity.HIGH)
def unlawful_extra_charge(contract: Contract) -> Iterator[Hit]:
    """乱收费、重复收费、加价。

    没有合同或者法律依据的收费、重复收费、对代收费用加价或者要求业主承担他人的债务，业主可以拒付并要求退还。

    会报告：乙方代收水电费时，每度电加收0.1元作为管理费。

    不报告：乙方代收水电费的，不得加收手续费。
    """
    yield from signs(contract, "unlawful_extra_charge")
