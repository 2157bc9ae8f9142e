"""What a respondent did to one of several claimants is never taken for what he did to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis
from propertylaw.reasoning import analyze

FACES = """\
on: 2025-06-30
place: 浙江省杭州市
parties:
  - {id: l, name: 林某, role: owner}
  - {id: c, name: 陈某, role: owner}
  - {id: p, name: 甲物业公司, role: service_provider}
claims: [{by: l, against: [p], claim: persons.face_recognition}, {by: c, against: [p], claim: persons.face_recognition}]
facts:
  - {id: face_gate, of: p, value: true, admitted_by: [p]}
  - {id: face_only, of: p, value: true, admitted_by: [p]}
  - {id: refuses_face, of: l, value: true, admitted_by: [p]}
  - {id: refuses_face, of: c, value: true, admitted_by: [p]}
"""
HELD = "  - {{id: face_data_held, of: p, {whom}value: true, admitted_by: [p]}}\n"


def faces(folder: Path, *lines: str) -> Analysis:
    file = folder / "刷脸.yaml"
    file.write_text(FACES + "".join(lines), encoding="utf-8")
    return analyze(file)


def to_be_deleted_for(analysis: Analysis) -> list[str]:
    return [
        one.claimant
        for one in analysis.claims
        if any("删除" in remedy.says and not remedy.conditional for remedy in one.remedies)
    ]


@pytest.mark.parametrize(
    ("whom", "had_by"),
    [("towards: [c], ", ["c"]), ("said_by: c, ", ["c"]), ("towards: [l, c], ", ["l", "c"]), ("", [])],
)
def test_the_face_that_is_held_is_deleted_for_the_one_whose_it_is(whom: str, had_by: list[str], tmp_path: Path) -> None:
    assert to_be_deleted_for(faces(tmp_path, HELD.format(whom=whom))) == had_by


@pytest.mark.parametrize(("whom", "code"), [("said_by: c, ", "FCT008"), ("", "FCT001"), ("towards: [c], ", None)])
def test_what_is_not_said_to_whom_is_told(whom: str, code: str | None, tmp_path: Path) -> None:
    told = [one for one in faces(tmp_path, HELD.format(whom=whom)).diagnostics if "人脸信息" in one.message]
    assert [one.code for one in told] == ([code] if code else [])


def test_it_may_be_so_towards_one_and_not_towards_another(tmp_path: Path) -> None:
    not_hers = HELD.format(whom="towards: [l], ").replace("true", "false")
    assert to_be_deleted_for(faces(tmp_path, HELD.format(whom="towards: [c], "), not_hers)) == ["c"]


def test_two_values_towards_the_same_one_are_refused(tmp_path: Path) -> None:
    line = HELD.format(whom="towards: [c], ")
    with pytest.raises(FormError, match="两个不同的值"):
        faces(tmp_path, line, line.replace("true", "false"))
