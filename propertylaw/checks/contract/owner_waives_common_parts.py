"""CON022: owner waives common parts."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON022", "owner_waives_common_parts", Severity.HIGH)
def owner_waives_common_parts(contract: Contract) -> Iterator[Hit]:
    """放弃、处分共有部分。

    道路、绿地、外墙、屋面、架空层、物业用房等属于业主共有，不能由建设单位保留、转给个别业主独占，也不能由业主在购房或者签约时概括放弃。

    会报告（管理规约）：首层业主可以将窗前绿地围合为私家花园独立使用，其他业主不持异议。

    不报告（管理规约）：露台经规划专属于某套房屋并写入其买卖合同的，归该业主专有。
    """
    yield from signs(contract, "owner_waives_common_parts")
