"""Several found liable for one loss, each alone: whether it came from all of them is asked, and the sums are ranges."""

from __future__ import annotations

from pathlib import Path

from propertylaw.model import Analysis, ClaimFinding
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: tan, name: 谭某, role: owner}
  - {id: lou, name: 楼某, role: owner}
  - {id: che, name: 车某, role: property_user}
claims: [{by: tan, against: [lou, che], claim: torts.ebike_fire}]
facts:
  - {id: fire_from_ebike, value: true, evidence: [火灾事故认定书]}
  - {id: harm_suffered, value: true}
  - {id: damage_amount, value: 30000, evidence: [评估]}
  - {id: act_date, value: 2025-03-01}
"""
BOTH = [f"{{id: {id}, of: [lou, che], value: true}}" for id in ("ebike_of_respondent", "ebike_rule_broken")]


def fire(folder: Path, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def sums(analysis: Analysis) -> dict[str, tuple[object, object]]:
    return {one.respondent: (one.amount.low, one.amount.high) for one in analysis.claims if one.amount}


def asked_of(analysis: Analysis) -> set[tuple[str, str]]:
    return {(question.respondent, id) for question in analysis.decisive for id in question.ids}


def against(who: str, analysis: Analysis) -> ClaimFinding:
    return next(one for one in analysis.claims if one.respondent == who)


def test_where_nobody_told_it_each_owes_at_most_the_whole_and_it_is_asked(tmp_path: Path) -> None:
    analysis = fire(tmp_path, *BOTH)
    assert sums(analysis) == {"lou": (None, 30000), "che": (None, 30000)}
    assert {("lou", "caused_by_several"), ("che", "caused_by_several")} <= asked_of(analysis)
    (note,) = [one.message for one in analysis.diagnostics if one.code == "SUM001"]
    assert "对全部负责，总共只付一次" not in note


def test_where_it_came_from_all_the_shares_are_asked(tmp_path: Path) -> None:
    analysis = fire(tmp_path, *BOTH, "{id: caused_by_several, value: true}")
    assert against("lou", analysis).capacity == "several"
    assert {("lou", "own_cause_share"), ("che", "own_cause_share")} <= asked_of(analysis)


def test_shares_that_are_told_give_the_sums(tmp_path: Path) -> None:
    shares = [f"{{id: own_cause_share, of: {who}, value: {share}}}" for who, share in (("lou", 0.7), ("che", 0.3))]
    analysis = fire(tmp_path, *BOTH, "{id: caused_by_several, value: true}", *shares)
    assert sums(analysis) == {"lou": (21000, 21000), "che": (9000, 9000)}


def test_where_it_did_not_each_owes_the_whole(tmp_path: Path) -> None:
    analysis = fire(tmp_path, *BOTH, "{id: caused_by_several, value: false}")
    assert sums(analysis) == {"lou": (30000, 30000), "che": (30000, 30000)}


def test_who_is_alone_liable_owes_the_whole_and_nothing_is_asked(tmp_path: Path) -> None:
    alone = [one.replace("[lou, che]", "lou") for one in BOTH]
    analysis = fire(tmp_path, *alone, "{id: ebike_of_respondent, of: che, value: false}")
    assert sums(analysis)["lou"] == (30000, 30000)
    assert ("lou", "caused_by_several") not in asked_of(analysis)
