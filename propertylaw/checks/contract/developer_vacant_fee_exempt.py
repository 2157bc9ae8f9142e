"""CON013: developer vacant fee exempt."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON013", "developer_vacant_fee_exempt", Severity.HIGH)
def developer_vacant_fee_exempt(contract: Contract) -> Iterator[Hit]:
    """建设单位空置房免费。

    竣工后未售出或者未交付的房屋，物业费由建设单位交纳，不能免除，也不能转由业主分担。

    会报告（前期物业服务合同）：甲方尚未售出的房屋不计收物业服务费，其公共能耗由已入住业主分摊。

    不报告（前期物业服务合同）：尚未售出的房屋，由甲方按照本合同标准全额交纳物业服务费。
    """
    yield from signs(contract, "developer_vacant_fee_exempt")
