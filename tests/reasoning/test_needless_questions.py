"""Questions that somebody who told what happened is not asked, and those that he is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from questions_of import asked

from propertylaw.model import Analysis, Dispute
from propertylaw.reasoning import analyze

PARTIES = [
    {"id": "a", "name": "甲", "role": "owner"},
    {"id": "b", "name": "乙", "role": "owner"},
    {"id": "t", "name": "租客", "role": "property_user"},
    {"id": "w", "name": "物业", "role": "service_provider"},
    {"id": "d", "name": "开发商", "role": "developer"},
    {"id": "m", "name": "维保公司", "role": "contractor"},
    {"id": "c", "name": "业委会", "role": "owners_committee"},
]


def analysed(claim: str, by: str, against: str, *facts: object, true: Iterable[str] = ()) -> Analysis:
    return analyze(
        Dispute.model_validate(
            {
                "on": "2025-06-30",
                "place": "江苏省南通市",
                "parties": PARTIES,
                "claims": [{"by": by, "against": [against], "claim": claim}],
                "facts": [*({"id": id, "value": True} for id in true), *facts],
            }
        )
    )


def test_who_tells_of_water_that_was_cut_off_is_not_asked_of_gates_and_cars_nor_of_limitation() -> None:
    told = ("utilities_cut", "cut_by_provider", "cut_to_collect", "cut_still_on")
    found = asked(analysed("fees.cutoff", "a", "w", {"id": "cut_loss", "value": 860}, true=told))
    assert found.isdisjoint({"access_restricted", "home_access_blocked", "own_parking_blocked", "limitation_raised"})


def test_who_tells_of_a_gate_too_is_asked_about_it() -> None:
    told = ("utilities_cut", "cut_by_provider", "cut_to_collect", "cut_still_on", "access_restricted")
    assert "access_still_on" in asked(analysed("fees.cutoff", "a", "w", true=told))


SLIP = ("harm_in_service_area", "harm_suffered", "breach_contributed", "victim_at_fault")
SLIPPED = (
    {"id": "known_hazard_left", "of": "w", "value": True},
    {"id": "damage_amount", "value": 46000},
    {"id": "victim_fault_share", "min": "0.2", "max": "0.4"},
)


def test_whether_it_was_somebody_else_is_asked_before_who_he_was_and_what_share_is_left() -> None:
    found = asked(analysed("torts.duty_of_care", "a", "w", *SLIPPED, true=SLIP))
    assert "third_party_caused" in found
    assert found.isdisjoint({"third_party_found", "provider_fault_share"})


def test_where_it_was_nobody_else_the_share_of_the_victim_gives_both_ends_of_the_sum() -> None:
    nobody = {"id": "third_party_caused", "value": False}
    analysis = analysed("torts.duty_of_care", "a", "w", *SLIPPED, nobody, true=SLIP)
    (claim,) = analysis.claims
    # 46000 × (1 − 0.4) to 46000 × (1 − 0.2)
    assert claim.amount is not None
    assert (claim.amount.low, claim.amount.high) == (27600, 36800)
    assert "provider_fault_share" not in asked(analysis)


def test_where_it_was_somebody_else_it_is_asked_whether_he_was_found_and_what_share_is_left() -> None:
    found = asked(analysed("torts.duty_of_care", "a", "w", *SLIPPED, true=(*SLIP, "third_party_caused")))
    assert {"third_party_found", "provider_fault_share"} <= found


def test_a_landlord_whose_tenant_made_the_noise_is_not_asked_whether_he_made_it() -> None:
    tenant = {"id": "own_user_did_it", "of": "b", "value": True}
    found = asked(analysed("conduct.noise", "a", "b", tenant, true=("own_use_affected",)))
    assert "noise_made" not in found
    assert "noise_over_limit" in found


def test_a_landlord_of_whose_tenant_nothing_is_told_is_asked() -> None:
    assert "noise_made" in asked(analysed("conduct.noise", "a", "b", true=("own_use_affected",)))


def questions(analysis: Analysis, fact: str) -> set[str]:
    found = (pair for one in analysis.decisive for pair in zip(one.ids, one.questions, strict=True))
    return {said for id, said in found if id == fact}


def test_a_question_is_put_as_suits_the_party_that_it_is_about() -> None:
    told = ("part_fell", "harm_suffered")
    (of_a_neighbour,) = questions(analysed("torts.falling_object", "a", "b", true=told), "owns_fallen_part")
    (of_a_developer,) = questions(analysed("torts.falling_object", "a", "d", true=told), "owns_fallen_part")
    assert "他家的" in of_a_neighbour
    assert "还归开发商所有" in of_a_developer


INCOME = ("assembly_authorised_suit", "common_part_used", "operated_by_respondent")
SHARE = {"id": "provider_income_share", "value": Decimal("0.4")}
COST = {"id": "common_income_cost", "value": 46000}
GROSS = {"id": "common_income_gross", "value": 230000}


def test_who_keeps_a_share_and_takes_off_costs_is_asked_whether_the_one_covers_the_other() -> None:
    assert "share_covers_cost" in asked(analysed("common_parts.income", "c", "w", GROSS, SHARE, COST, true=INCOME))
    for one in (SHARE, COST):
        assert "share_covers_cost" not in asked(analysed("common_parts.income", "c", "w", GROSS, one, true=INCOME))


SEALS = ("new_committee_elected", "assembly_authorised_suit", "office_ended", "holds_seal_records")
MEMBER = {"id": "g", "name": "原主任", "role": "committee_member"}


def seals(claim: dict[str, object], *true: str) -> set[str]:
    """What is asked where a new committee wants seals and records back from a former member."""
    form = {
        "on": "2025-06-30",
        "place": "江苏省南通市",
        "parties": [*PARTIES, MEMBER],
        "claims": [{"by": "c", "against": ["g"], "claim": "governance.seal_and_records", **claim}],
        "facts": [{"id": id, "value": True} for id in (*SEALS, *true)],
    }
    return asked(analyze(Dispute.model_validate(form)))


def test_who_wants_seals_and_records_back_is_not_asked_for_a_loss_that_he_does_not_speak_of() -> None:
    assert "breach_loss" not in seals({})


def test_the_loss_is_asked_for_where_a_sum_is_claimed_or_the_things_cannot_be_had_any_more() -> None:
    assert "breach_loss" in seals({"sum": 5000})
    assert "breach_loss" in seals({}, "seal_lost")


STOPPED = ("own_use_affected", "noise_made", "noise_over_limit")


@pytest.mark.parametrize(("claim", "told"), [("conduct.noise", STOPPED), ("conduct.animals_kept", STOPPED[:1])])
def test_who_wants_a_neighbour_to_stop_is_not_asked_what_he_lost(claim: str, told: tuple[str, ...]) -> None:
    assert "damage_amount" not in asked(analysed(claim, "a", "b", true=told))


def test_the_loss_beside_an_order_is_asked_for_once_a_sum_is_claimed_or_the_order_is_gone() -> None:
    request = {"by": "a", "against": ["b"], "claim": "conduct.noise", "sum": 3000}
    facts = [{"id": id, "value": True} for id in STOPPED]
    form = {"on": "2025-06-30", "place": "江苏省南通市", "parties": PARTIES, "claims": [request], "facts": facts}
    assert "damage_amount" in asked(analyze(Dispute.model_validate(form)))


LISTED = """\
on: 2025-06-30
place: 重庆市
parties:
  - {id: she, name: 佘某, role: owner}
  - {id: wu, name: 某物业, role: service_provider}
claims: [{by: she, against: [wu], claim: persons.reputation}]
facts:
  - {id: statement_made, of: wu, value: true}
  - {id: insulting_words, of: wu, value: true}
  - {id: seen_by_others, value: true}
  - {id: person_loss, value: 800, evidence: [票据]}
"""


@pytest.mark.parametrize(("act", "needed"), [("2024-11-01", False), ("2021-11-01", True)])
def test_limitation_is_not_asked_where_three_years_cannot_have_run_since_it_happened(
    act: str, needed: bool, tmp_path: Path
) -> None:
    raised = "  - {id: limitation_raised, of: wu, value: true}\n"
    (tmp_path / "案.yaml").write_text(f"{LISTED}{raised}  - {{id: act_date, value: {act}}}\n", encoding="utf-8")
    assert ("harm_known_date" in asked(analyze(tmp_path / "案.yaml"))) is needed


def test_who_wants_a_provider_out_that_overstays_is_asked_of_the_loss_of_the_delay() -> None:
    stays = ({"id": "not_handed_over", "of": "w", "value": True}, {"id": "handover_days", "value": 15})
    ended = {"id": "contract_end_date", "value": date(2025, 5, 1)}
    told = ("dismissed_by_decision", "notice_given")
    assert "handover_loss" in asked(analysed("handover.refusal", "c", "w", *stays, ended, true=told))
    still_in_time = {**ended, "value": date(2025, 6, 20)}
    assert "handover_loss" not in asked(analysed("handover.refusal", "c", "w", *stays, still_in_time, true=told))


REFUND = (
    {"id": "agreed_term_end", "value": date(2024, 12, 31), "evidence": ["合同"]},
    {"id": "owners_chose_other", "value": True, "evidence": ["业主大会决定"]},
    {"id": "decision_date", "value": date(2024, 10, 8)},
    {"id": "served_after_end", "value": True},
    {"id": "prepaid_from", "value": date(2025, 1, 1)},
    {"id": "prepaid_to", "value": date(2025, 12, 31)},
    {"id": "prepaid_sum", "value": 2400},
)


def test_who_asks_prepaid_fees_back_is_asked_for_the_takeover_and_not_for_ballots() -> None:
    found = asked(analysed("fees.refund_prepaid", "a", "w", *REFUND))
    assert "takeover_date" in found
    assert not {id for id in found if id.startswith("vote_")}


def test_medical_costs_of_one_claimant_are_no_question_to_another_whose_flat_was_flooded() -> None:
    facts = [
        {"id": "flat_flooded", "of": "a", "value": True},
        {"id": "leak_from_their_part", "of": "b", "value": True},
        {"id": "damage_amount", "of": "a", "claim": "neighbours.leak", "value": 8600, "evidence": ["发票"]},
        {"id": "damage_amount", "of": "t", "claim": "torts.duty_of_care", "value": 900, "evidence": ["票据"]},
        {"id": "harm_to_person", "claim": "torts.duty_of_care", "value": True},
        *({"id": id, "value": True} for id in SLIP[:3]),
        SLIPPED[0],
    ]
    claims = [
        {"by": "a", "against": ["b", "w"], "claim": "neighbours.leak"},
        {"by": "t", "against": ["w"], "claim": "torts.duty_of_care"},
    ]
    form = {"on": "2025-06-30", "place": "江苏省南通市", "parties": PARTIES, "claims": claims, "facts": facts}
    analysis = analyze(Dispute.model_validate(form))
    assert {one.claim for one in analysis.decisive if "health_insured" in one.ids} == {"torts.duty_of_care"}
