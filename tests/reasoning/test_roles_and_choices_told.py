"""What pages say of roles and of choices: what a role alone gives is not told, and a choice is told in Chinese."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_files import analysis_html
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.form_page import form_text
from propertylaw.rulebook import rules

LEAK = """\
on: 2025-06-30
place: 福建省福州市
parties:
  - {id: c, name: 林某, role: ROLE}
  - {id: b, name: 薛某, role: owner}
claims: [{by: c, against: [b], claim: neighbours.leak}]
facts:
  - {id: flat_flooded, value: true}
  - {id: leak_from_their_part, of: b, value: true}
  - {id: took_possession, value: unknown}
"""
BUYER = "买受人请求的"


def leak(folder: Path, role: str) -> Analysis:
    (folder / "漏水.yaml").write_text(LEAK.replace("ROLE", role), encoding="utf-8")
    return analyze(folder / "漏水.yaml")


def test_an_element_that_the_role_alone_gives_stands_in_the_tree_and_on_no_page(tmp_path: Path) -> None:
    analysis = leak(tmp_path, "owner")
    by_role = [element.id for element in analysis.claims[0].elements if element.by_role]
    assert by_role == ["owner", "user_fault"]
    assert any(BUYER in part.says for claim in analysis.argument.parts for part in claim.parts)
    assert BUYER not in "".join(analysis_text(analysis).split())
    assert BUYER not in analysis_html(analysis)
    assert all(BUYER not in sentence.says for sentence in analysis.prose)


def test_the_same_element_is_told_of_a_buyer_of_whom_more_has_to_be_known(tmp_path: Path) -> None:
    analysis = leak(tmp_path, "buyer")
    assert not any(element.by_role for element in analysis.claims[0].elements if element.id == "owner")
    assert BUYER in "".join(analysis_text(analysis).split())


GUARDS = """\
on: 2025-06-30
place: 江苏省南京市
parties:
  - {id: c, name: 林某, role: owner}
  - {id: b, name: 甲物业公司, role: service_provider}
claims: [{by: c, against: [b], claim: torts.guards_violence}]
facts:
  - {id: harm_suffered, value: true}
"""
DISPATCHED = "  - {id: staff_employed_by, value: dispatched}\n"


def guards(folder: Path, facts: str) -> Analysis:
    (folder / "打人.yaml").write_text(GUARDS + facts, encoding="utf-8")
    return analyze(folder / "打人.yaml")


def test_a_choice_is_told_by_its_chinese_name(tmp_path: Path) -> None:
    page = "".join(analysis_text(guards(tmp_path, DISPATCHED)).split())
    assert "：劳务派遣公司派来的（无人否认）" in page
    assert "dispatched" not in page


def test_a_choice_that_is_asked_for_tells_what_may_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "保修.yaml").write_text(WARRANTY, encoding="utf-8")
    asked = {
        id: said
        for question in analyze(tmp_path / "保修.yaml").decisive
        for id, said in zip(question.ids, question.questions, strict=True)
    }
    assert "填写：structure 地基基础、主体结构、" in asked["defect_kind"]


WARRANTY = """\
on: 2025-06-30
place: 江苏省南京市
parties:
  - {id: c, name: 林某, role: owner}
  - {id: b, name: 甲置业公司, role: developer}
claims: [{by: c, against: [b], claim: developer.warranty}]
facts:
  - {id: accepted_date, value: 2022-01-01}
  - {id: defect_found_date, value: 2023-06-01}
"""


def test_the_blank_form_names_choices_in_chinese() -> None:
    book = rules()
    form = form_text([book.claims["torts.guards_violence"]], book, date(2025, 1, 1))
    assert "dispatched（劳务派遣公司派来的）" in form


def test_an_error_about_a_choice_names_what_may_be_chosen_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        guards(tmp_path, DISPATCHED.replace("dispatched", "agency"))
    assert "dispatched（劳务派遣公司派来的）" in error.value.problem


def test_two_choices_that_contradict_each_other_are_named_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        guards(tmp_path, DISPATCHED + DISPATCHED.replace("dispatched", "own"))
    assert "劳务派遣公司派来的、物业公司自己的人" in error.value.problem
