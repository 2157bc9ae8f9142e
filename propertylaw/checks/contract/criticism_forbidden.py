"""CON072: owners who may not criticise the provider or the developer in public."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON072", "criticism_forbidden", Severity.MEDIUM)
def criticism_forbidden(contract: Contract) -> Iterator[Hit]:
    """不许公开批评。

    业主有权监督物业服务；禁止业主在网上、群里发表对物业服务人、建设单位不利的意见，排除了业主的主要权利。侮辱、诽谤另依法承担责任。

    会报告：业主不得在微信群、短视频平台发布对乙方不利的言论，违者承担乙方公关费用。

    不报告：业主群内发言应当文明，不得侮辱、诽谤他人；对服务的批评和建议由乙方在三日内答复。
    """
    yield from signs(contract, "criticism_forbidden")
