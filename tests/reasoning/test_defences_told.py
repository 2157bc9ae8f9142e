"""Defences are told where somebody raised them, not where only the sum of the claim is known."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

LEAK = """\
on: 2026-11-25
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 陈某, role: owner}
claims: [{by: a, against: [b], claim: neighbours.leak}]
facts:
  - {id: flat_flooded, value: true, said_by: a, evidence: [照片]}
  - {id: leak_from_their_part, of: b, value: true, said_by: a, evidence: [鉴定意见]}
  - {id: damage_amount, value: 6800, said_by: a, evidence: [维修单]}
"""
RAISED = """\
  - {id: limitation_raised, value: true, said_by: b}
  - {id: harm_known_date, value: 2026-01-01, said_by: a}
"""


def defences(folder: Path, form: str) -> list[str]:
    file = folder / "漏水.yaml"
    file.write_text(form, encoding="utf-8")
    return [defence.id for claim in analyze(file).claims for defence in claim.defences]


def test_limitation_is_not_told_because_the_damage_is_known(tmp_path: Path) -> None:
    assert defences(tmp_path, LEAK) == []


def test_limitation_that_was_raised_is_told(tmp_path: Path) -> None:
    assert "limitation" in defences(tmp_path, LEAK + RAISED)


HANDOVER = """\
on: 2025-06-30
place: 浙江省杭州市
parties:
  - {id: c, name: 某业主委员会, role: owners_committee}
  - {id: o, name: 旧物业, role: outgoing_provider}
claims: [{by: c, against: [o], claim: handover.refusal}]
facts:
  - {id: term_ended, value: true, said_by: c, admitted_by: [o]}
  - {id: owners_chose_other, value: true, said_by: c, evidence: [决定]}
  - {id: not_handed_over, of: o, value: true, said_by: c, admitted_by: [o]}
"""


def test_a_defence_that_never_helps_is_told_only_to_who_pleads_it(tmp_path: Path) -> None:
    pleaded = HANDOVER + "  - {id: auto_renewal_clause, value: true, said_by: o, evidence: [合同]}\n"
    assert "auto_renewed" not in defences(tmp_path, HANDOVER)
    assert "auto_renewed" in defences(tmp_path, pleaded)


FIRE = """\
on: 2025-12-01
place: 江苏省常州市
parties:
  - {id: v, name: 陆某, role: owner}
  - {id: t, name: 租客, role: property_user}
  - {id: o, name: 房东, role: owner}
claims: [{by: v, against: [t, o], claim: torts.ebike_fire}]
facts:
  - {id: fire_from_ebike, value: true, said_by: v, evidence: [火灾事故认定书]}
  - {id: harm_suffered, value: true, said_by: v, evidence: [评估报告]}
  - {id: damage_amount, value: 132000, said_by: v, evidence: [评估报告]}
  - {id: ebike_of_respondent, of: t, value: true, said_by: v, admitted_by: [t]}
  - {id: ebike_of_respondent, of: o, value: false, said_by: o, evidence: [租赁合同]}
  - {id: ebike_rule_broken, of: t, value: true, said_by: v, evidence: [火灾事故认定书]}
  - {id: %s, value: true, said_by: %s, evidence: [现场笔录]}
"""


def of_landlord(folder: Path, fact: str, said_by: str) -> list[str]:
    file = folder / "起火.yaml"
    file.write_text(FIRE % (fact, said_by), encoding="utf-8")
    return [defence.id for defence in analyze(file).claims[1].defences]


def test_a_defence_that_fails_is_told_of_who_raised_it_and_not_of_who_answers_beside_him(tmp_path: Path) -> None:
    assert of_landlord(tmp_path, "provider_also_at_fault", "t") == []
    assert of_landlord(tmp_path, "provider_also_at_fault", "o") == ["provider_too"]


def test_what_gives_an_element_raises_no_defence_that_rests_on_it_too(tmp_path: Path) -> None:
    form = """\
on: 2025-06-01
place: 吉林省长春市
parties:
  - {id: v, name: 车主, role: owner}
  - {id: f, name: 父亲, role: owner}
claims: [{by: v, against: [f], claim: torts.guardian}]
facts:
  - {id: ward_did_harm, value: true, said_by: v, evidence: [监控录像]}
  - {id: harm_suffered, value: true, said_by: v, evidence: [维修单]}
  - {id: is_guardian, of: f, value: true, said_by: v, admitted_by: [f]}
"""
    assert defences(tmp_path, form) == []
    pleaded = form + "  - {id: guarded_diligently, of: f, value: true, said_by: f, denied_by: [v]}\n"
    assert defences(tmp_path, pleaded) == ["diligent"]


SAID = """\
on: 2025-06-01
place: 吉林省长春市
parties:
  - {id: v, name: 罗某, role: owner}
  - {id: g, name: 群主, role: owner}
claims: [{by: v, against: [g], claim: persons.reputation}]
facts:
  - {id: seen_by_others, value: true, said_by: v, evidence: [截图]}
  - {id: about_common_affairs, value: true, said_by: g}
  - {id: statement_made, of: g, value: %s, said_by: g, admitted_by: [v]}
"""


def test_a_defence_left_open_is_told_while_the_claim_may_stand_and_not_where_it_fails_without_it(
    tmp_path: Path,
) -> None:
    assert defences(tmp_path, SAID % "true") == ["supervision"]
    assert defences(tmp_path, SAID % "false") == []
