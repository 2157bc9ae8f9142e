"""How a fact stands: who said it, who admitted or denied it, what proves it, what a document states."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from propertylaw.model import Dispute, FactDefinition, FactValue, Locator
from propertylaw.reasoning.casefile import CaseFile, NoDocuments
from propertylaw.reasoning.known import Known
from propertylaw.reasoning.pair_facts import PairFacts
from propertylaw.rulebook import rules

PARTIES = [
    {"id": "a", "name": "甲物业公司", "role": "service_provider"},
    {"id": "b", "name": "徐某", "role": "owner"},
    {"id": "c", "name": "许某", "role": "owner"},
]


def facts(*statements: dict[str, Any], documents: Any = None) -> PairFacts:
    form = {"on": date(2024, 1, 1), "place": "上海市", "parties": PARTIES, "facts": statements}
    dispute = Dispute.model_validate(form)
    a, b, _ = dispute.parties
    return CaseFile(dispute, rules().facts, documents or NoDocuments()).between(a, b)


SAID = {"id": "service_provided", "value": True, "said_by": "a"}


@pytest.mark.parametrize(
    ("statement", "value", "proof"),
    [
        ({**SAID, "admitted_by": ["b"], "denied_by": ["c"]}, True, "admitted"),
        ({**SAID, "denied_by": ["b"], "evidence": ["记录"]}, True, "evidenced"),
        (SAID, True, "undisputed"),
        ({**SAID, "denied_by": ["b"]}, None, "unproved"),
        ({"id": "service_provided", "value": None}, None, "unknown"),
        ({**SAID, "admitted_by": ["a"], "denied_by": ["b"]}, None, "unproved"),
    ],
)
def test_a_statement_stands_as_it_is_proved(statement: dict[str, Any], value: object, proof: str) -> None:
    known = facts(statement).known("service_provided")
    assert (known.value, known.proof) == (value, proof)


@pytest.mark.parametrize(
    ("more", "value", "proof"),
    [
        ({"admitted_by": ["c"], "denied_by": ["b"]}, None, "unproved"),
        ({"admitted_by": ["c"]}, True, "undisputed"),
        ({"admitted_by": ["c"], "denied_by": ["b"], "evidence": ["记录"]}, True, "evidenced"),
        ({"said_by": "c", "admitted_by": ["a"], "denied_by": ["b"]}, None, "unproved"),
        ({"said_by": "c", "admitted_by": ["b"]}, True, "admitted"),
    ],
)
def test_what_a_third_person_admits_binds_neither_of_the_two(more: dict[str, Any], value: object, proof: str) -> None:
    known = facts({**SAID, **more}).known("service_provided")
    assert (known.value, known.proof) == (value, proof)


def test_of_two_owners_sued_together_only_the_one_who_admits_is_bound() -> None:
    form = {"on": date(2024, 1, 1), "place": "上海市", "parties": PARTIES}
    said = {**SAID, "admitted_by": ["c"], "denied_by": ["b"]}
    dispute = Dispute.model_validate({**form, "facts": [said]})
    provider, denies, admits = dispute.parties
    file = CaseFile(dispute, rules().facts, NoDocuments())
    assert file.between(provider, denies).known("service_provided").proof == "unproved"
    assert file.between(provider, admits).known("service_provided").proof == "admitted"


def test_what_nobody_spoke_of_is_silent() -> None:
    assert facts().known("service_provided").proof == "silent"


def test_a_rule_that_must_be_pointed_to_does_not_hold_by_itself() -> None:
    known = facts().known("user_agreed_to_pay")
    assert (known.value, known.proof) == (False, "silent")


def test_of_two_contradicting_statements_the_better_proved_stands() -> None:
    against = {"id": "service_provided", "value": False, "said_by": "b", "evidence": ["照片"]}
    assert facts(SAID, against).value("service_provided") is False


def test_two_equally_proved_contradicting_statements_leave_the_fact_unproved() -> None:
    against = {"id": "service_provided", "value": False, "said_by": "b"}
    known = facts(SAID, against).known("service_provided")
    assert (known.value, known.proof) == (None, "unproved")


def test_a_fact_of_another_owner_is_not_a_fact_of_this_one() -> None:
    other = {"id": "never_moved_in", "of": "c", "value": True}
    assert facts(other).known("never_moved_in").proof == "silent"


def test_rates_that_change_in_time_are_kept_in_order() -> None:
    late = {"id": "fee_rate", "of": "b", "value": Decimal(2), "from": date(2023, 7, 1)}
    early = {"id": "fee_rate", "of": "b", "value": Decimal(1), "to": date(2023, 6, 30)}
    assert [period.value for period in facts(late, early).periods("fee_rate")] == [Decimal(1), Decimal(2)]


class _States:
    def state(self, fact: FactDefinition, choice: FactValue | None) -> tuple[Known, ...]:
        if fact.id != "late_fee_rate":
            return ()
        return (Known(Decimal("0.0003"), "document", stated_at=(Locator.parse("doc:合同/23/1"),)),)


def test_a_document_states_what_the_form_leaves_out_and_the_form_goes_first() -> None:
    assert facts(documents=_States()).known("late_fee_rate").stated_at == (Locator.parse("doc:合同/23/1"),)
    said = {"id": "late_fee_rate", "value": Decimal("0.0005"), "admitted_by": ["b"]}
    assert facts(said, documents=_States()).value("late_fee_rate") == Decimal("0.0005")


def test_a_derived_fact_waits_for_what_it_needs() -> None:
    assert facts().known("days_since_end").proof == "silent"
    ended = {"id": "contract_end_date", "value": date(2023, 12, 22)}
    known = facts(ended).known("days_since_end")
    assert (known.value, known.proof) == (Decimal(10), "derived")


def test_numbers_from_two_sides_for_the_same_time_do_not_add_up() -> None:
    proved = {"id": "fee_rate", "value": 1.8, "said_by": "a", "evidence": ["合同"]}
    other = {"id": "fee_rate", "value": 1.5, "said_by": "b"}
    for said in ((proved, other), (other, proved)):
        assert [one.value for one in facts(*said).periods("fee_rate")] == [Decimal("1.8")]
    undecided = facts({**proved, "evidence": []}, other)
    assert undecided.periods("fee_rate") == ()
    assert undecided.known("fee_rate").proof == "unproved"


def test_what_the_other_side_says_of_one_time_leaves_the_others_alone() -> None:
    early = {"id": "fee_rate", "value": 1.5, "to": date(2023, 12, 31), "evidence": ["合同"]}
    late = {"id": "fee_rate", "value": 1.8, "from": date(2024, 1, 1), "evidence": ["补充协议"]}
    denied = {"id": "fee_rate", "value": 1.2, "said_by": "b", "denied_by": ["a"]}
    assert [one.value for one in facts(denied, late, early).periods("fee_rate")] == [Decimal("1.5"), Decimal("1.8")]


def test_what_is_less_well_proved_stands_for_a_time_of_its_own() -> None:
    early = {
        "id": "damage_amount",
        "value": 3000,
        "from": date(2021, 1, 1),
        "to": date(2021, 12, 31),
        "evidence": ["票据"],
    }
    late = {"id": "damage_amount", "value": 500, "from": date(2022, 1, 1), "to": date(2022, 12, 31), "said_by": "a"}
    same = {"id": "damage_amount", "value": 9000, "from": date(2021, 6, 1), "to": date(2022, 6, 30), "said_by": "a"}
    assert [one.value for one in facts(late, early).periods("damage_amount")] == [Decimal(3000), Decimal(500)]
    assert [one.value for one in facts(same, early).periods("damage_amount")] == [Decimal(3000)]


def test_days_that_each_count_stand_side_by_side_in_their_order() -> None:
    days = [{"id": "demand_date", "value": date(2023, month, 1), "said_by": "a"} for month in (5, 2)]
    assert facts(*days).days("demand_date") == (date(2023, 2, 1), date(2023, 5, 1))


def test_the_days_of_demands_that_limitation_asks_for_each_count() -> None:
    demands = {claim.limitation.demands for claim in rules().claims.values() if claim.limitation} - {None}
    assert demands
    assert all(rules().facts[id].several for id in demands if id is not None)
