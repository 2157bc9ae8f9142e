"""The basis of a claim is that of these parties: owners' rights are no basis of the provider's."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze

ALTERED = """\
on: 2025-06-30
place: 浙江省杭州市
parties:
  - {{id: a, name: 甲, role: {role}}}
  - {{id: b, name: 周某, role: owner}}
claims: [{{by: a, against: [b], claim: common_parts.altering}}]
facts: []
"""


@pytest.mark.parametrize(("role", "owners"), [("service_provider", False), ("owner", True)])
def test_a_provider_rests_on_its_own_right_and_an_owner_on_his(role: str, owners: bool, tmp_path: Path) -> None:
    form = tmp_path / "表.yaml"
    form.write_text(ALTERED.format(role=role), encoding="utf-8")
    (finding,) = analyze(form).claims
    basis = set(map(str, finding.basis))
    assert ("民法典/236" in basis) is owners
    assert ("物业服务解释/1" in basis) is not owners
