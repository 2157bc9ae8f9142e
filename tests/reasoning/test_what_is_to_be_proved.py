"""What is disputed, not proved, and would change the result or the sum is told, and who has to prove it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from two_parties import agreed, raised
from worked_cases import BOOK, DISPUTES, EXAMPLES

from propertylaw.model import ClaimFinding, Dispute, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

PROVIDER = {"id": "w", "name": "安和物业", "role": "service_provider"}
OWNER = {"id": "z", "name": "周某", "role": "owner"}


def dispute(claim: dict[str, Any], *facts: dict[str, Any]) -> Dispute:
    form = {"on": date(2025, 6, 30), "place": "上海市", "parties": [PROVIDER, OWNER], "claims": [claim]}
    return Dispute.model_validate({**form, "facts": facts})


def found(claim: dict[str, Any], *facts: dict[str, Any]) -> ClaimFinding:
    return analyze(dispute(claim, *facts)).claims[0]


ARREARS = {"by": "w", "against": ["z"], "claim": "fees.arrears"}
OWED = [
    {"id": "signed_contract", "value": True},
    {"id": "service_provided", "value": True},
    {"id": "demand_made", "value": True},
    {"id": "floor_area", "of": "z", "value": Decimal(100)},
    {"id": "fee_rate", "value": Decimal(2)},
    {"id": "unpaid_from", "of": "z", "value": date(2021, 1, 1)},
    {"id": "unpaid_to", "of": "z", "value": date(2021, 12, 31)},
]
PLEADED = {"id": "limitation_raised", "of": "z", "value": True, "said_by": "z"}
DEMANDED = {"id": "demand_date", "of": "z", "value": date(2023, 6, 1), "said_by": "w"}


def test_a_demand_that_is_disputed_and_would_save_the_claim_has_to_be_proved_by_who_tells_it() -> None:
    finding = found(ARREARS, *OWED, PLEADED, {**DEMANDED, "denied_by": ["z"]})
    assert finding.result is Result.NOT_SUPPORTED
    assert [(use.title, use.provers) for use in finding.unproved] == [("催交到达的日期（2023-06-01）", ("w",))]
    assert not finding.settled


@pytest.mark.parametrize("more", [{}, {"denied_by": ["z"], "evidence": ["签收单"]}])
def test_a_demand_that_stands_saves_the_claim(more: dict[str, Any]) -> None:
    finding = found(ARREARS, *OWED, PLEADED, {**DEMANDED, **more})
    assert finding.result is Result.SUPPORTED
    assert finding.unproved == ()


def test_a_disputed_demand_that_comes_too_late_anyway_changes_nothing() -> None:
    late = {**DEMANDED, "value": date(2025, 6, 1), "denied_by": ["z"]}
    assert found(ARREARS, *OWED, PLEADED, late).unproved == ()


def test_a_disputed_demand_is_not_asked_for_as_if_nobody_had_told_it() -> None:
    analysis = analyze(dispute(ARREARS, *OWED, PLEADED, {**DEMANDED, "denied_by": ["z"]}))
    assert all("demand_date" not in question.ids for question in analysis.decisive)


CUT = {"by": "z", "against": ["w"], "claim": "fees.cutoff", "sum": Decimal(3000)}
CLOSED = [
    {"id": "access_restricted", "value": True, "admitted_by": ["w"], "said_by": "z"},
    {"id": "home_access_blocked", "value": True, "admitted_by": ["w"], "said_by": "z"},
    {"id": "cut_by_provider", "value": True},
    {"id": "cut_to_collect", "value": True},
    {"id": "access_still_on", "value": True},
]


def test_who_asks_for_damages_that_are_disputed_and_not_proved_gets_the_rest_of_his_claim() -> None:
    loss = {"id": "access_loss", "of": "z", "value": Decimal(3000), "said_by": "z", "denied_by": ["w"]}
    finding = found(CUT, *CLOSED, loss)
    assert finding.result is Result.PARTLY_SUPPORTED
    assert [(use.fact, use.provers) for use in finding.unproved] == [("access_loss", ("z",))]
    assert [one.says for one in finding.remedies if not one.missing] == ["停止限制，恢复出入、乘梯和车辆通行"]


def test_a_loss_by_closed_doors_is_summed_up_though_nobody_spoke_of_water_and_light() -> None:
    loss = {"id": "access_loss", "of": "z", "value": Decimal(300), "said_by": "z", "evidence": ["酒店发票"]}
    finding = found(CUT, *CLOSED, loss)
    assert finding.result is Result.PARTLY_SUPPORTED
    assert finding.amount is not None
    assert finding.amount.high == Decimal(300)


def test_a_known_debt_is_told_beside_a_penalty_that_cannot_be_reckoned_yet() -> None:
    rate = {"id": "late_fee_rate", "value": Decimal("0.003")}
    analysis = analyze(dispute(ARREARS, *OWED, rate, {"id": "late_fee_requested", "value": True}))
    (finding,) = analysis.claims
    assert finding.amount is None
    assert finding.reckoned is not None
    assert finding.reckoned.high == Decimal(2400)  # 100 m2 x 2 x 12 months
    page = "".join(analysis_text(analysis).split())
    assert "2,400.00元，没有算全：还缺" in page.replace("│", "")
    assert "支付约定的逾期违约金：尚缺" in page


def test_what_is_reckoned_never_exceeds_what_is_asked_for() -> None:
    rate = {"id": "late_fee_rate", "value": Decimal("0.003")}
    finding = found({**ARREARS, "sum": Decimal(1000)}, *OWED, rate, {"id": "late_fee_requested", "value": True})
    assert finding.reckoned is not None
    assert finding.reckoned.high == Decimal(1000)


def test_a_bar_by_time_is_asked_whether_the_debtor_promised_to_pay_after_all() -> None:
    asked = {id for question in analyze(dispute(ARREARS, *OWED, PLEADED)).decisive for id in question.ids}
    assert "agreed_after_expiry" in asked
    denied = {"id": "agreed_after_expiry", "value": False}
    told = {id for question in analyze(dispute(ARREARS, *OWED, PLEADED, denied)).decisive for id in question.ids}
    assert "agreed_after_expiry" not in told


def test_who_else_may_have_caused_a_harm_is_asked_where_the_share_hangs_on_it() -> None:
    claim = {"by": "z", "against": ["w"], "claim": "torts.duty_of_care"}
    harm = [{"id": id, "value": True} for id in ("harm_in_service_area", "harm_suffered", "breach_contributed")]
    missing = {"id": "agreed_measures_missing", "value": True}
    analysis = analyze(dispute(claim, *harm, missing, {"id": "damage_amount", "value": Decimal(10000)}))
    assert "third_party_caused" in {id for question in analysis.decisive for id in question.ids}


def test_fees_with_and_without_a_contract_for_the_same_months_are_due_once() -> None:
    both = dispute(
        ARREARS, *OWED, {"id": "no_valid_contract", "value": True}, {"id": "service_accepted", "value": True}
    )
    second = ARREARS | {"claim": "fees.without_contract"}
    analysis = analyze(Dispute.model_validate(both.model_dump(by_alias=True) | {"claims": [ARREARS, second]}))
    assert [one.code for one in analysis.diagnostics].count("SUM003") == 1
    assert all(one.code != "SUM003" for one in analyze(both).diagnostics)


def test_what_a_co_respondent_told_is_not_put_down_to_him_alone_who_never_spoke_of_it() -> None:
    # The developer says that the spaces were planned; the provider who lets them has said nothing.
    developer = {"id": "k", "name": "花园置业", "role": "developer"}
    assembly = {"id": "d", "name": "业主大会", "role": "owners_assembly"}
    facts = [
        {"id": "space_on_common_ground", "value": True, "said_by": "d", "evidence": ["规划总平面图"]},
        {"id": "planned_space", "value": True, "said_by": "k", "denied_by": ["d"]},
        {"id": "spaces_disposed_by_respondent", "of": "k", "value": True, "said_by": "d", "evidence": ["转让协议"]},
        {"id": "spaces_disposed_by_respondent", "of": "w", "value": True, "said_by": "d", "evidence": ["月租收据"]},
    ]
    form = {
        "on": date(2024, 5, 20),
        "place": "上海市",
        "parties": [PROVIDER, developer, assembly],
        "claims": [{"by": "d", "against": ["k", "w"], "claim": "parking.common_ground"}],
        "facts": facts,
    }
    analysis = analyze(Dispute.model_validate(form))
    against_developer, against_provider = analysis.claims
    assert [(one.provers, one.told_by) for one in against_developer.unproved] == [(("k",), ())]
    assert [(one.provers, one.told_by) for one in against_provider.unproved] == [(("w",), ("k",))]
    page = "".join(analysis_text(analysis).split())
    assert "待花园置业补证：规划用于停放汽车的车位、车库；证明了" in page
    assert "待安和物业补证：规划用于停放汽车的车位、车库（花园置业已经主张，由其证明也算）；证明了" in page


@pytest.mark.parametrize(("day", "told"), [(date(2022, 11, 15), True), (date(2021, 2, 1), False)])
def test_a_denied_demand_is_told_though_how_much_is_taken_off_for_a_defect_is_for_the_court(
    day: date, told: bool
) -> None:
    defect = {"id": "service_defect", "value": True, "said_by": "z", "admitted_by": ["w"]}
    sued = {"id": "suit_date", "of": "w", "value": date(2025, 6, 10)}
    by_the_month = {"id": "fee_period_months", "value": 1}
    owed = [one for one in OWED if one["id"] != "unpaid_to"]
    until = {"id": "unpaid_to", "of": "z", "value": date(2024, 12, 31)}
    demand = {**DEMANDED, "value": day, "denied_by": ["z"]}

    unproved = found(ARREARS, *owed, until, by_the_month, PLEADED, sued, defect, demand).unproved

    assert (f"催交到达的日期（{day}）" in [use.title for use in unproved]) is told


NOISE = [
    {"id": "own_use_affected", "value": True, "evidence": ["检测报告"]},
    {"id": "equipment_noise", "value": True, "evidence": ["检测报告"]},
    {"id": "equipment_over_standard", "value": True, "evidence": ["检测报告"]},
    {"id": "runs_equipment", "of": "w", "value": True, "admitted_by": ["w"]},
    {"id": "noise_from_poor_upkeep", "value": True, "said_by": "d", "denied_by": ["w"]},
]


def test_who_would_lose_by_a_fact_does_not_have_to_prove_it_for_a_defence_of_others() -> None:
    developer = {"id": "d", "name": "开发商", "role": "developer"}
    claim = {"by": "z", "against": ["d", "w"], "claim": "conduct.noise"}
    form = {"on": date(2025, 6, 10), "place": "武汉市", "parties": [PROVIDER, OWNER, developer], "claims": [claim]}

    findings = analyze(Dispute.model_validate({**form, "facts": NOISE})).claims

    of_developer = next(one for one in findings if one.respondent == "d")
    assert [use.provers for use in of_developer.unproved] == [("d",)]


MAULED = [{"id": "animal_harm", "value": True}, {"id": "harm_in_service_area", "value": True}]
STOPPED = {"id": "dog_stopped_and_reported", "of": "w", "value": True, "said_by": "w", "denied_by": ["z"]}
MEASURES = {"id": "measures_met", "of": "w", "value": True, "said_by": "w", "denied_by": ["z"]}
COMPLAINED = {"id": "dog_complaints_ignored", "of": "w", "value": True, "said_by": "z", "denied_by": ["w"]}


@pytest.mark.parametrize(
    ("claim", "said", "prover"),
    [
        ("torts.animals", STOPPED, "w"),
        ("torts.duty_of_care", MEASURES, "w"),
        ("torts.animals", COMPLAINED, "z"),
    ],
)
def test_who_relies_on_what_would_decide_an_open_concept_proves_it(
    claim: str, said: dict[str, Any], prover: str
) -> None:
    harm = [
        *MAULED,
        {"id": "damage_amount", "of": "z", "value": 41000},
        {"id": "act_date", "value": date(2025, 4, 27)},
        {"id": "breach_contributed", "of": "w", "value": True},
    ]
    finding = found({"by": "z", "against": ["w"], "claim": claim}, *harm, said)
    assert finding.result is Result.DEPENDS
    title = BOOK.facts[said["id"]].title
    assert [(use.title, use.provers) for use in finding.unproved] == [(title, (prover,))]


def test_who_has_to_show_that_something_is_not_so_is_told_so() -> None:
    withheld = {"id": "records_withheld", "value": True, "said_by": "z", "denied_by": ["w"]}
    asks = {"id": "asks_contract_and_income", "value": True}
    finding = found({"by": "z", "against": ["w"], "claim": "governance.disclosure"}, withheld, asks)
    assert finding.result is Result.SUPPORTED
    assert [(use.title, use.provers) for use in finding.unproved] == [(BOOK.facts["records_withheld"].not_so, ("w",))]


def test_what_a_provider_has_to_show_about_its_price_is_said_positively() -> None:
    raised = {"id": "rate_raised_unilaterally", "value": True, "said_by": "z", "denied_by": ["w"]}
    for claim, more in (
        (ARREARS, [{"id": "lawful_rate", "value": Decimal("1.6")}]),
        ({"by": "z", "against": ["w"], "claim": "fees.refund_unlawful"}, [{"id": "charge_collected", "value": True}]),
    ):
        (use,) = found(claim, *OWED, raised, *more).unproved
        assert use.provers == ("w",)
        assert use.title.startswith("所收的费用有")


def test_who_reduces_a_sum_proves_the_days_and_shares_that_reduce_it() -> None:
    empty = [
        {"id": "never_moved_in", "of": "z", "value": True, "said_by": "z", "evidence": ["水电底数"]},
        {"id": "empty_flat_rule", "value": True},
        {"id": "empty_flat_conditions_met", "of": "z", "value": True},
        {"id": "empty_flat_share", "value": Decimal("0.6")},
        {"id": "empty_to", "of": "z", "value": date(2021, 6, 30), "said_by": "z", "denied_by": ["w"]},
    ]
    (use,) = found(ARREARS, *OWED, *empty).unproved
    assert (use.fact, use.provers) == ("empty_to", ("z",))


def test_who_says_that_the_victim_was_at_fault_too_proves_how_far() -> None:
    harm = [
        {"id": "harm_in_service_area", "value": True},
        {"id": "harm_suffered", "value": True},
        {"id": "damage_amount", "value": Decimal(1000)},
        {"id": "known_hazard_left", "of": "w", "value": True},
        {"id": "breach_contributed", "of": "w", "value": True},
        {"id": "third_party_caused", "value": False},
        {"id": "victim_at_fault", "value": True},
        {"id": "victim_fault_share", "value": Decimal("0.3"), "said_by": "w", "denied_by": ["z"]},
    ]
    fallen = found({"by": "z", "against": ["w"], "claim": "torts.duty_of_care"}, *harm)
    assert [(use.fact, use.provers) for use in fallen.unproved] == [("victim_fault_share", ("w",))]


def test_what_is_unknown_of_a_reduction_is_asked_though_the_rest_is_still_to_be_proved() -> None:
    empty = [
        {"id": "never_moved_in", "of": "z", "value": True, "said_by": "z", "denied_by": ["w"]},
        {"id": "empty_flat_rule", "value": True},
        {"id": "empty_flat_share", "value": None},
    ]
    asked = {id for one in analyze(dispute(ARREARS, *OWED, *empty)).decisive for id in one.ids}
    assert {"empty_flat_conditions_met", "empty_flat_share"} <= asked
    assert "late_fee_rate" not in asked


@pytest.mark.parametrize(
    ("case", "claim"),
    [
        ("说早就知道、过了一年而举不出证据", "developer.rescission"),
        ("说售完了而举不出证据", "common_parts.service_rooms"),
        (
            "“决定”根本没有表决，物业公司说业主早就知道、过了一年，业主否认而没有证据：确认涨价不生效和交费两处结论一致",
            "fees.raise",
        ),
    ],
)
def test_who_wins_because_a_defence_is_not_proved_is_not_asked_for_its_proof(case: str, claim: str) -> None:
    worked = next(one for one, example in zip(DISPUTES, EXAMPLES, strict=True) if example.case == case)
    finding = next(one for one in analyze(worked).claims if one.id == claim)
    assert finding.result is Result.SUPPORTED
    assert {use.provers for use in finding.unproved} == {(finding.respondent,)}


def test_what_the_respondent_says_and_the_claimant_has_to_disprove_is_named_by_its_opposite() -> None:
    # A buyer owes fees once the flat was handed over to him, which the provider has to prove (物业管理条例 41 II).
    said = {"id": "not_delivered", "of": "b", "value": True, "said_by": "b", "denied_by": ["a"]}
    days = agreed("unpaid_from", date(2021, 1, 1)), agreed("unpaid_to", date(2021, 12, 31))
    price = agreed("floor_area", 100), agreed("fee_rate", 2)
    facts = agreed("preliminary_contract"), agreed("service_provided"), agreed("demand_made"), *days, *price, said
    (finding,) = analyze(raised("fees.arrears", ("service_provider", "buyer"), *facts)).claims
    assert finding.result is Result.NOT_SUPPORTED
    assert ("房屋已经交付", ("a",)) in {(use.title, use.provers) for use in finding.unproved}
