"""Who is sued and says "not I" settles nothing, a defence nobody raised takes nothing, and what excludes what."""

from __future__ import annotations

from typing import Any

import pytest
from questions_of import asked
from two_parties import raised
from worked_cases import BOOK

from propertylaw.model import Analysis, ClaimFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words
from propertylaw.reasoning.relied_on import relied_on
from propertylaw.reasoning.results_in_words import to_prove_in_words

FUND = ("maintenance_fund.use", ("owners_assembly", "service_provider"))
AGREED: dict[str, Any] = {"value": True, "said_by": "a", "admitted_by": ["b"]}


def fund(*facts: dict[str, Any]) -> ClaimFinding:
    return analyze(raised(*FUND, {"id": "fund_misused_sum", "value": 60000, "evidence": ["凭证"]}, *facts)).claims[0]


def test_who_is_sued_and_says_not_i_leaves_it_to_the_claimant_to_prove() -> None:
    found = fund({"id": "fund_taken_by_respondent", "of": "b", "value": False, "said_by": "b"})
    assert (found.result, found.settled) == (Result.NOT_SUPPORTED, False)
    assert [(use.fact, use.provers) for use in found.unproved] == [("fund_taken_by_respondent", ("a",))]
    assert "taken" in {one.id for one in found.elements if one.by_burden}


@pytest.mark.parametrize(
    "more",
    [{"evidence": ["审计报告"]}, {"admitted_by": ["a"]}, {"said_by": "a"}],
    ids=["proved", "admitted", "own"],
)
def test_proved_admitted_or_said_by_the_claimant_himself_it_settles_the_claim(more: dict[str, Any]) -> None:
    found = fund({"id": "fund_taken_by_respondent", "of": "b", "value": False, "said_by": "b", **more})
    assert (found.result, found.settled) == (Result.NOT_SUPPORTED, True)


def test_two_words_against_each_other_prove_nothing() -> None:
    said = {"id": "fund_taken_by_respondent", "of": "b"}
    found = fund({**said, "value": True, "said_by": "a"}, {**said, "value": False, "said_by": "b"})
    assert [use.fact for use in found.unproved] == ["fund_taken_by_respondent"]


def test_what_the_respondent_has_to_prove_is_not_what_the_claim_says() -> None:
    claim = BOOK.claims["fees.refund_unlawful"]
    relied = relied_on(claim, claim.respondents[:1], BOOK)
    assert "charge_collected" in relied.by_claim
    assert "charge_not_shown" not in relied.by_claim


DEPOSIT = (
    {"id": "renovation_deposit_sum", "value": 3000, "said_by": "a", "evidence": ["收据"]},
    {"id": "renovation_finished", "value": True, "said_by": "a", "evidence": ["验收单"]},
)


def deposit(**deduction: Any) -> ClaimFinding:
    told = {"id": "deposit_deduction_sum", "value": None, **deduction}
    return analyze(raised("conduct.renovation_deposit", ("owner", "service_provider"), *DEPOSIT, told)).claims[0]


@pytest.mark.parametrize(
    "deduction", [{}, {"said_by": "a"}, {"value": 500, "said_by": "b", "denied_by": ["a"]}],
    ids=["unknown", "unknown to the claimant", "claimed and not proved"],
)  # fmt: skip
def test_a_deduction_nobody_raised_takes_no_more_than_one_that_is_not_proved(deduction: dict[str, Any]) -> None:
    found = deposit(**deduction)
    assert (found.result, found.amount and (found.amount.low, found.amount.high)) == (Result.SUPPORTED, (3000, 3000))
    assert [(use.fact, use.provers) for use in found.unproved] == [("deposit_deduction_sum", ("b",))]


@pytest.mark.parametrize("deduction", [{"said_by": "b"}, {"evidence": ["维修单"]}], ids=["raised", "with evidence"])
def test_a_deduction_that_was_raised_and_is_unknown_stays_open(deduction: dict[str, Any]) -> None:
    assert deposit(**deduction).result is Result.DEPENDS


SLIPPED = (
    {"id": "harm_in_service_area", **AGREED},
    {"id": "harm_suffered", **AGREED},
    {"id": "known_hazard_left", "of": "b", "value": True, "said_by": "a", "evidence": ["照片"]},
    {"id": "damage_amount", "value": 20000, "said_by": "a", "evidence": ["票据"]},
)


def slipped(**cause: Any) -> Analysis:
    told = {"id": "breach_contributed", "of": "b", **cause}
    return analyze(raised("torts.duty_of_care", ("owner", "service_provider"), *SLIPPED, told))


@pytest.mark.parametrize(
    "cause",
    [{"value": True, "said_by": "a", "denied_by": ["b"]}, {"value": False, "said_by": "b"}, {"value": None}],
    ids=["said and denied", "denied", "unknown"],
)
def test_whether_a_breach_that_is_proved_caused_the_harm_is_for_the_court_to_infer(cause: dict[str, Any]) -> None:
    found = slipped(**cause)
    assert found.claims[0].result is Result.DEPENDS
    assert "breach_contributed" in asked(found)


def test_the_claimant_still_has_to_prove_what_the_court_may_infer_and_the_rules_are_cited() -> None:
    found = slipped(value=True, said_by="a", denied_by=["b"])
    (claim,) = found.claims
    (use,) = [use for one in claim.elements for use in one.facts if use.fact == "breach_contributed"]
    assert [str(at) for at in use.inferred_by] == ["民诉法解释/93/1/4", "民诉法解释/93/2", "民诉法解释/90/2"]
    assert "推断不出的，由应当举证的一方承担不利后果" in fact_in_words(use, found.names)
    assert "待甲补证" in to_prove_in_words(claim, found.names)


def test_counter_evidence_refutes_what_would_be_inferred() -> None:
    found = slipped(value=False, said_by="b", evidence=["鉴定意见"])
    assert found.claims[0].result is Result.NOT_SUPPORTED


def test_without_a_breach_the_cause_carries_nothing() -> None:
    facts = [fact for fact in SLIPPED if fact["id"] != "known_hazard_left"]
    ids = ("known_hazard_left", "agreed_measures_missing", "leak_left_running")
    breach = [{"id": id, "of": "b", "value": False, "said_by": "a"} for id in ids]
    met = {"id": "measures_met", "of": "b", **AGREED}
    cause = {"id": "breach_contributed", "of": "b", "value": True, "said_by": "a", "denied_by": ["b"]}
    found = analyze(raised("torts.duty_of_care", ("owner", "service_provider"), *facts, *breach, met, cause))
    assert found.claims[0].result is Result.NOT_SUPPORTED


def test_who_denies_that_he_keeps_the_dog_is_not_named_to_prove_it() -> None:
    keeper = {"id": "is_keeper", "of": "b", "value": True, "said_by": "a", "denied_by": ["b"]}
    gross = {"id": "victim_gross_fault", "value": True, "said_by": "b", "denied_by": ["a"]}
    harm = [{"id": id, **AGREED} for id in ("animal_harm", "harm_suffered")]
    found = analyze(raised("torts.animals", ("owner", "owner"), *harm, keeper, gross))
    named = {use.fact: use.provers for use in found.claims[0].unproved}
    assert named["is_keeper"] == ("a",)
    assert to_prove_in_words(found.claims[0], found.names).startswith(f"待{found.names['a']}补证")


OCCUPIED = {"id": "part_occupied", "of": "b", **AGREED}
COMMON: dict[str, Any] = {"id": "is_common_part", "value": True, "said_by": "a", "evidence": ["竣工图"]}
OWN: dict[str, Any] = {"id": "part_exclusive", "value": True, "said_by": "b", "evidence": ["聊天截图"]}


def garden(*facts: dict[str, Any]) -> Analysis:
    return analyze(raised("common_parts.altering", ("owners_assembly", "owner"), OCCUPIED, *facts))


@pytest.mark.parametrize(
    ("common", "own"),
    [
        ({**COMMON, "denied_by": ["b"]}, {**OWN, "denied_by": ["a"]}),
        (COMMON, {**OWN, "denied_by": ["a"]}),
        ({**COMMON, "denied_by": ["b"]}, OWN),
    ],
    ids=["both denied", "the defence denied", "the element denied"],
)
def test_of_two_that_exclude_each_other_and_both_have_evidence_the_court_says_which_once_one_is_denied(
    common: dict[str, Any], own: dict[str, Any]
) -> None:
    found = garden(common, own)
    assert found.claims[0].result is Result.DEPENDS
    assert "is_common_part" in asked(found)
    assert "part_exclusive" not in asked(found)  # the answer to one is the answer to the other


@pytest.mark.parametrize(
    ("common", "own", "result"),
    [
        ({**COMMON, "admitted_by": ["b"]}, OWN, Result.SUPPORTED),
        (COMMON, {**OWN, "admitted_by": ["a"]}, Result.NOT_SUPPORTED),
        (COMMON, {**OWN, "evidence": []}, Result.SUPPORTED),
        ({**COMMON, "evidence": []}, {**OWN, "evidence": []}, Result.NOT_SUPPORTED),
    ],
    ids=["one admitted", "the other admitted", "a bare word against evidence", "word against word"],
)
def test_the_better_proved_of_two_that_exclude_each_other_stands(
    common: dict[str, Any], own: dict[str, Any], result: Result
) -> None:
    assert garden(common, own).claims[0].result is result
