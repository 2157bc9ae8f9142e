"""CON063: keys of a new home held back until fees are prepaid."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON063", "keys_for_fees", Severity.HIGH)
def keys_for_fees(contract: Contract) -> Iterator[Hit]:
    """不预交费用不交房。

    以预交物业费、押金等为条件扣住钥匙或者不办理收房。

    会报告：业主未预交一年物业费的，不予交付房屋钥匙。

    不报告：业主自愿预交物业费的给予优惠；不预交的，不影响收房。
    """
    yield from signs(contract, "keys_for_fees")
