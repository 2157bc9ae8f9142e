"""A local ban on blocking owners reaches the means that its text names, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw import analyze

LOCAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "local"
FORM = """on: 2025-09-20
place: {place}
documents: [{text}]
parties: [{{id: o, name: 肖某, role: owner}}, {{id: p, name: 甲物业公司, role: service_provider}}]
claims: [{{by: o, against: [p], claim: fees.cutoff}}]
facts:
  - {{id: access_restricted, value: true, said_by: o, admitted_by: [p]}}
  - {{id: only_{way}_restricted, value: true, said_by: o, admitted_by: [p]}}
  - {{id: cut_by_provider, value: true, said_by: o, admitted_by: [p]}}
  - {{id: cut_to_collect, value: true, said_by: o, admitted_by: [p]}}
  - {{id: access_still_on, value: true, said_by: o, admitted_by: [p]}}
"""

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not LOCAL.exists(), reason="no reference folder")]


@pytest.mark.parametrize(
    ("title", "place", "way", "named"),
    [
        ("潍坊市物业管理条例", "山东省潍坊市", "vehicles", True),  # 55 II: vehicles kept out
        ("潍坊市物业管理条例", "山东省潍坊市", "entry", False),  # it says nothing of doors and lifts
        ("滨州市住宅物业管理条例", "山东省滨州市", "entry", True),  # 47 (5): doors and lifts against owners
        ("滨州市住宅物业管理条例", "山东省滨州市", "vehicles", False),
        ("聊城市物业管理条例", "山东省聊城市", "vehicles", False),  # 34 (10): water and power alone
        ("河南省物业管理条例", "河南省开封市", "entry", False),  # 64 speaks of building materials brought in
    ],
)
def test_only_the_means_that_a_local_text_names_are_banned_by_it(
    title: str, place: str, way: str, named: bool, tmp_path: Path
) -> None:
    file = tmp_path / "案.yaml"
    text = next(iter(LOCAL.glob(f"{title}*.md")))
    file.write_text(FORM.format(place=place, way=way, text=text), encoding="utf-8")
    (finding,) = analyze(file).claims
    assert finding.result == ("supported" if named else "depends")
