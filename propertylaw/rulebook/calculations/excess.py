"""An agreed penalty that is excessive beside the loss: how far a court may reduce it (民法典 585 II).

The loss is where the court starts from, and over three tenths above it a penalty is generally excessive (合同编通则解释
65); how much is left is weighed by fairness, so that anything from nothing down to the loss may be taken off.
"""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .sums import cents, yuan

USUAL_LIMIT = Decimal("1.3")
"""A penalty above the loss by more than three tenths is generally excessive."""


def beyond_penalty(loss: Money, penalty: Money) -> Money:
    """What of a loss the penalty agreed for it does not make good: it stands for as much of it."""
    low = None if loss.low is None else max(loss.low - penalty.high, Decimal(0))
    step = Step(says="约定的违约金已经补上的部分", amount=-min(penalty.high, loss.high))
    high = max(loss.high - (penalty.low or Decimal(0)), Decimal(0))
    return loss.model_copy(update={"low": low, "high": high, "steps": (*loss.steps, step)})


def above_loss(penalty: Decimal, loss: Decimal) -> Money:
    """What may be taken off: at most down to the loss, generally what exceeds it by over three tenths."""
    above = max(cents(penalty - loss), Decimal(0))
    usual = f"损失 {yuan(loss)}，一般减到不超过损失的 1.3 倍，即 {yuan(loss * USUAL_LIMIT)}"
    return Money(low=Decimal(0), high=above, steps=(Step(says=usual),))
