"""Several who answer for one loss: it is said that it is paid once; debts of each his own are not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from propertylaw.model import Diagnostic, Result
from propertylaw.reasoning import analyze

HEAD = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: v, name: 伤者, role: anyone}
  - {id: a, name: 甲物业, role: service_provider}
  - {id: b, name: 徐某, role: owner}
  - {id: c, name: 黄某, role: owner}
"""
TILE = """\
claims: [{by: v, against: [a, b], claim: torts.falling_object}]
facts:
  - {id: part_fell, value: true}
  - {id: harm_suffered, value: true}
  - {id: damage_amount, value: 9000}
  - {id: manages_fallen_part, of: a, value: true}
  - {id: owns_fallen_part, of: b, value: %s}
"""
FEES = """\
claims: [{by: a, against: [b, c], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, value: 1.5}
  - {id: floor_area, of: b, value: 100}
  - {id: floor_area, of: c, value: 80}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-06-30}
"""


def told(folder: Path, rest: str) -> list[Diagnostic]:
    (folder / "案.yaml").write_text(HEAD + rest, encoding="utf-8")
    return [found for found in analyze(folder / "案.yaml").diagnostics if found.code == "SUM001"]


def test_two_who_answer_for_one_loss_pay_it_once(tmp_path: Path) -> None:
    (found,) = told(tmp_path, TILE % "true")
    assert "甲物业、徐某" in found.message
    assert "不重复受偿" in found.message


def test_what_holds_for_several_claimants_is_told_once_with_their_names(tmp_path: Path) -> None:
    head = f"{HEAD}  - {{id: u, name: 吴某, role: anyone}}\n"
    two = TILE.replace("[{by: v,", "[{by: u, against: [a, b], claim: torts.falling_object}, {by: v,")
    two = two.replace("{id: damage_amount,", "{id: damage_amount, of: u, value: 500}\n  - {id: damage_amount, of: v,")
    (tmp_path / "案.yaml").write_text(head + two % "true", encoding="utf-8")
    (found,) = [one for one in analyze(tmp_path / "案.yaml").diagnostics if one.code == "SUM001"]
    assert found.message.startswith("吴某、")
    assert "各自请求的“" in found.message


def test_where_one_of_them_is_free_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, TILE % "false") == []


def test_each_owes_the_fee_of_his_own_flat(tmp_path: Path) -> None:
    assert told(tmp_path, FEES) == []


LIFT = """\
on: 2025-06-30
place: 浙江省宁波市
parties:
  - {id: l, name: 李奶奶, role: owner}
  - {id: w, name: 安家物业, role: service_provider}
  - {id: m, name: 捷升维保, role: contractor}
claims: [{by: l, against: [w], claim: torts.lift_accident}, {by: l, against: [m], claim: torts.lift_maintainer}]
facts:
  - {id: lift_harm, value: true}
  - {id: harm_suffered, value: true}
  - {id: manages_lift, of: w, value: true}
  - {id: maintains_lift, of: m, value: true}
  - {id: damage_amount, value: 18600}
"""


def test_one_loss_claimed_from_two_by_two_claims_is_due_once_and_recourse_hangs_on_both(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(LIFT, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    (found,) = [one for one in analysis.diagnostics if one.code == "SUM001"]
    assert "安家物业、捷升维保算的是同一笔损失，不重复受偿" in found.message
    assert found.related
    (recourse,) = analysis.recourse
    assert recourse.depends_on == ("安家物业", "捷升维保")


def test_whether_several_answer_for_the_whole_or_by_share_is_open_where_the_law_does_not_say(tmp_path: Path) -> None:
    (found,) = told(tmp_path, TILE % "true")
    assert "没有定论" in found.message
    assert {"民法典/1171", "民法典/1172"} <= {str(at) for at in found.related}
    assert "各自" not in found.message.split("；")[1]  # of one person


SHARES = """  - {id: lift_breach_contributed, of: w, value: true}
  - {id: lift_fault_unrepaired, of: w, value: true}
  - {id: other_lift_cause, value: true}
  - {id: provider_fault_share, value: 0.4}
  - {id: maintenance_lacking, of: m, value: true}
  - {id: maintenance_contributed, of: m, value: true}
"""


def test_who_answers_by_share_owes_no_more_than_the_others_leave_and_nothing_is_deducted(tmp_path: Path) -> None:
    # one who is no party of the service contract: its provider answers for its own share alone
    form = (LIFT + SHARES).replace("role: owner", "role: property_user")
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    company, maintainer = analysis.claims
    assert company.amount and maintainer.amount
    assert company.amount.high == Decimal(7440)  # 40 % of 18,600
    assert (maintainer.amount.low, maintainer.amount.high) == (None, Decimal(11160))
    assert {company.result, maintainer.result} == {Result.PARTLY_SUPPORTED}
    (found,) = [one for one in analysis.diagnostics if one.code == "SUM001"]
    assert "扣除" not in found.advice
    assert "不减少" in found.advice


FLOWERPOT = """\
claims: [{by: v, against: [a, b], claim: torts.thrown_object}]
facts:
  - {id: object_from_building, value: true}
  - {id: harm_suffered, value: true}
  - {id: damage_amount, value: 46300}
  - {id: police_investigated, value: true}
  - {id: thrower_identified, value: false}
  - {id: facade_cameras, value: false}
  - {id: could_have_thrown, of: b, value: true}
"""


def test_who_may_owe_more_than_the_others_for_one_harm_answers_for_the_same_loss(tmp_path: Path) -> None:
    # The company may owe for the harm to the mind as well, the neighbours only a fair part of the rest.
    (found,) = told(tmp_path, FLOWERPOT)
    assert "甲物业、徐某算的是同一笔损失" in found.message
    (found,) = told(tmp_path, FLOWERPOT + "  - {id: mental_harm_sum, value: 20000}\n")
    assert "甲物业、徐某算的是同一笔损失" in found.message


def test_a_share_that_is_asked_for_as_such_is_granted_in_full(tmp_path: Path) -> None:
    form = (LIFT + SHARES).replace("claim: torts.lift_accident}", "claim: torts.lift_accident, sum: 7440}")
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    assert analyze(tmp_path / "案.yaml").claims[0].result is Result.SUPPORTED


DELEGATED = """\
claims:
  - {by: o, against: [a], claim: torts.lift_accident}
  - {by: o, against: [m], claim: torts.lift_maintainer}
facts:
  - {id: lift_harm, value: true}
  - {id: harm_suffered, value: true}
  - {id: damage_amount, of: o, value: 9000}
  - {id: manages_lift, of: a, value: true}
  - {id: lift_uninspected, of: a, value: true}
  - {id: lift_breach_contributed, of: a, value: true}
  - {id: other_lift_cause, value: true}
  - {id: maintains_lift, of: m, value: true}
  - {id: maintenance_lacking, of: m, value: true}
  - {id: maintenance_contributed, of: m, value: true}
"""


def test_that_a_provider_answers_only_for_its_share_of_what_it_delegated_is_open(tmp_path: Path) -> None:
    parties = "  - {id: o, name: 业主, role: owner}\n  - {id: m, name: 维保公司, role: contractor}\n"
    (found,) = told(tmp_path, parties + DELEGATED)
    assert "没有定论" in found.message
    assert "物业服务合同" in found.message
    assert "一方付了的不减少其他人的份额" not in found.message
