"""A claim that fails only for want of proof is not told as one that has failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

LEAK = """\
on: 2026-11-25
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 陈某, role: owner}
claims: [{by: a, against: [b], claim: neighbours.leak}]
facts:
  - {id: flat_flooded, value: true, said_by: a, evidence: [照片]}
  - {id: damage_amount, value: 6800, said_by: a, evidence: [维修单]}
  - {id: leak_from_their_part, of: b, value: VALUE, said_by: a, PROOF}
"""


def page(folder: Path, value: str, proof: str) -> str:
    file = folder / "漏水.yaml"
    file.write_text(LEAK.replace("VALUE", value).replace("PROOF", proof), encoding="utf-8")
    return "".join(analysis_text(analyze(file)).split())


def test_what_is_disputed_and_unproved_is_named_beside_the_result(tmp_path: Path) -> None:
    text = page(tmp_path, "true", "denied_by: [b]")
    assert "按举证责任暂不成立" in text
    assert "待王某补证：漏点在他家的专有部分" in text
    assert "请求不成立" not in text


@pytest.mark.parametrize(("value", "result"), [("false", "请求不成立"), ("true", "请求成立")])
def test_what_is_proved_either_way_is_told_plainly(value: str, result: str, tmp_path: Path) -> None:
    text = page(tmp_path, value, "evidence: [鉴定意见]")
    assert result in text
    assert "暂不成立" not in text
    assert "补证" not in text


@pytest.mark.parametrize("said_by", ["said_by: b, ", ""])
def test_whoever_says_it_the_side_that_bears_the_burden_is_told_to_prove_it(said_by: str, tmp_path: Path) -> None:
    (tmp_path / "漏水.yaml").write_text(
        LEAK.replace("VALUE, said_by: a, PROOF", f"true, {said_by}denied_by: [b]"), encoding="utf-8"
    )
    assert "待王某补证：漏点在他家的专有部分" in "".join(analysis_text(analyze(tmp_path / "漏水.yaml")).split())


LIFT = """\
on: 2025-09-10
place: 浙江省宁波市
parties:
  - {id: sun, name: 孙某, role: owner}
  - {id: wuye, name: 甬安物业, role: service_provider}
  - {id: wb, name: 恒升维保, role: contractor}
claims: [{by: sun, against: [wb], claim: torts.lift_maintainer}]
facts:
  - {id: lift_harm, value: true}
  - {id: harm_suffered, value: true}
  - {id: damage_amount, value: 80000}
  - {id: maintains_lift, of: wb, value: true}
  - {id: maintenance_lacking, of: wb, value: true, said_by: wuye, denied_by: [wb]}
"""


def test_a_third_person_who_says_it_does_not_have_to_prove_it(tmp_path: Path) -> None:
    (tmp_path / "电梯.yaml").write_text(LIFT, encoding="utf-8")
    text = "".join(analysis_text(analyze(tmp_path / "电梯.yaml")).split())
    assert "待孙某补证：没有按规范维保" in text
