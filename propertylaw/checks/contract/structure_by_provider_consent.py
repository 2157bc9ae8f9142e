"""CON071: bearing structure that may be altered with the leave of the provider."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON071", "structure_by_provider_consent", Severity.HIGH)
def structure_by_provider_consent(contract: Contract) -> Iterator[Hit]:
    """物业同意即可改动承重结构。

    变动建筑主体和承重结构，须有原设计单位或者有相应资质的单位提出的设计方案，并依法办理手续；物业服务人、建设单位、业主委员会没有批准的权力。

    会报告：业主在承重墙上开门洞的，经物业工程部现场查看同意后即可施工。

    不报告：业主不得拆改承重墙；物业服务人发现的，应当劝阻、制止并报告有关部门。
    """
    yield from signs(contract, "structure_by_provider_consent")
