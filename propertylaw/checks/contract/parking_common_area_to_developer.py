"""CON015: parking common area to developer."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON015", "parking_common_area_to_developer", Severity.HIGH)
def parking_common_area_to_developer(contract: Contract) -> Iterator[Hit]:
    """共有车位归开发商、不优先满足业主。

    占用业主共有道路、场地设置的车位属于业主共有；规划车位、车库应当首先满足业主需要，不能保留给建设单位或者物业服务人，也不能只售不租、对外优先。

    会报告（前期物业服务合同）：小区道路两侧划设的车位，其使用权和收益归建设单位所有。

    不报告（前期物业服务合同）：规划车位应当首先满足业主的需要，剩余车位可以出租给小区以外的人，租期不超过六个月。
    """
    yield from signs(contract, "parking_common_area_to_developer")
