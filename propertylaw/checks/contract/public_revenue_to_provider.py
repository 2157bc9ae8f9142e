"""CON003: public revenue to provider."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON003", "public_revenue_to_provider", Severity.HIGH)
def public_revenue_to_provider(contract: Contract) -> Iterator[Hit]:
    """公共收益归物业。

    利用共有部分取得的收入，扣除合理成本后属于全体业主，不能由物业服务人占有、支配或者抵作自己的开支。

    会报告：电梯轿厢广告和快递柜的收入由乙方收取，用于弥补日常运营成本，不再与业主结算。

    不报告：广告收入扣除经业主大会认可的合理成本后，余额归全体业主所有，每季度公布。
    """
    yield from signs(contract, "public_revenue_to_provider")
