"""What was set off: a sum that is told, with the day on which the notice arrived."""

from __future__ import annotations

from propertylaw.model import Money, Step

from .denials import denied, denied_only_by_third
from .inputs import Inputs
from .pleas import told_by_one
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


setoff_denied = denied("setoff_sum")
setoff_denied_by_third = denied_only_by_third("setoff_sum")
setoff_told_by_claimant = told_by_one("claimant", "setoff_notified")
setoff_told_by_respondent = told_by_one("respondent", "setoff_notified")
setoff_meets_tort = told_by_one("claimant", "setoff_notified", where="tort_damages_claimed")
