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


def test_of_what_nobody_by_name_says_only_the_want_of_proof_is_told(tmp_path: Path) -> None:
    text = page(tmp_path, "true", "denied_by: [b]").replace("王某", "某")
    file = tmp_path / "漏水.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("value: true, said_by: a, denied_by", "value: true, denied_by"),
        encoding="utf-8",
    )
    assert "待某补证" in text
    assert "待补证：漏点在他家的专有部分" in "".join(analysis_text(analyze(file)).split())
