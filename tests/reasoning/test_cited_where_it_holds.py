"""A provision is cited where what it speaks of is in the case, and not beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shares import one_in
from worked_cases import DISPUTES

from propertylaw.model import Analysis, ClaimFinding
from propertylaw.reasoning import analyze

ARREARS = """\
on: 2025-06-30
place: {place}
parties:
  - {{id: p, name: 甲物业公司, role: service_provider}}
  - {{id: o, name: 乙, role: {role}}}
claims: [{{by: p, against: [o], claim: fees.arrears}}]
facts:
"""


def finding(folder: Path, facts: str, role: str = "owner", place: str = "浙江省杭州市") -> ClaimFinding:
    form = folder / "表.yaml"
    form.write_text(ARREARS.format(role=role, place=place) + facts, encoding="utf-8")
    return analyze(form).claims[0]


def cited(found: ClaimFinding, element: str) -> set[str]:
    return {str(at) for one in found.elements if one.id == element for at in one.basis}


SIGNED = "  - {id: signed_contract, value: true, said_by: p, admitted_by: [o]}\n"
SERVED = "  - {id: de_facto_service, value: true, said_by: p, admitted_by: [o]}\n"
NEITHER = "  - {id: signed_contract, value: false, said_by: o, admitted_by: [p]}\n"


def test_a_written_contract_is_not_one_by_performance(tmp_path: Path) -> None:
    assert cited(finding(tmp_path, SIGNED), "contract") == {"民法典/939"}


def test_service_that_was_rendered_and_taken_is(tmp_path: Path) -> None:
    assert cited(finding(tmp_path, SERVED), "contract") == {"民法典/490/2"}


def test_what_it_would_have_rested_on_is_cited_while_everything_is_open(tmp_path: Path) -> None:
    assert cited(finding(tmp_path, NEITHER), "contract") == {"民法典/490/2", "民法典/948/1", "民法典/939"}


@pytest.mark.parametrize(
    ("role", "rests_on"),
    [
        ("owner", {"民法典/944/1"}),
        ("buyer", {"民法典/944/1", "区分所有权解释/1/2"}),
        ("property_user", {"民法典/944/1", "物业管理条例/41/1"}),
        ("developer", {"民法典/944/1", "物业管理条例/41/2"}),
    ],
)
def test_who_owes_fees_rests_on_what_is_said_of_him(role: str, rests_on: set[str], tmp_path: Path) -> None:
    assert cited(finding(tmp_path, SIGNED, role), "debtor") == rests_on


BITTEN = """\
on: 2025-06-30
place: 浙江省杭州市
parties:
  - {id: v, name: 甲, role: owner}
  - {id: k, name: 乙, role: owner}
claims: [{by: v, against: [k], claim: torts.animals}]
facts:
  - {id: animal_harm, value: true, said_by: v, admitted_by: [k]}
  - {id: harm_suffered, value: true, said_by: v, admitted_by: [k]}
  - {id: damage_amount, value: 6000, said_by: v, admitted_by: [k]}
  - {id: is_keeper, of: k, value: true, said_by: v, admitted_by: [k]}
"""


@pytest.mark.parametrize(
    ("facts", "articles"),
    [
        ("", {"民法典/1179", "民法典/1184"}),  # nobody said what was harmed: both may count
        ("  - {id: harm_to_person, value: true, said_by: v, admitted_by: [k]}\n", {"民法典/1179"}),
        ("  - {id: things_harmed, value: true, said_by: v, admitted_by: [k]}\n", {"民法典/1184"}),
        (
            "  - {id: harm_to_person, value: true, said_by: v, admitted_by: [k]}\n"
            "  - {id: serious_mental_harm, value: true, said_by: v, evidence: [诊断证明]}\n",
            {"民法典/1179", "民法典/1183/1"},
        ),
    ],
)
def test_mental_harm_is_cited_only_where_there_was_any(facts: str, articles: set[str], tmp_path: Path) -> None:
    form = tmp_path / "表.yaml"
    form.write_text(BITTEN + facts, encoding="utf-8")
    (remedy,) = (one for one in analyze(form).claims[0].remedies if one.money is not None)
    assert set(map(str, remedy.basis)) == articles


POSTED = """\
on: 2025-06-30
place: {place}
parties:
  - {{id: a, name: 甲, role: owner}}
  - {{id: b, name: 乙物业公司, role: service_provider}}
claims: [{{by: a, against: [b], claim: persons.debtor_list}}]
facts:
  - {{id: debtors_published, value: true, said_by: a, admitted_by: [b]}}
  - {{id: local_posting_rule, value: true, said_by: b, evidence: [条例]}}
"""


@pytest.mark.parametrize(("place", "law"), [("河南省郑州市", {"河南省物业管理条例/88"}), ("上海市长宁区", set())])
def test_the_law_of_another_place_is_not_cited(place: str, law: set[str], tmp_path: Path) -> None:
    form = tmp_path / "表.yaml"
    form.write_text(POSTED.format(place=place), encoding="utf-8")
    (defence,) = (one for one in analyze(form).claims[0].defences if one.id == "local_rule")
    assert set(map(str, defence.basis)) == law


def analyses() -> list[Analysis]:
    return [analyze(dispute) for dispute in one_in(12, DISPUTES)]


@pytest.fixture(scope="module")
def worked() -> list[Analysis]:
    return analyses()


def test_no_claim_and_no_element_is_left_without_a_provision(worked: list[Analysis]) -> None:
    bare = [
        (found.id, getattr(part, "id", found.id))
        for analysis in worked
        for found in analysis.claims
        for part in (found, *found.elements)
        if not part.basis
    ]
    assert bare == []


@settings(max_examples=20, deadline=None)
@given(st.sets(st.sampled_from(["signed_contract", "preliminary_contract", "de_facto_service"])))
def test_what_is_cited_for_the_contract_is_what_was_said_of_it(
    tmp_path_factory: pytest.TempPathFactory, said: set[str]
) -> None:
    facts = (
        "".join(f"  - {{id: {one}, value: true, said_by: p, admitted_by: [o]}}\n" for one in sorted(said)) or NEITHER
    )
    found = cited(finding(tmp_path_factory.mktemp("form"), facts), "contract")
    assert ("民法典/490/2" in found) is ("de_facto_service" in said or not said)
    assert ("民法典/939" in found) is bool(said - {"de_facto_service"} or not said)
