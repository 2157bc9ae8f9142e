"""CON061: homes turned to business with the leave of the wrong body."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON061", "residence_to_business", Severity.HIGH)
def residence_to_business(contract: Contract) -> Iterator[Hit]:
    """住宅改经营由他人批准。

    把住宅改作经营用房，要由有利害关系的业主一致同意；写成物业服务人、建设单位或者业主委员会批准，或者多数同意即可的，没有效力。

    会报告：业主在住宅内开办民宿的，经物业公司批准即可营业。

    不报告：业主将住宅改作经营用房的，应当取得有利害关系的业主一致书面同意，并向物业公司提供复印件。
    """
    yield from signs(contract, "residence_to_business")
