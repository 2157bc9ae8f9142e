"""A fact stated of somebody whose it can never be is refused, with the place and the roles it can be of."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.reasoning import read_form

FORM = """\
on: 2024-06-03
place: 江苏省南通市
parties:
  - {id: wuye, name: 甲物业, role: service_provider}
  - {id: chen, name: 陈某, role: owner}
claims: [{by: wuye, against: [chen], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: floor_area, of: %s, value: 118}
"""
REPORT = """\
on: 2024-06-03
place: 江苏省南通市
parties:
  - {id: o, name: 王某, role: owner}
  - {id: j, name: 某居委会, role: residents_committee}
claims: [{by: o, against: [j], claim: public.report_not_acted}]
facts:
  - {id: reported_to_body, of: j, value: true}
"""


def test_an_area_of_the_company_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(FORM % "wuye", encoding="utf-8")
    with pytest.raises(FormError) as caught:
        read_form(file)
    said = str(caught.value)
    assert "案.yaml，第 9 行，第 2 条事实的 of" in said
    assert "“floor_area”" in said
    assert "业主" in said
    assert "of: chen" in said


def test_an_area_of_the_owner_is_read(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(FORM % "chen", encoding="utf-8")
    assert read_form(file).facts[1].of == "chen"


def test_a_report_to_a_residents_committee_is_read(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(REPORT, encoding="utf-8")
    assert read_form(file).facts[0].of == "j"
