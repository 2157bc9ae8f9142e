"""Facts from before the Civil Code: which law applies, step by step, with the rule of each step."""

from __future__ import annotations

from datetime import date
from typing import Any

from two_parties import raised

from propertylaw.library import KnowledgeBase
from propertylaw.model import ClaimFinding, Result, Truth
from propertylaw.reasoning import analyze

ON, PLACE = "2022-06-30", "江苏省南通市"


def found(claim: str, roles: tuple[str, str], *facts: dict[str, Any]) -> ClaimFinding:
    return analyze(raised(claim, roles, *facts, on=ON, place=PLACE)).claims[0]


def fees(since: date, until: date) -> ClaimFinding:
    facts = [
        {"id": "signed_contract", "value": True},
        {"id": "service_provided", "value": True},
        {"id": "unpaid_from", "value": since},
        {"id": "unpaid_to", "value": until},
    ]
    return found("fees.arrears", ("service_provider", "owner"), *facts)


def steps(finding: ClaimFinding) -> list[tuple[str, list[str]]]:
    assert finding.time is not None
    return [(step.says, [str(at) for at in step.basis]) for step in finding.time.steps]


def test_facts_under_the_code_need_no_word_on_time() -> None:
    assert fees(date(2021, 1, 1), date(2021, 12, 31)).time is None


def test_performance_before_the_code_follows_the_law_of_that_time_and_says_that_its_text_is_not_at_hand() -> None:
    finding = fees(date(2019, 1, 1), date(2019, 12, 31))
    told = steps(finding)
    assert told[1][1] == ["时间效力规定/20", "时间效力规定/1/2"]
    assert told[2][1] == ["合同法/109", "物业服务解释@2009-04-20/6"]
    assert "文本未附" in told[2][0]
    assert finding.result is Result.SUPPORTED  # the result of the older law is the same


def test_performance_across_the_day_is_divided() -> None:
    assert steps(fees(date(2020, 7, 1), date(2021, 6, 30)))[1][1] == ["时间效力规定/20"]


def test_two_older_laws_each_get_their_own_step() -> None:
    told = steps(fees(date(2009, 1, 1), date(2010, 12, 31)))
    assert [basis[0] for _, basis in told[2:]] == ["合同法/60", "合同法/109"]


def test_where_the_older_law_differs_or_is_not_curated_the_result_is_left_open() -> None:
    income = [
        {"id": "common_part_used", "value": True},
        {"id": "operated_by_respondent", "value": True},
        {"id": "common_income_gross", "value": 1000, "from": date(2008, 1, 1), "to": date(2008, 12, 31)},
    ]
    claim = ("common_parts.income", ("owners_assembly", "service_provider"))
    differs = found(*claim, *income)
    assert differs.result is Result.DEPENDS
    assert "成本由谁证明" in steps(differs)[2][0]
    income[2] |= {"from": date(2006, 1, 1), "to": date(2006, 12, 31)}
    assert "没有整理" in steps(found(*claim, *income))[-1][0]


def test_votes_reckoned_by_the_law_of_that_day_do_not_pass_for_the_same_law() -> None:
    finding = found(
        "maintenance_fund.use",
        ("owners_assembly", "service_provider"),
        {"id": "fund_taken_by_respondent", "of": "b", "value": True},
        {"id": "fund_misused_sum", "value": 80000},
        {"id": "act_date", "value": date(2015, 3, 1)},
    )
    assert finding.result is Result.SUPPORTED
    told = steps(finding)[-1][0]
    assert "已按当时的法律计算" in told
    assert "结果与现行法相同" not in told


def test_harm_that_appears_under_the_code_falls_under_it_whatever_the_law_of_the_act() -> None:
    facts: list[dict[str, Any]] = [
        {"id": "building_collapsed", "value": True},
        {"id": "harm_suffered", "value": True},
        {"id": "built_it", "of": "b", "value": True},
        {"id": "act_date", "value": date(2020, 12, 20)},
    ]
    claim = ("torts.collapse", ("anyone", "developer"))
    before = found(*claim, *facts)
    assert before.result is Result.DEPENDS
    assert steps(before)[-1][1] == ["侵权责任法/86"]
    later = found(*claim, *facts, {"id": "harm_appeared_date", "value": date(2021, 2, 1)})
    assert later.result is Result.SUPPORTED
    assert steps(later)[-1][1] == ["时间效力规定/24"]


def test_every_claim_says_what_applied_before_the_code() -> None:
    claims = KnowledgeBase(date(2022, 6, 30), "江苏省南通市").rules.claims.values()
    assert [claim.id for claim in claims if claim.time is None or not claim.older_law] == []


def test_a_difference_matters_only_where_the_facts_meet_its_condition() -> None:
    facts: list[dict[str, Any]] = [
        {"id": "signed_contract", "value": True},
        {"id": "dismissed_by_decision", "value": True},
        {"id": "assembly_authorised_suit", "value": True},
        {"id": "decision_date", "value": date(2020, 5, 1)},
    ]
    claim = ("contract.dismissal", ("owners_assembly", "service_provider"))
    noticed = found(*claim, *facts, {"id": "notice_given", "value": True})
    assert noticed.result is Result.SUPPORTED
    assert "本案没有涉及" in steps(noticed)[-1][0]
    unproved = {"id": "notice_given", "value": True, "said_by": "a", "denied_by": ["b"]}
    for notice in ({"id": "notice_given", "value": False}, unproved):
        assert found(*claim, *facts, notice).result is Result.DEPENDS


def test_an_early_day_that_does_not_say_when_it_happened_is_warned_about() -> None:
    def warned(*facts: dict[str, Any]) -> list[str]:
        form = raised("torts.falling_object", ("anyone", "service_provider"), *facts, on=ON, place=PLACE)
        return [one.code for one in analyze(form).diagnostics]

    known = {"id": "harm_known_date", "value": date(2020, 3, 1)}
    assert warned(known) == ["PLC003", "TIM002"]
    assert warned(known, {"id": "act_date", "value": date(2020, 3, 1)}) == ["PLC003"]


def test_a_thrown_object_falls_under_the_code_whenever_it_fell() -> None:
    finding = found(
        "torts.thrown_object",
        ("anyone", "offender"),
        {"id": "object_from_building", "value": True},
        {"id": "harm_suffered", "value": True},
        {"id": "is_thrower", "of": "b", "value": True},
        {"id": "act_date", "value": date(2018, 5, 1)},
    )
    assert finding.result is Result.SUPPORTED
    assert [basis for _, basis in steps(finding)] == [[], ["时间效力规定/19"]]


def basis_of(finding: ClaimFinding) -> list[str]:
    return [str(at) for at in finding.basis]


def test_facts_wholly_before_the_code_rest_on_the_law_of_that_time() -> None:
    assert basis_of(fees(date(2019, 1, 1), date(2019, 12, 31))) == ["合同法/109", "物业服务解释@2009-04-20/6"]


def test_facts_that_reach_into_the_time_of_the_code_rest_on_the_code() -> None:
    assert basis_of(fees(date(2020, 7, 1), date(2021, 6, 30)))[0].startswith("民法典")


def fallen_tree(**manages: bool) -> ClaimFinding:
    facts = [
        {"id": "tree_harm", "value": True},
        {"id": "tree_how", "value": "toppled"},
        {"id": "harm_suffered", "value": True},
        {"id": "act_date", "value": date(2020, 8, 4)},
        *({"id": id, "value": value} for id, value in manages.items()),
    ]
    return found("torts.trees", ("owner", "service_provider"), *facts)


def test_what_both_laws_demand_and_is_not_given_makes_the_claim_fail_though_the_older_law_differs() -> None:
    assert fallen_tree(owns_or_manages_tree=True, tree_cared_for=True).result is Result.DEPENDS
    failed = fallen_tree(owns_or_manages_tree=False)
    assert failed.result is Result.NOT_SUPPORTED
    assert "当时同样要求" in steps(failed)[-1][0]


def says_all_owners_are_needed(decided: date) -> dict[str, Truth]:
    """The defence on each law, in a vote that more than half of those present carried and less than half of all."""
    counts = {"area_total": 60000, "heads_total": 500, "area_in": 45000, "heads_in": 380, "area_for": 29000}
    facts = [
        {"id": "vote_held", "value": True},
        {"id": "vote_on_provider", "value": True},
        {"id": "decision_date", "value": decided},
        *({"id": f"vote_{id}", "value": value} for id, value in counts.items()),
        {"id": "vote_heads_for", "value": 248},
        {"id": "says_all_owners_needed", "value": True, "said_by": "b"},
    ]
    finding = found("governance.vote_count", ("owners_assembly", "service_provider"), *facts)
    return {one.id: one.truth for one in finding.defences if one.id.startswith("all_owners") and one.facts}


def test_that_all_owners_are_counted_is_told_by_the_law_of_the_day_of_the_vote() -> None:
    assert says_all_owners_are_needed(date(2020, 10, 15))["all_owners_before"] is Truth.TRUE
    assert says_all_owners_are_needed(date(2021, 10, 15))["all_owners"] is Truth.TRUE
