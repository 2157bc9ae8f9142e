"""A demand interrupts limitation towards the debtor whom it reached, and towards those who owe jointly with him."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from questions_of import asked

from propertylaw.errors import FormError
from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

TREE = """\
on: 2025-02-20
place: 江苏省南通市
parties:
  - {{id: v, name: 车主, role: owner}}
  - {{id: w, name: 物业, role: service_provider}}
  - {{id: g, name: 园林局, role: gardens_authority}}
claims: [{{by: v, against: [w, g], claim: torts.trees}}]
facts:
  - {{id: tree_harm, value: true, said_by: v, admitted_by: [w, g]}}
  - {{id: tree_how, value: broke, said_by: v, admitted_by: [w, g]}}
  - {{id: harm_suffered, value: true, said_by: v, evidence: [维修单]}}
  - {{id: harm_to_person, value: false, said_by: v}}
  - {{id: damage_amount, value: 9000, said_by: v, evidence: [维修发票]}}
  - {{id: owns_or_manages_tree, of: w, value: true, said_by: v, admitted_by: [w]}}
  - {{id: owns_or_manages_tree, of: g, value: true, said_by: v, admitted_by: [g]}}
  - {{id: act_date, value: 2021-06-01, said_by: v}}
  - {{id: harm_known_date, value: 2021-06-01, said_by: v}}
  - {{id: limitation_raised, of: w, value: true, said_by: w}}
  - {{id: limitation_raised, of: g, value: true, said_by: g}}
  - {{id: suit_date, value: 2025-02-10, said_by: v, evidence: [立案回执]}}
{demand}
"""
DEMAND = "  - {{id: harm_demand_date, {towards}value: 2023-03-01, said_by: v, evidence: [函件]}}"


def tree(folder: Path, towards: str = "") -> Analysis:
    demand = DEMAND.format(towards=f"towards: {towards}, " if towards else "")
    (folder / "案.yaml").write_text(TREE.format(demand=demand), encoding="utf-8")
    return analyze(folder / "案.yaml")


def results(analysis: Analysis) -> list[Result]:
    return [claim.result for claim in analysis.claims]


def doubts(analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.diagnostics if one.code == "FCT007"]


def test_a_demand_on_the_provider_saves_nothing_of_what_the_gardens_office_owes(tmp_path: Path) -> None:
    analysis = tree(tmp_path, "[w]")
    assert results(analysis) == [Result.SUPPORTED, Result.NOT_SUPPORTED]
    assert doubts(analysis) == []
    assert "harm_demand_date" in asked(analysis)


def test_a_demand_on_both_interrupts_towards_both(tmp_path: Path) -> None:
    analysis = tree(tmp_path, "[w, g]")
    assert results(analysis) == [Result.SUPPORTED, Result.SUPPORTED]
    assert doubts(analysis) == []


def test_a_demand_of_which_nobody_says_whom_it_reached_counts_for_all_and_the_page_says_so(tmp_path: Path) -> None:
    analysis = tree(tmp_path)
    assert results(analysis) == [Result.SUPPORTED, Result.SUPPORTED]
    (told,) = doubts(analysis)
    assert "没有写明是向谁提出的，对物业、园林局都算" in told


JOINT = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: v, name: 车主, role: owner}
  - {id: f, name: 父亲, role: owner}
  - {id: m, name: 母亲, role: anyone}
claims: [{by: v, against: [f, m], claim: torts.guardian}]
facts:
  - {id: ward_did_harm, value: true, said_by: v, evidence: [监控录像]}
  - {id: harm_suffered, value: true, said_by: v, evidence: [维修单]}
  - {id: harm_to_person, value: false, said_by: v}
  - {id: damage_amount, value: 3600, said_by: v, evidence: [维修单]}
  - {id: is_guardian, of: [f, m], value: true, said_by: v, admitted_by: [f, m]}
  - {id: act_date, value: 2021-06-01, said_by: v}
  - {id: harm_known_date, value: 2021-06-01, said_by: v}
  - {id: limitation_raised, of: [f, m], value: true, said_by: f}
  - {id: suit_date, value: 2025-06-10, said_by: v, evidence: [立案回执]}
  - {id: harm_demand_date, towards: [f], value: 2023-03-01, said_by: v, evidence: [短信]}
"""


def test_a_demand_on_one_of_two_joint_debtors_interrupts_towards_both(tmp_path: Path) -> None:
    # 诉讼时效规定 15 II: what interrupts towards one of those who owe jointly interrupts towards the others.
    (tmp_path / "案.yaml").write_text(JOINT, encoding="utf-8")
    assert results(analyze(tmp_path / "案.yaml")) == [Result.SUPPORTED, Result.SUPPORTED]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{id: harm_suffered, towards: [w], value: true}", "“harm_suffered”（受到损害）不写 towards"),
        ("{id: harm_demand_date, towards: [nobody], value: 2023-03-01}", "没有这个当事人“nobody”"),
    ],
)
def test_only_a_step_of_the_creditor_reaches_somebody_and_he_has_to_be_in_the_form(
    tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / "案.yaml").write_text(TREE.format(demand=f"  - {line}"), encoding="utf-8")
    with pytest.raises(FormError) as problem:
        analyze(tmp_path / "案.yaml")
    assert told in str(problem.value)


def test_whom_a_demand_reached_stands_in_the_published_schema() -> None:
    from propertylaw.reasoning.schema import form_schema

    fact: dict[str, Any] = form_schema()["$defs"]["Fact"]["properties"]
    assert fact["towards"]["type"] == "array"
