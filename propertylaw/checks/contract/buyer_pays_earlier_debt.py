"""CON060: who buys a dwelling has to pay what its former owner owes."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON060", "buyer_pays_earlier_debt", Severity.MEDIUM)
def buyer_pays_earlier_debt(contract: Contract) -> Iterator[Hit]:
    """受让人承担前手欠费。

    转让以前的欠费是前业主的债务；受让人没有参加约定，也没有同意承担的，合同不能要他清偿。

    会报告：业主转让房屋前拖欠的物业费，由受让人承担。

    不报告：业主转让房屋的，应当结清转让前的物业费。
    """
    yield from signs(contract, "buyer_pays_earlier_debt")
