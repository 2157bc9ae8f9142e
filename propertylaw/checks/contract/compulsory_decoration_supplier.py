"""CON040: compulsory decoration supplier."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON040", "compulsory_decoration_supplier", Severity.HIGH)
def compulsory_decoration_supplier(contract: Contract) -> Iterator[Hit]:
    """指定装修、强制交易。

    强迫业主向指定的单位购买装修、材料、清运、宽带等商品或者服务，侵害自主选择权和公平交易权。

    会报告（装饰装修管理协议）：业主装修使用的沙石、水泥，必须向物业服务中心指定的供应商购买。

    不报告（装饰装修管理协议）：乙方提供的装修企业名录仅供参考，业主可以自行选择有资质的单位。
    """
    yield from signs(contract, "compulsory_decoration_supplier")
