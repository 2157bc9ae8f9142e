"""Divorced parents, and a grandmother who looked after the child: what holds for all, what is asked of recourse."""

from __future__ import annotations

from questions_of import asked

from propertylaw.model import Analysis, Dispute
from propertylaw.reasoning import analyze

SCRATCHED = [
    {"id": "ward_did_harm", "value": True, "said_by": "v", "evidence": ["监控录像"]},
    {"id": "harm_suffered", "value": True, "said_by": "v", "evidence": ["维修单"]},
    {"id": "damage_amount", "value": 14300, "said_by": "v", "evidence": ["维修发票"]},
    {"id": "is_guardian", "of": "f", "value": True, "said_by": "v", "admitted_by": ["f"]},
    {"id": "is_guardian", "of": "m", "value": True, "said_by": "v", "admitted_by": ["m"]},
    {"id": "is_guardian", "of": "n", "value": False, "said_by": "n", "admitted_by": ["v"]},
    {"id": "entrusted_with_care", "of": "n", "value": True, "said_by": "v", "admitted_by": ["n"]},
]
APART = {"id": "says_not_living_together", "of": "m", "value": True, "said_by": "m", "evidence": ["离婚协议"]}


def scratched(against: list[str], *more: dict[str, object]) -> Analysis:
    form = {
        "on": "2025-06-01",
        "place": "吉林省长春市",
        "parties": [
            {"id": "v", "name": "车主", "role": "owner"},
            {"id": "f", "name": "父亲", "role": "owner"},
            {"id": "m", "name": "母亲", "role": "anyone"},
            {"id": "n", "name": "奶奶", "role": "anyone"},
        ],
        "claims": [{"by": "v", "against": against, "claim": "torts.guardian"}],
        "facts": [*SCRATCHED, *more],
    }
    return analyze(Dispute.model_validate(form))


def on_parents(analysis: Analysis) -> list[set[str]]:
    """Which of the two articles, on parents and on divorced parents, each of them answers by."""
    both = {"侵权责任编解释一/7", "侵权责任编解释一/8/1"}
    return [both.intersection(map(str, claim.basis)) for claim in analysis.claims]


def test_that_one_parent_says_they_are_divorced_shows_it_for_the_other_too() -> None:
    assert on_parents(scratched(["f", "m"], APART)) == [{"侵权责任编解释一/8/1"}] * 2


def test_parents_of_whom_nobody_says_so_are_not_divorced() -> None:
    assert on_parents(scratched(["f", "m"])) == [{"侵权责任编解释一/7"}] * 2


def test_who_says_that_they_only_live_apart_leaves_them_married() -> None:
    married = {"id": "guardians_divorced", "value": False, "said_by": "f", "admitted_by": ["m"]}
    assert on_parents(scratched(["f", "m"], APART, married)) == [{"侵权责任编解释一/7"}] * 2


CARER = {"carer_unpaid_slight_fault", "carer_answers_to_guardian"}


def test_beside_a_carer_it_is_asked_on_what_recourse_between_her_and_the_parents_turns() -> None:
    assert asked(scratched(["f", "n"])) >= CARER


def test_parents_alone_are_not_asked_about_a_carer() -> None:
    assert asked(scratched(["f", "m"])).isdisjoint(CARER)


def test_what_is_told_of_the_carer_is_not_asked_again() -> None:
    told = [{"id": id, "value": id == "carer_unpaid_slight_fault", "said_by": "n"} for id in sorted(CARER)]
    assert asked(scratched(["f", "n"], *told)).isdisjoint(CARER)
