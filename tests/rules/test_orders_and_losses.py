"""Orders and losses of every claim: what has ended is not ordered to stop, and limitation neither spares a loss nor
takes one that still arises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from worked_cases import BOOK, DISPUTES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Claim, ClaimFinding, Defence, Dispute, Effect, Fact, Remedy, Respondent, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.program import TAKES

STOPS = {"民法典/236", "民法典/179/1/1", "民法典/179/1/2", "民法典/179/1/3"}
"""Cease, remove, restore order, avert danger: what an order rests on that is moot once there is nothing to stop."""

NOT_REACHED = {
    ("developer.rescission", "refund"): "arises only when the contract is ended",
    ("parking.sale", "refund"): "arises when the sale is found void, which the same judgment says",
    ("developer.rescission", "interest"): "arises only when the contract is ended",
    ("developer.rescission", "loss"): "arises only when the contract is ended",
    ("developer.utility_facilities", "cost"): "runs from the end of the repair, which no fact tells",
    ("maintenance_fund.contribution", "pay"): "not subject to limitation (guiding case 65)",
    ("persons.face_recognition", "lawyer_fee"): "arises with the suit",
    ("public.report_not_acted", "damages"): "administrative: the time to sue decides",
}
"""Sums that limitation does not touch, with the reason."""

ARISES_ONCE = {
    "common_parts.lift_compensation": "one sum for the lift as it was built",
    "common_parts.service_rooms": "the rooms themselves, or their price",
    "contract.dismissal_compensation": "the loss by one decision",
    "contract.takeover_inspection": "putting a defect right",
    "developer.documents": "handing over papers",
    "developer.warranty": "putting a defect right, or the cost of it",
    "governance.member_benefits": "each benefit taken",
}
"""Claims over matters that go on, with what limitation runs against by a plain defence."""

Against = tuple[Claim, Respondent]
ALL: list[Against] = [(claim, head) for claim in BOOK.claims.values() for head in claim.respondents]


def name(against: Against) -> str:
    return f"{against[0].id}-{against[1].role[0]}"


def remedies_of(against: Against) -> tuple[Remedy, ...]:
    return (*against[0].remedies, *against[1].remedies)


def defences_of(against: Against) -> tuple[Defence, ...]:
    return (*against[0].defences, *against[1].defences)


def touched(defence: Defence, against: Against) -> set[str]:
    return set(defence.touches) or {remedy.id for remedy in remedies_of(against)}


def limiting(against: Against) -> Iterator[Defence]:
    helping = {Effect.BARS, Effect.EXTINGUISHES, Effect.DEFEATS, Effect.REDUCES}
    yield from (d for d in defences_of(against) if "limitation_raised" in d.when and d.effect in helping)


@pytest.mark.parametrize("against", ALL, ids=name)
def test_ids_of_remedies_are_their_own(against: Against) -> None:
    ids = [remedy.id for remedy in remedies_of(against)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("against", ALL, ids=name)
def test_an_order_to_stop_goes_when_there_is_nothing_to_stop(against: Against) -> None:
    moot = {id for d in defences_of(against) if d.effect in TAKES for id in touched(d, against)}
    for remedy in remedies_of(against):
        if remedy.calc is None and STOPS & {str(at) for at in remedy.basis} and remedy.when == "true":
            assert remedy.id in moot


@pytest.mark.parametrize("against", ALL, ids=name)
def test_limitation_reaches_every_sum_or_says_why_not(against: Against) -> None:
    reached = {id for defence in limiting(against) for id in touched(defence, against)}
    for remedy in remedies_of(against):
        if (remedy.calc and not remedy.accessory) or remedy.loss:
            assert (remedy.id in reached) is ((against[0].id, remedy.id) not in NOT_REACHED)


@pytest.mark.parametrize("against", ALL, ids=name)
def test_who_claims_for_a_matter_that_goes_on_says_how_the_loss_arises(against: Against) -> None:
    claim = against[0]
    if claim.time is None or not (claim.time.rule == "lasting" or "harm_end_date" in claim.time.ends):
        return
    plain = [d for d in limiting(against) if "harm_claim_barred" in d.when]
    by_hand = {id for d in plain for id in touched(d, against)} - {one.id for one in remedies_of(against) if one.loss}
    assert not by_hand or claim.id in ARISES_ONCE


def findings(dispute: Dispute) -> tuple[ClaimFinding, ...]:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK)).claims


def with_facts(dispute: Dispute, *more: Fact) -> Dispute:
    new = {fact.id for fact in more}
    return dispute.model_copy(update={"facts": (*(f for f in dispute.facts if f.id not in new), *more)})


def told(id: str, value: bool | date | Decimal | None, of: str | None = None) -> Fact:
    return Fact(id=id, value=value, of=of, evidence=("证据",) if value is not None else ())


def cases(ids: set[str], fits: Callable[[ClaimFinding], bool]) -> list[Any]:
    """Of each claim the first worked case in which limitation is not raised, nor another claim, and that fits."""
    found: dict[str, Dispute] = {}
    for dispute in DISPUTES:
        alone = len(dispute.claims) == 1 and dispute.claims[0].claim in ids - found.keys()
        raised = any(fact.id == "limitation_raised" for fact in dispute.facts)
        if alone and not raised and fits(findings(dispute)[0]):
            found[dispute.claims[0].claim] = dispute
    return [pytest.param(dispute, id=id) for id, dispute in sorted(found.items())]


def respondent_of(dispute: Dispute) -> str:
    return dispute.claims[0].against[0]


LASTING = {c.id for c, h in ALL for r in remedies_of((c, h)) if r.loss not in (None, "once") and r.calc}
OLD_HARM = cases(
    LASTING - {"developer.warranty", "parking.lease"},  # there other sums are out of time besides
    lambda one: one.result is Result.SUPPORTED and bool(one.amount and one.amount.low == one.amount.high > 0),
)


def with_limitation(dispute: Dispute, *more: Fact) -> Dispute:
    """Limitation is raised, and the harm was known five years before."""
    known = dispute.on.replace(year=dispute.on.year - 5, day=1)
    claimant = dispute.claims[0].by
    raised = [told("limitation_raised", True, party.id) for party in dispute.parties if party.id != claimant]
    return with_facts(dispute, *raised, told("harm_known_date", known), *more)


@pytest.mark.parametrize("dispute", OLD_HARM)
def test_of_harm_that_goes_on_limitation_takes_neither_all_nor_nothing(dispute: Dispute) -> None:
    whole = findings(dispute)[0].amount
    found = findings(with_limitation(dispute, told("harm_went_on", True)))[0]
    assert whole is not None
    assert found.amount is not None
    assert found.amount.low is None or found.amount.low < whole.high
    assert found.amount.high == whole.high
    assert not found.settled


@pytest.mark.parametrize("dispute", OLD_HARM)
def test_what_arose_once_and_long_ago_is_out_of_time(dispute: Dispute) -> None:
    whole = findings(dispute)[0].amount
    found = findings(with_limitation(dispute, told("harm_went_on", False)))[0]
    assert whole is not None
    assert found.result in (Result.NOT_SUPPORTED, Result.PARTLY_SUPPORTED, Result.DEPENDS)
    assert found.amount is None or found.amount.high < whole.high


@pytest.mark.parametrize("dispute", OLD_HARM)
def test_where_it_is_not_known_whether_harm_went_on_nothing_is_settled(dispute: Dispute) -> None:
    found = findings(with_limitation(dispute, told("harm_went_on", None)))[0]
    whole = findings(dispute)[0].amount
    assert whole is not None
    assert found.result is Result.DEPENDS
    assert found.amount is not None
    assert (found.amount.low or 0) < found.amount.high == whole.high


def ends(defence: Defence) -> bool:
    return defence.effect is Effect.FULFILS and "conduct_ended" in defence.when


ENDED: dict[str, set[str]] = {}
for one in ALL:
    for defence in filter(ends, defences_of(one)):
        ENDED.setdefault(one[0].id, set()).update(touched(defence, one))
OPEN_ANYWAY = {"parking.sale", "persons.face_gate"}
"""They hang on a concept in every case."""


def says_of(finding: ClaimFinding) -> set[str]:
    claim = BOOK.claims[finding.id]
    everything = (*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies))
    return {remedy.says for remedy in everything if remedy.id in ENDED[claim.id]}


STOPPING = cases(
    set(ENDED),
    lambda one: one.result is Result.SUPPORTED and bool({remedy.says for remedy in one.remedies} & says_of(one)),
)


@pytest.mark.parametrize("dispute", STOPPING)
def test_what_has_ended_is_not_ordered_to_stop(dispute: Dispute) -> None:
    ended = told("conduct_ended", True, respondent_of(dispute))
    before, after = findings(dispute)[0], findings(with_facts(dispute, ended))[0]
    gone = says_of(before)
    assert not {remedy.says for remedy in after.remedies} & gone
    left = [remedy for remedy in before.remedies if remedy.says not in gone]
    untold = [remedy for remedy in after.remedies if remedy.missing and not left]
    none_left = Result.DEPENDS if untold else Result.NOT_SUPPORTED  # what it cost may still be owed, and is asked for
    assert after.result is (Result.SUPPORTED if left else none_left)
    assert [remedy.money for remedy in after.remedies if remedy not in untold] == [remedy.money for remedy in left]
    insisting = ended.model_copy(update={"denied_by": (dispute.claims[0].by,)})
    insisted = findings(with_facts(dispute, insisting))[0]
    assert insisted.result is (Result.PARTLY_SUPPORTED if left else none_left)


@pytest.mark.parametrize("dispute", STOPPING)
def test_where_it_is_not_known_whether_it_ended_the_order_is_open(dispute: Dispute) -> None:
    found = findings(with_facts(dispute, told("conduct_ended", None, respondent_of(dispute))))[0]
    assert found.result is Result.DEPENDS
    assert not found.settled
    shown = {remedy.says for remedy in found.remedies if remedy.money is None}
    assert any(says.startswith(tuple(says_of(found))) and "未定" in says for says in shown)


@pytest.mark.parametrize("dispute", STOPPING)
def test_that_it_ended_and_is_not_proved_is_decided_by_the_burden_and_said(dispute: Dispute) -> None:
    who = respondent_of(dispute)
    denied = Fact(id="conduct_ended", value=True, of=who, said_by=who, denied_by=(dispute.claims[0].by,))
    found = findings(with_facts(dispute, denied))[0]
    assert found.result is Result.SUPPORTED
    assert not found.settled
    assert "conduct_ended" in {use.fact for use in found.unproved}


BOTH = [param for param in STOPPING if param.id in {one.id for one in OLD_HARM}]


@pytest.mark.parametrize("dispute", BOTH)
def test_what_has_ended_and_is_out_of_time_leaves_nothing_but_what_neither_touches(dispute: Dispute) -> None:
    ended = told("conduct_ended", True, respondent_of(dispute))
    found = findings(with_limitation(dispute, ended, told("harm_went_on", False)))[0]
    open_sums = [remedy for remedy in found.remedies if remedy.money is None or remedy.money.high > 0]
    assert found.result is Result.NOT_SUPPORTED or open_sums


def test_the_claims_are_met() -> None:
    met = {param.id for param in OLD_HARM}
    assert {"neighbours.leak", "conduct.illegal_building", "fees.cutoff", "contract.provider_quits"} <= met
    assert {"neighbours.leak", "common_parts.altering", "conduct.noise"} <= {param.id for param in BOTH}
    assert {param.id for param in STOPPING} == set(ENDED) - OPEN_ANYWAY
