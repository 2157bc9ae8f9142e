"""What was set off: a sum that is told, with the day on which the notice arrived."""

from __future__ import annotations

from propertylaw.model import Money, Step

from .inputs import Inputs
from .sums import claimed

_told = claimed("setoff_sum", "已通知抵销的债权")


def setoff(inputs: Inputs) -> Money:
    """The debt that was set off; 合同编通则解释 55: both debts end when the notice arrives."""
    money, arrived = _told(inputs), inputs.day("setoff_notice_date")
    if arrived is None:
        return money
    arose = inputs.day("setoff_debt_date")
    if arose is not None and arrived < arose:
        return money.model_copy(
            update={"steps": (*money.steps, Step(says=f"抵销通知早于抵销的债权发生的 {arose}，请核对"))}
        )
    step = Step(says=f"抵销通知于 {arrived} 到达")
    return money.model_copy(update={"steps": (*money.steps, step)})
