"""Where the agreed term of a contract has gone by, its element tells so, and what the contract is since then."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze

FORM = """\
on: 2024-06-03
place: 江苏省南通市
parties: [{id: a, name: 甲物业, role: service_provider}, {id: b, name: 陈某, role: owner}]
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
"""
OVER = "  - {id: agreed_term_end, value: 2023-12-31}\n"


def told(folder: Path, more: str) -> str:
    file = folder / "案.yaml"
    file.write_text(FORM + more, encoding="utf-8")
    analysis = analyze(file)
    (element,) = [one for one in analysis.claims[0].elements if one.id == "contract"]
    assert "FCT004" not in {one.code for one in analysis.diagnostics}
    said = "；".join(words for use in element.facts for words in use.beside)
    assert ("民法典/948/1" in [str(at) for at in element.basis]) is bool(said)
    return said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (OVER, "2023-12-31 已满：没有续聘、另聘而继续服务的，合同继续有效、转为不定期"),
        (OVER + "  - {id: service_continued_after_term, value: true}\n", "继续服务，合同继续有效、转为不定期"),
        (OVER + "  - {id: service_continued_after_term, value: false}\n", "没有继续服务，合同已因期满终止"),
        (OVER + "  - {id: contract_end_date, value: 2024-02-29}\n", "合同已于 2024-02-29 终止"),
    ],
)
def test_a_term_that_is_over_is_told_with_what_follows(more: str, said: str, tmp_path: Path) -> None:
    assert said in told(tmp_path, more)


@pytest.mark.parametrize("more", ["", "  - {id: agreed_term_end, value: 2024-06-03}\n"])
def test_while_the_term_runs_or_is_not_known_nothing_is_told(more: str, tmp_path: Path) -> None:
    assert told(tmp_path, more) == ""


@pytest.mark.parametrize(
    ("title", "said"),
    [("物业服务合同", "2024-03-31 已满"), ("电梯维护保养合同", ""), ("车位租赁合同", "")],
)
def test_the_term_is_that_of_the_property_service_contract_and_of_no_other(
    title: str, said: str, tmp_path: Path
) -> None:
    contract = (
        f"# {title}\n\n甲方：甲物业服务有限公司\n乙方：临江公司\n\n第一条 合同期限自2023年4月1日起至2024年3月31日止。\n"
    )
    (tmp_path / "合同.md").write_text(contract, encoding="utf-8")
    found = told(tmp_path, "documents: [合同.md]\n")
    assert said in found if said else found == ""
