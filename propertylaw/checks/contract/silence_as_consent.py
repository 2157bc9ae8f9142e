"""CON033: silence as consent."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON033", "silence_as_consent", Severity.HIGH)
def silence_as_consent(contract: Contract) -> Iterator[Hit]:
    """沉默视为同意。

    沉默只有在法律规定、当事人约定或者符合交易习惯时才算意思表示；把业主未答复、未投票当作同意表决、涨价或者放弃权利，没有效力。

    会报告：业主在七日内未书面反对的，视为同意调整收费标准。

    不报告（业主大会议事规则）：业主未交回表决票的，不视为同意，也不计入参与表决的人数。
    """
    yield from signs(contract, "silence_as_consent")
