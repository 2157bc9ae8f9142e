"""Nothing is told that cannot matter here: open law of a lost claim, elements of other claimants, local rules nobody
pleads; and what has to be proved is told of every defence alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from questions_of import asked
from two_parties import agreed, raised

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

LATE = [
    agreed("decision_made"),
    agreed("decision_date", date(2023, 12, 1)),
    agreed("procedure_violated"),
    agreed("decision_known_date", date(2023, 12, 1)),
]
ACCOUNTS = [
    agreed("assembly_authorised_suit"),
    agreed("common_part_used"),
    agreed("operated_by_respondent"),
    agreed("common_income_gross", 100000),
]
COST: dict[str, Any] = {"id": "common_income_cost", "value": 30000, "said_by": "b", "denied_by": ["a"]}
VOTE_MISSED = {
    "vote_area_total": 20000,
    "vote_heads_total": 200,
    "vote_area_in": 15000,
    "vote_heads_in": 150,
    "vote_area_for": 11200,
    "vote_heads_for": 110,
}


def revocation(suit: date) -> Analysis:
    sued = agreed("revocation_suit_date", suit)
    return analyze(raised("decisions.revoke", ("owner", "owners_assembly"), *LATE, sued))


def test_of_a_claim_that_is_gone_in_any_case_no_open_law_is_told() -> None:
    analysis = revocation(date(2025, 6, 1))
    assert analysis.claims[0].result is Result.NOT_SUPPORTED
    assert analysis.open_concepts == ()


def test_of_the_same_claim_in_time_it_is() -> None:
    assert [one.id for one in revocation(date(2024, 6, 1)).open_concepts] == ["minor_flaw"]


@pytest.mark.parametrize(("claimant", "told"), [("owner", False), ("owners_committee", True)])
def test_standing_of_the_organs_is_told_only_of_an_organ(claimant: str, told: bool) -> None:
    analysis = analyze(raised("conduct.dwelling_to_business", (claimant, "owner"), agreed("dwelling_in_business")))
    (standing,) = [one for one in analysis.claims[0].elements if one.id == "standing"]
    assert standing.by_role is not told


def test_local_rules_on_a_levy_are_open_law_only_where_one_is_pleaded() -> None:
    facts = [agreed(id, value) for id, value in VOTE_MISSED.items()]
    facts += [agreed("vote_on_fund_or_rebuilding"), agreed("fund_property_covered"), agreed("fund_due_sum", 5000)]

    def levy(*more: dict[str, Any]) -> list[str]:
        roles = ("owners_assembly", "owner")
        return [one.id for one in analyze(raised("maintenance_fund.contribution", roles, *facts, *more)).open_concepts]

    assert "levy_without_vote" not in levy()
    assert "levy_without_vote" in levy(agreed("fund_levy_by_local_rule"))


@pytest.mark.parametrize("challenged", [True, False])
def test_costs_that_are_disputed_and_not_proved_are_to_be_proved(challenged: bool) -> None:
    facts = [*ACCOUNTS, COST, agreed("cost_challenged", challenged)]
    (finding,) = analyze(raised("common_parts.income", ("owners_committee", "service_provider"), *facts)).claims
    assert finding.result is Result.SUPPORTED
    assert [use.fact for use in finding.unproved] == ["common_income_cost"]


def test_that_a_dog_was_not_leashed_is_in_the_heading() -> None:
    facts = [agreed(id) for id in ("animal_harm", "harm_suffered", "is_keeper")]

    def basis(*more: dict[str, Any]) -> set[str]:
        return {str(at) for at in analyze(raised("torts.animals", ("anyone", "owner"), *facts, *more)).claims[0].basis}

    assert basis() == {"民法典/1245"}
    assert basis(agreed("no_safety_measures")) == {"民法典/1245", "民法典/1246"}


@pytest.mark.parametrize(("role", "duty_of_a_handler"), [("owner", False), ("service_provider", True)])
def test_recordings_of_a_neighbour_go_as_a_tort_those_of_a_provider_also_as_its_duty(
    role: str, duty_of_a_handler: bool
) -> None:
    installed = [agreed("camera_installed"), agreed("camera_captures_claimant"), agreed("camera_in_private_place")]
    (finding,) = analyze(raised("persons.cameras", ("owner", role), *installed)).claims
    (deletion,) = [remedy for remedy in finding.remedies if "删除" in remedy.says]
    assert ("民法典/1037/2" in map(str, deletion.basis)) is duty_of_a_handler
    assert "民法典/995" in map(str, deletion.basis)


@pytest.mark.parametrize(("fit", "cited"), [(False, True), (True, False)])
def test_that_only_an_accepted_building_may_be_handed_over_is_cited_where_it_was_not(fit: bool, cited: bool) -> None:
    facts = [
        agreed("sale_contract"),
        agreed("delivery_due_date", date(2024, 6, 30)),
        agreed("delivered_date", date(2024, 12, 31)),
        agreed("price_paid", 1000000),
        agreed("delivery_penalty_rate", 0.0001),
        agreed("unfit_when_delivered", not fit),
    ]
    (finding,) = analyze(raised("developer.unfinished", ("buyer", "developer"), *facts)).claims
    assert ("建设工程质量管理条例/16/3" in map(str, finding.basis)) is cited


def test_what_two_claims_between_the_same_people_hang_on_is_asked_once() -> None:
    facts = [agreed(id) for id in ("signed_contract", "service_provided", "demand_made")]
    facts += [agreed("fee_rate", 1.5), agreed("floor_area", 100), agreed("fee_due_day", 31)]
    unpaid = {"unpaid_from": date(2024, 1, 1), "unpaid_to": date(2024, 6, 30)}
    facts += [{"id": id, "value": day, "said_by": "a"} for id, day in unpaid.items()]
    form = raised("fees.arrears", ("service_provider", "owner"), *facts, agreed("late_fee_rate", 0.001))
    both = (*form.claims, form.claims[0].model_copy(update={"claim": "fees.late_fee"}))
    analysis = analyze(form.model_copy(update={"claims": both}))
    assert [question.claim for question in analysis.decisive if question.ids == ("amount_paid",)] == [
        "fees.arrears",
        "fees.late_fee",
    ]
    assert analysis_text(analysis).count("（amount_paid）") == 1
    admitted = [agreed(id, day) for id, day in unpaid.items()]
    assert "amount_paid" not in asked(
        analyze(raised("fees.arrears", ("service_provider", "owner"), *facts[:6], *admitted))
    )


def test_what_a_dismissal_within_the_term_makes_moot_is_not_asked() -> None:
    facts = [agreed("dismissed_by_decision"), agreed("dismissal_loss", 1000), agreed("new_contract_effective")]
    facts += [agreed("notice_given"), agreed("agreed_term_end", date(2025, 12, 31))]
    roles = ("outgoing_provider", "owners_committee")
    open_still = asked(analyze(raised("contract.dismissal_compensation", roles, *facts)))
    assert {"preliminary_contract", "service_continued_after_term"} <= open_still
    facts += [agreed("signed_contract"), agreed("dismissal_notice_date", date(2025, 1, 21))]
    moot = asked(analyze(raised("contract.dismissal_compensation", roles, *facts)))
    assert {"preliminary_contract", "service_continued_after_term"} & moot == set()


@pytest.mark.parametrize(
    ("claim", "roles", "told", "needless"),
    [
        (
            "fees.cutoff",
            ("owner", "service_provider"),
            ["utilities_cut", "cut_by_provider", "cut_to_collect"],
            {"access_restricted", "home_access_blocked", "own_parking_blocked"},
        ),
        (
            "torts.animals",
            ("anyone", "owner"),
            ["animal_harm", "harm_suffered", "is_keeper", "no_safety_measures"],
            {"victim_provoked_on_purpose"},
        ),
    ],
)
def test_what_a_claimant_tells_for_his_own_sake_raises_no_defence_to_be_asked_about(
    claim: str, roles: tuple[str, str], told: list[str], needless: set[str]
) -> None:
    asked = {id for question in analyze(raised(claim, roles, *map(agreed, told))).decisive for id in question.ids}
    assert needless.isdisjoint(asked)


@pytest.mark.parametrize(("only_stop", "insurance"), [(True, False), (False, True)])
def test_who_asks_only_that_it_stops_is_not_asked_who_paid_the_doctor(only_stop: bool, insurance: bool) -> None:
    facts = [agreed(id) for id in ("animals_kept", "animal_rule_broken", "own_use_affected", "harm_to_person")]
    facts += [agreed("damage_amount", 800), agreed("only_stop_asked", only_stop)]
    assert ("health_insured" in asked(analyze(raised("conduct.animals_kept", ("owner", "owner"), *facts)))) is insurance


def test_a_demand_that_is_told_and_not_proved_is_asked_for_only_beside_others() -> None:
    facts = [agreed("sale_contract"), agreed("delivery_due_date", date(2020, 12, 31)), agreed("price_paid", 1000000)]
    facts += [agreed("delivery_penalty_rate", 0.0001), agreed("limitation_raised")]
    facts += [agreed("delivered_date", date(2021, 3, 1))]
    denied = {"id": "harm_demand_date", "value": date(2022, 1, 1), "said_by": "a", "denied_by": ["b"]}
    analysis = analyze(raised("developer.unfinished", ("buyer", "developer"), *facts, denied))
    (demand,) = [one for one in analysis.decisive if one.ids == ("harm_demand_date",)]
    assert "已填的以外" in demand.questions[0]
