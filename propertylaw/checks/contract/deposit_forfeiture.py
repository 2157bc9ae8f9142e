"""CON009: deposit forfeiture."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON009", "deposit_forfeiture", Severity.MEDIUM)
def deposit_forfeiture(contract: Contract) -> Iterator[Hit]:
    """押金不退。

    没有违约或者超出实际损失地扣没押金、保证金，不合理地加重对方责任。

    会报告（装饰装修管理协议）：装修押金2000元，业主未在完工后十日内申请查验的，押金不予退还。

    不报告（装饰装修管理协议）：装修押金在查验合格后七日内全额退还；有损坏的，凭票扣除实际修复费用，余款同时退还。
    """
    yield from signs(contract, "deposit_forfeiture")
