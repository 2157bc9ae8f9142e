"""The sum that is asked for: nobody is given more, and who asks for more than he can get succeeds in part."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from propertylaw.model import FactUse, Money, RemedyFinding, Result, Step


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


def partly(asked: Decimal | None, result: Result, remedies: Iterable[RemedyFinding]) -> Result:
    """The result, measured by what is proved: who asks for a sum and gets a remedy, but has not proved the head of
    damages that the other side disputes, succeeds in part.

    Args:
        asked: the sum, in yuan; None where the form names none.
        result: of the claim on its ground.
        remedies: each with its sum, or with what is missing.
    """
    told = tuple(remedies)
    short = any(to_be_proved(one) for one in told) and any(not one.missing for one in told)
    return Result.PARTLY_SUPPORTED if short and asked is not None and result is Result.SUPPORTED else result


def to_be_proved(remedy: RemedyFinding) -> tuple[FactUse, ...]:
    """What is disputed and not proved, without which a remedy cannot be computed."""
    return tuple(use for use in remedy.missing if use.proof == "unproved")


def perhaps_less(asked: Decimal | None, result: Result, amount: Money | None) -> bool:
    """Whether a claim that stands may bring less than was asked for: how far it succeeds is then open."""
    if asked is None or amount is None or result is not Result.SUPPORTED:
        return False
    return amount.low is None or amount.low < asked
