"""CON038: preliminary contract survives."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON038", "preliminary_contract_survives", Severity.HIGH)
def preliminary_contract_survives(contract: Contract) -> Iterator[Hit]:
    """前期合同不终止。

    业主委员会或者业主与新物业服务人订立的合同生效时，前期合同即告终止，不能约定继续适用或者设置进场条件。

    会报告（前期物业服务合同）：业主委员会另行选聘物业服务企业的，本前期合同继续有效至期满。

    不报告（前期物业服务合同）：业主委员会与新物业服务企业订立的合同生效时，本合同终止，乙方配合交接。
    """
    yield from signs(contract, "preliminary_contract_survives")
