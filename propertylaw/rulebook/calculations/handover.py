"""The loss by a provider that does not leave: none that came before the contract ended (民法典 949 II)."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs
from .notice import longer_notice
from .sums import cents, claimed, told_parts

_LOSS = "handover_loss"
_told = claimed(_LOSS, "拒不移交、迟延移交造成的损失")


def handover_loss(inputs: Inputs) -> Money:
    """The loss as it is told; where the longer notice of a local rule counts, what came before its end is not owed."""
    money, told = _told(inputs), inputs.day("indefinite_notice_date")
    longer = longer_notice(inputs, told) if told and inputs.truth("longer_notice_holds") else None
    if longer is None:
        return money
    parts = told_parts(inputs, _LOSS)
    least = sum((part.value for part in parts if part.since and part.since > longer.end), Decimal(0))
    before = sum((part.value for part in parts if part.until and part.until <= longer.end), Decimal(0))
    step = Step(says=f"{longer.end} 合同终止以前的损失不算，没有写明各是什么时候的至多为全部")
    return money.model_copy(
        update={"low": cents(least), "high": cents(money.high - before), "steps": (*money.steps, step)}
    )
