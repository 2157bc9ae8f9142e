"""Headline, heads, steps and recourse tell one and the same sum, in every worked case, whatever sum is asked for."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from shares import one_in
from worked_cases import BOOK, DISPUTES, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Dispute, Money, RemedyFinding, Result
from propertylaw.reasoning import analyze

ZERO = Decimal(0)
TRIED = [
    pytest.param(number, id=str(EXAMPLES[number]))
    for number in one_in(8, [n for n, dispute in enumerate(DISPUTES) if dispute.claims])
]
GETS = (Result.SUPPORTED, Result.PARTLY_SUPPORTED)


def analysed(dispute: Dispute) -> Analysis:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK))


@cache
def worked(number: int) -> Analysis:
    return analysed(DISPUTES[number])


def heads(finding: ClaimFinding) -> list[Money]:
    """The sums that are asked for."""
    return [one.money for one in finding.remedies if one.money and not one.unasked]


def told(finding: ClaimFinding) -> Money | None:
    return finding.amount or finding.reckoned


def stepwise(remedy: RemedyFinding) -> Decimal | None:
    """What the told steps come to: subtotals take the place of what was before, deductions come off it; what is
    open, the least that it may come to, and what of it falls on one of several lead nowhere."""
    at: Decimal | None = None
    for step in remedy.money.steps if remedy.money else ():
        if (
            step.amount is not None
            and "未定" not in step.says
            and not step.says.endswith(("至少为", "按最少的算为", "另一说为"))
            and "平均每一方" not in step.says
        ):
            at = step.amount if step.amount >= 0 or at is None else max(at + step.amount, ZERO)
    return at


@pytest.mark.parametrize("number", TRIED)
def test_every_sum_lies_between_nothing_and_its_most(number: int) -> None:
    for finding in worked(number).claims:
        for money in (*heads(finding), told(finding)):
            if money is not None:
                assert ZERO <= (money.low or ZERO) <= money.high


@pytest.mark.parametrize("number", TRIED)
def test_the_headline_is_the_sum_of_its_heads(number: int) -> None:
    for finding in worked(number).claims:
        money, cap = told(finding), finding.asked
        if money is None:
            continue
        lows, high = [one.low for one in heads(finding)], sum((one.high for one in heads(finding)), ZERO)
        low = None if None in lows else sum((one for one in lows if one is not None), ZERO)
        assert money.high == (high if cap is None else min(high, cap))
        assert money.low == (low if cap is None or low is None else min(low, cap))


@pytest.mark.parametrize("number", TRIED)
def test_the_steps_lead_to_the_sum(number: int) -> None:
    for finding in worked(number).claims:
        for remedy in finding.remedies:
            if remedy.money and stepwise(remedy) is not None:
                assert stepwise(remedy) == remedy.money.high, remedy.says


@pytest.mark.parametrize("number", TRIED)
def test_recourse_is_for_no_more_than_is_owed(number: int) -> None:
    analysis = worked(number)
    for one in analysis.recourse:
        owed = [told(f) for f in analysis.claims if (f.id, f.respondent) == (one.claim, one.by)]
        assert one.money is None or any(money and one.money.high <= money.high for money in owed)


@pytest.mark.parametrize("number", TRIED)
def test_nothing_is_got_by_a_claim_that_fails_or_by_one_that_comes_to_naught(number: int) -> None:
    for finding in worked(number).claims:
        if finding.result in (Result.NOT_SUPPORTED, Result.PREMATURE):
            assert told(finding) is None or told(finding).high == 0  # type: ignore[union-attr]
        only_sums = len(heads(finding)) == len([one for one in finding.remedies if not one.unasked])
        if finding.result in GETS and finding.amount and only_sums:
            assert finding.amount.high > 0


@pytest.mark.parametrize("number", TRIED[::2])
@pytest.mark.parametrize("of_it", [Decimal("0.5"), Decimal(1), Decimal(2)], ids=["half", "all", "double"])
def test_nobody_pays_more_than_is_asked_for(number: int, of_it: Decimal) -> None:
    most = max((money.high for f in worked(number).claims if (money := told(f))), default=ZERO)
    if not most:
        return
    asked = (most * of_it).quantize(Decimal("0.01"))
    dispute = DISPUTES[number]
    claims = tuple(one.model_copy(update={"sum": asked}) for one in dispute.claims)
    for finding in analysed(dispute.model_copy(update={"claims": claims})).claims:
        money = told(finding)
        if money is None:
            continue
        assert money.high <= asked
        if finding.result is Result.SUPPORTED and finding.amount:
            # either all of it is sure, or the headline says that the rest is open
            assert money.low == asked or finding.at_least_partly
        if finding.result in GETS and finding.amount and finding.amount.high < asked:
            # money of which nothing tells how much may still bring the rest: then the headline leaves it open
            more = any(one.unreckoned and not one.unasked for one in finding.remedies)
            assert finding.at_least_partly if more else finding.result is Result.PARTLY_SUPPORTED
