"""With the texts of a city in the library, an analysis there cites and uses its rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from propertylaw.library import Library
from propertylaw.library.intake import take_in
from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze

LOCAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "local"
TEXTS = [path for path in sorted(LOCAL.glob("*.md")) if any(city in path.name for city in ("山东", "滨州", "青岛"))]

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not TEXTS, reason="no reference folder beside the checkout")]

FEES = """on: 2024-06-30
place: {place}
parties: [{{id: a, name: 甲物业, role: service_provider}}, {{id: b, name: 徐某, role: owner}}]
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: preliminary_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: demand_made, value: true}}
  - {{id: fee_rate, value: 2}}
  - {{id: floor_area, value: 100}}
  - {{id: unpaid_from, value: 2023-01-01}}
  - {{id: unpaid_to, value: 2023-12-31}}
  - {{id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}}
"""
LEAVING = """on: {on}
place: 山东省青岛市
parties: [{{id: c, name: 业主委员会, role: owners_committee}}, {{id: a, name: 甲物业, role: outgoing_provider}}]
claims: [{{by: c, against: [a], claim: handover.refusal}}]
facts:
  - {{id: dismissed_by_decision, value: true, said_by: c, evidence: [决定]}}
  - {{id: notice_given, value: true, said_by: c, evidence: [回证]}}
  - {{id: contract_end_date, value: 2024-05-01, said_by: c, evidence: [通知]}}
  - {{id: not_handed_over, of: a, value: true, said_by: c, admitted_by: [a]}}
"""


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROPERTYLAW_HOME", str(tmp_path_factory.mktemp("home")))
        library = Library()
        list(take_in(TEXTS, library))
        yield library


def found(folder: Path, form: str) -> ClaimFinding:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    (finding,) = analyze(file).claims
    return finding


def test_the_empty_flat_rule_of_the_city_is_asked_about_and_cited_beside_the_code(tmp_path: Path) -> None:
    finding = found(tmp_path, FEES.format(place="山东省滨州市"))
    assert finding.result is Result.DEPENDS
    (rule,) = (one for one in finding.local if str(one.locator) == "滨州市住宅物业管理条例/38/2")
    # the code forbids to refuse payment; paying less is no refusal
    assert (rule.kind, str(rule.beside)) == ("details", "民法典/944/1")
    assert rule.text


def test_the_rule_of_the_province_on_an_empty_flat_is_shown_where_the_flat_is_said_to_be_empty(tmp_path: Path) -> None:
    finding = found(tmp_path, FEES.format(place="山东省滨州市"))
    (rule,) = (one for one in finding.local if str(one.locator).startswith("山东省物业管理条例/62"))
    assert (str(rule.locator), rule.kind) == ("山东省物业管理条例/62/2", "on_point")
    assert rule.text
    other = found(tmp_path, FEES.format(place="江苏省南通市"))
    assert other.local == ()


def test_a_rule_that_the_notes_name_for_another_case_is_not_shown(tmp_path: Path) -> None:
    lived_in = FEES.replace("  - {{id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}}\n", "")
    told = {str(one.locator) for one in found(tmp_path, lived_in.format(place="山东省青岛市")).local}
    # 49: on income and who collects; 62, 51: who pays for unsold and empty flats
    assert not [at for at in told if at.split("/")[:2] in (["山东省物业管理条例", "49"], ["山东省物业管理条例", "62"])]
    assert not [at for at in told if at.startswith("青岛市物业管理条例/51")]
    assert {"青岛市物业管理条例/63/1", "青岛市物业管理条例/63/2"} <= told


ASKED = """on: 2026-02-01
place: 山东省青岛市
parties: [{{id: a, name: 徐某, role: owner}}, {{id: c, name: 业主委员会, role: owners_committee}}]
claims: [{{by: a, against: [c], claim: governance.disclosure}}]
facts: [{{id: records_withheld, value: true}}, {{id: {asked}, value: true}}]
"""


@pytest.mark.parametrize(
    ("asked", "shown", "left_out"),
    [("asks_fund_records", "79/2", "78/2"), ("asks_contract_and_income", "78/2", "79/2")],
)
def test_only_what_is_asked_for_is_answered_by_the_local_rules_on_publishing(
    asked: str, shown: str, left_out: str, tmp_path: Path
) -> None:
    told = {str(one.locator) for one in found(tmp_path, ASKED.format(asked=asked)).local}
    assert f"青岛市物业管理条例/{shown}" in told
    assert f"青岛市物业管理条例/{left_out}" not in told


@pytest.mark.parametrize(("on", "result"), [("2024-05-20", Result.PREMATURE), ("2024-06-30", Result.SUPPORTED)])
def test_the_thirty_days_of_the_city_decide_when_nothing_is_agreed(tmp_path: Path, on: str, result: Result) -> None:
    finding = found(tmp_path, LEAVING.format(on=on))
    assert finding.result is result
    stated = {str(at) for element in finding.elements for use in element.facts for at in use.stated_at}
    assert stated == {"青岛市物业管理条例/66/1"}
