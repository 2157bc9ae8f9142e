"""A fact that belongs to another is weighed for a concept only where that other is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze

REGULATION = """# 临江省云溪市物业服务条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 人民防空工程的车位不得出售、附赠。

第二条 本条例自2020年6月1日起施行。
"""
FORM = """\
on: 2025-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{{id: a, name: 甲, role: owner}}, {{id: d, name: 乙公司, role: developer}}]
claims: [{{by: a, against: [d], claim: parking.sale}}]
facts:
  - {{id: {space}, value: true}}
  - {{id: {sold}, of: d, value: true}}
"""


@pytest.mark.parametrize(
    ("space", "sold", "told"), [("cd_space", "cd_space_sold", True), ("planned_space", "sold_to_outsiders", False)]
)
def test_a_ban_on_selling_shelters_says_nothing_of_planned_spaces(
    space: str, sold: str, told: bool, tmp_path: Path
) -> None:
    (tmp_path / "条例.md").write_text(REGULATION, encoding="utf-8")
    form = tmp_path / "表.yaml"
    form.write_text(FORM.format(space=space, sold=sold), encoding="utf-8")
    (finding,) = analyze(form).claims
    weighed = {str(at) for part in finding.elements for use in part.facts for at in use.stated_at}
    assert bool(weighed) is told
