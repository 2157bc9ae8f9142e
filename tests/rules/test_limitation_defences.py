"""What limitation takes away: no remedy that it does not run against, and nothing that was agreed to after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest

from propertylaw.model import Claim, Defence, Effect, Locator, Remedy
from propertylaw.rulebook import rules

RULES = rules()
UNTOUCHED = {
    "民法典": ("179/1/1", "179/1/2", "179/1/3", "179/1/10", "179/1/11", "236", "995", "1000/1"),
}
"""Cease, remove, avert danger (民法典 196 I 1); restore a name, apologise (995): what a remedy of the kind rests on."""


def defences_of(claim: Claim) -> Iterator[tuple[Defence, tuple[Remedy, ...]]]:
    """Each defence of limitation that helps, with the remedies against which it may be raised."""
    everything = (*claim.remedies, *chain.from_iterable(head.remedies for head in claim.respondents))
    yield from ((defence, everything) for defence in claim.defences)
    for head in claim.respondents:
        yield from ((defence, (*claim.remedies, *head.remedies)) for defence in head.defences)


LIMITATION = [
    pytest.param(defence, remedies, id=f"{claim.id}-{defence.id}")
    for claim in RULES.claims.values()
    for defence, remedies in defences_of(claim)
    if "limitation_raised" in defence.when and defence.effect is not Effect.RULED_OUT
]


def runs_not_against(remedy: Remedy) -> bool:
    def of_kind(at: Locator) -> bool:
        return at.instrument in UNTOUCHED and str(at).removeprefix(f"{at.instrument}/") in UNTOUCHED[at.instrument]

    return any(map(of_kind, remedy.basis))


@pytest.mark.parametrize(("defence", "remedies"), LIMITATION)
def test_limitation_touches_no_remedy_that_it_does_not_run_against(
    defence: Defence, remedies: tuple[Remedy, ...]
) -> None:
    spared = [remedy for remedy in remedies if runs_not_against(remedy)]
    if defence.effect in (Effect.BARS, Effect.EXTINGUISHES):
        # The whole claim goes: not where one of them is due.
        due = defence.unless.when.split(" or ") if defence.unless else []
        assert [remedy.id for remedy in spared if remedy.when not in due] == []
    else:
        reached = defence.touches or tuple(remedy.id for remedy in remedies)
        assert {remedy.id for remedy in spared} & set(reached) == set()


@pytest.mark.parametrize(("defence", "remedies"), LIMITATION)
def test_who_agreed_to_pay_when_time_was_over_cannot_plead_limitation(
    defence: Defence, remedies: tuple[Remedy, ...]
) -> None:
    assert remedies
    assert defence.unless is not None
    assert "agreed_after_expiry" in defence.unless.when.split(" or ")
    assert defence.unless.effect is None
    assert {str(at) for at in defence.unless.basis} >= {"民法典/192/2", "诉讼时效规定/19/1"}


def test_the_kinds_of_remedies_are_met() -> None:
    spared = {remedy.id for param in LIMITATION for remedy in param.values[1] if runs_not_against(remedy)}
    assert {"apology", "stop", "remove"} <= spared


REPORTED = [claim for claim in RULES.claims.values() if claim.limitation and claim.limitation.reports]


@pytest.mark.parametrize("claim", REPORTED, ids=lambda claim: claim.id)
def test_where_harm_is_reported_no_defence_of_limitation_leaves_the_report_out(claim: Claim) -> None:
    limiting = [defence for defence, _ in defences_of(claim) if "limitation_raised" in defence.when]
    assert limiting
    for defence in limiting:
        assert "barred_with_report" in defence.when or defence.concept == "report_reaches_respondent"
    if any(defence.concept is None for defence in limiting):
        assert any(defence.concept == "report_reaches_respondent" for defence in limiting)


def test_who_does_not_count_reports_does_not_ask_for_them() -> None:
    counting = {claim.id for claim in REPORTED}
    assert set(RULES.asking(("crime_report_date",))) <= counting


def test_only_claims_that_say_that_a_report_interrupts_count_it() -> None:
    assert {claim.id for claim in REPORTED} == {
        claim.id for claim in RULES.claims.values() if claim.limitation and "报案" in claim.limitation.says
    }
