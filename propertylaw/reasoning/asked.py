"""The sum that is asked for: nobody is given more, and who asks for more than he can get succeeds in part."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Result, Step


def within(asked: Decimal | None, result: Result, amount: Money | None) -> tuple[Result, Money | None]:
    """The result and the sum, measured by what was asked for.

    Args:
        asked: the sum, in yuan; None where the form names none.
        result: of the claim on its ground.
        amount: what the facts and the law come to; None where that is not known, and nothing changes.

    Source: 民事诉讼法 211 (11): a judgment beyond what was asked for is a ground for retrial.
    """
    if asked is None or amount is None:
        return result, amount
    if amount.high > asked:
        low = None if amount.low is None else min(amount.low, asked)
        step = Step(says="不超过请求的数额", amount=asked)
        return result, amount.model_copy(update={"low": low, "high": asked, "steps": (*amount.steps, step)})
    short = amount.high < asked and result is Result.SUPPORTED
    return (Result.PARTLY_SUPPORTED if short else result), amount


def perhaps_less(asked: Decimal | None, result: Result, amount: Money | None) -> bool:
    """Whether a claim that stands may bring less than was asked for: how far it succeeds is then open."""
    if asked is None or amount is None or result is not Result.SUPPORTED:
        return False
    return amount.low is None or amount.low < asked
