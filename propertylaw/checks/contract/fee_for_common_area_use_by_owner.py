"""CON045: fee for common area use by owner."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON045", "fee_for_common_area_use_by_owner", Severity.MEDIUM)
def fee_for_common_area_use_by_owner(contract: Contract) -> Iterator[Hit]:
    """对业主正常使用共有部分收费。

    业主正常使用自己共有的道路、电梯、外墙、屋面等，不必另外付费。

    会报告：业主乘坐电梯的，另按每户每月20元支付电梯使用费。

    不报告：业主使用小区道路、大堂、架空层等共有部分，不另行收费。
    """
    yield from signs(contract, "fee_for_common_area_use_by_owner")
