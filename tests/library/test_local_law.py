"""Imported local regulations are law at their place: their norms join the curated ones."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from two_parties import raised

from propertylaw import RuleGraph, analyze
from propertylaw.library import KnowledgeBase, Library, local_norms
from propertylaw.library.intake import take_in
from propertylaw.model import Truth
from propertylaw.rulebook import data_folder

SAMPLE = data_folder("corpus") / "samples" / "云溪市住宅物业管理条例.md"
ID = "云溪市住宅物业管理条例"
PLACE = "临江省云溪市"
REDUCTION = """# 临江省云溪市空置房条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 物业服务人应当按照约定提供服务。

第二条 房屋交付后空置六个月以上的，前期物业服务费应当减收，按照不超过收费标准的百分之六十交纳。

第三条 本条例自2020年6月1日起施行。
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "home"))
    library = Library()
    text = tmp_path / "空置房.md"
    text.write_text(REDUCTION, encoding="utf-8")
    list(take_in([text], library))
    return library


def _local(law: KnowledgeBase) -> set[str]:
    return {norm.locator.instrument for norm in law.norms() if norm.origin == "extracted"}


@pytest.mark.parametrize(
    ("on", "place", "there"),
    [
        ("2024-01-01", PLACE, True),
        ("2024-01-01", "临江省云溪市南湖区", True),
        ("2024-01-01", "临江省云河市", False),
        ("2024-01-01", "山东省青岛市", False),
        ("2020-05-31", PLACE, False),
    ],
)
def test_its_norms_are_seen_at_its_place_from_its_first_day(library: Library, on: str, place: str, there: bool) -> None:
    assert bool(_local(KnowledgeBase(date.fromisoformat(on), place))) is there


def test_norms_are_extracted_once_and_again_for_another_program(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    extracted: list[str] = []
    real = local_norms._extracted

    def counting(library: Library, text: object) -> object:
        extracted.append("once")
        return real(library, text)  # type: ignore[arg-type]

    monkeypatch.setattr(local_norms, "_extracted", counting)
    law = KnowledgeBase(date(2024, 1, 1), PLACE)
    assert law.norms() == KnowledgeBase(date(2024, 1, 1), PLACE).norms()
    assert extracted == ["once"]
    monkeypatch.setattr(local_norms, "extractor", lambda: "another program")
    KnowledgeBase(date(2024, 1, 1), PLACE).norms()
    assert extracted == ["once", "once"]


def test_the_graph_of_a_day_and_place_has_them(library: Library) -> None:
    graph = RuleGraph(KnowledgeBase(date(2024, 1, 1), "上海").norms())
    here, there = graph.at(date(2024, 1, 1), PLACE), graph.at(date(2024, 1, 1), "山东省青岛市")
    name = "临江省云溪市空置房条例"
    assert any(norm.locator.instrument == name for norm in here.norms.values())
    assert not any(norm.locator.instrument == name for norm in there.norms.values())
    assert here.instruments[name].territory == PLACE


def _case(tmp_path: Path, place: str) -> Path:
    form = f"""on: 2024-01-01
place: {place}
parties:
  - {{id: a, name: 甲物业, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}}
  - {{id: empty_flat_conditions_met, of: b, value: true, said_by: b, admitted_by: [a]}}
"""
    file = tmp_path / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return file


def test_an_imported_rule_on_empty_flats_counts_in_a_dispute_there_and_nowhere_else(
    library: Library, tmp_path: Path
) -> None:
    def lessened(place: str) -> list[Truth]:
        (finding,) = analyze(_case(tmp_path, place)).claims
        return [defence.truth for defence in finding.defences if defence.id == "empty_flat"]

    assert lessened(PLACE) == [Truth.TRUE]
    assert lessened("山东省青岛市") == [Truth.FALSE]


def test_the_analysis_says_which_imported_text_it_used(library: Library, tmp_path: Path) -> None:
    found = analyze(_case(tmp_path, PLACE)).diagnostics
    assert [d.message for d in found if d.code == "DOC003"] == [
        "采用了资料库中的《临江省云溪市空置房条例》（2020-03-05的版本）"
    ]


def test_a_document_of_the_case_goes_before_the_imported_text_of_the_same_instrument(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    list(take_in([SAMPLE], library))
    case = _case(tmp_path, PLACE)
    case.write_text(case.read_text(encoding="utf-8") + f"documents: [{SAMPLE}]\n", encoding="utf-8")
    codes = [d.message for d in analyze(case).diagnostics if d.code == "DOC003"]
    assert codes == ["采用了资料库中的《临江省云溪市空置房条例》（2020-03-05的版本）"]


def test_an_ambiguous_place_is_told_and_sees_national_law_alone(library: Library, tmp_path: Path) -> None:
    found = analyze(_case(tmp_path, "朝阳区"))
    assert "PLC001" in [d.code for d in found.diagnostics]


def test_local_law_without_a_text_of_the_day_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "none"))

    def told(place: str) -> list[str]:
        found = analyze(_case(tmp_path, place)).diagnostics
        return [str(one.locator) for one in found if one.code == "DOC004"]

    assert told("青岛市市南区") == ["山东省物业管理条例", "青岛市物业管理条例"]
    assert told("江苏省南通市") == []


def test_local_law_among_the_documents_is_not_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "none"))
    text = REDUCTION.replace("临江省云溪市空置房条例", "青岛市物业管理条例")
    (tmp_path / "青岛.md").write_text(text, encoding="utf-8")
    case = _case(tmp_path, "青岛")
    case.write_text(case.read_text(encoding="utf-8") + "documents: [青岛.md]\n", encoding="utf-8")
    found = analyze(case).diagnostics
    assert [str(one.locator) for one in found if one.code == "DOC004"] == ["山东省物业管理条例"]


def test_an_empty_library_costs_a_form_without_documents_nothing_heavy(tmp_path: Path) -> None:
    case = _case(tmp_path, "山东省青岛市")
    code = f"""import sys
from propertylaw import analyze
analyze({str(case)!r})
heavy = {{"spacy", "pdfplumber", "networkx", "docx", "rapidfuzz", "propertylaw.reasoning.documents"}}
print(sorted(set(sys.modules) & heavy))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PROPERTYLAW_HOME": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("place", "codes"),
    [("", {"PLC002"}), ("江苏省南京市", {"PLC003"}), ("火星", {"PLC001"}), ("山东省青岛市", {"DOC004"})],
)
def test_an_analysis_says_when_no_local_law_was_counted(place: str, codes: set[str]) -> None:
    form = raised("neighbours.leak", ("owner", "owner"), place=place)
    found = {one.code for one in analyze(form).diagnostics}
    assert found & {"PLC001", "PLC002", "PLC003", "DOC004"} == codes
