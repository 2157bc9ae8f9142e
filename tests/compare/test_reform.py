"""A reform laid over the law: what it changes in tested cases and why, and what a bad pack is told."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from shares import one_in
from typer.testing import CliRunner
from worked_cases import EXAMPLES

from propertylaw.cli import app
from propertylaw.compare import Case, Consequences, Direction, Reform, consequences, read_cases, read_reform
from propertylaw.compare.cases import raising
from propertylaw.errors import PackError, PropertyLawError
from propertylaw.model import Dispute, Result
from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import disagreements, examples

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "examples" / "reform_legal_person"
CASES = sorted((data_folder("rules") / "cases").glob("*.yaml"))


@pytest.fixture(scope="module")
def reform() -> Reform:
    return read_reform(PACK)


@pytest.fixture(scope="module")
def tried(reform: Reform) -> list[Case]:
    """Every tested case in which there is a committee, of which the proposal speaks, and a share of the others."""
    cases = read_cases([*CASES, *(PACK / "cases").glob("*.yaml")], reform.rules)
    assert len(cases) == len(EXAMPLES) + len(examples(PACK))
    with_committee = [case for case in cases if _has_committee(case)]
    return [*with_committee, *one_in(8, [case for case in cases if not _has_committee(case)])]


@pytest.fixture(scope="module")
def found(reform: Reform, tried: list[Case]) -> Consequences:
    return consequences(reform, tried)


def _has_committee(case: Case) -> bool:
    return "owners_committee" in {person.role for person in case.dispute.parties}


def test_the_proposal_runs_over_the_tested_cases(tried: list[Case], found: Consequences) -> None:
    assert found.cases == len(tried)
    assert found.results >= found.cases


def test_only_what_the_proposal_speaks_of_changes(found: Consequences) -> None:
    """Standing of the committee is settled, and it can be made liable; nobody else's dispute comes out otherwise."""
    for shift in found.shifts:
        assert "owners_committee" in (shift.claimant_role, shift.respondent_role), shift.case


def test_a_committee_whose_standing_was_open_wins_for_the_stated_reason(found: Consequences) -> None:
    (shift,) = (one for one in found.shifts if one.claim == "common_parts.income")
    assert shift.before is not None
    assert shift.after is not None
    assert (shift.before.result, shift.after.result) == (Result.DEPENDS, Result.SUPPORTED)
    assert shift.for_claimant is Direction.BETTER
    (reason,) = shift.why
    assert (reason.part, reason.before, reason.after) == ("element", "unknown", "true")
    assert reason.concept == "为全体业主要共同收入的资格"
    assert "业主组织建议稿/3/1" in map(str, reason.basis)


def test_where_something_else_is_open_too_the_result_stays_open(found: Consequences) -> None:
    (shift,) = (one for one in found.shifts if one.claim == "parking.civil_defence")
    assert shift.after is not None
    assert shift.after.result is Result.DEPENDS
    assert shift.for_claimant is Direction.OPEN


def test_a_claim_that_the_law_does_not_know_is_new(found: Consequences) -> None:
    (shift,) = (one for one in found.shifts if one.before is None)
    assert (shift.claim, shift.respondent_role) == ("committee.liability", "owners_committee")


@pytest.mark.parametrize("example", examples(PACK), ids=str)
def test_the_examples_of_the_pack_come_out_as_expected(example: object, reform: Reform) -> None:
    assert disagreements(example, reform.rules) == []  # type: ignore[arg-type]


def test_norms_are_compared_as_those_of_two_versions(found: Consequences) -> None:
    drafts = next(one for one in found.norms if str(one.norm.locator) == "业主组织建议稿/5/1")
    assert drafts.direction_for("owner") is Direction.BETTER
    assert drafts.direction_for("owners_committee") is Direction.OPEN


def test_an_empty_reform_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "reform.yaml").write_text("title: 什么都不改\nsays: 试一试\n", encoding="utf-8")
    nothing = read_reform(tmp_path)
    found = consequences(nothing, read_cases(CASES[:3], nothing.rules))
    assert (found.shifts, found.norms, found.claims_added) == ((), (), ())


def test_a_repealed_claim_is_told_as_gone(tmp_path: Path) -> None:
    note = "title: 取消一项请求\nsays: 试一试\nrepeals: {claims: [torts.recourse]}\n"
    (tmp_path / "reform.yaml").write_text(note, encoding="utf-8")
    overlay = read_reform(tmp_path)
    found = consequences(overlay, read_cases([data_folder("rules") / "cases" / "torts.recourse.yaml"], overlay.base))
    assert len(found.claims_repealed) == 1
    assert {shift.after for shift in found.shifts} == {None}


HEAD = "title: 方案\nsays: 试一试\n"


@pytest.mark.parametrize(
    ("note", "line", "near"),
    [
        (f"{HEAD}repeals: {{claims: [fees.arears]}}\n", "第 3 行", "是不是“fees.arrears”？"),
        (f"{HEAD}repeals: {{norms: [民法典/9440]}}\n", "第 3 行", "民法典/9440"),
        (f"{HEAD}repeals: {{facts: [common_part_used]}}\n", "第 3 行", "没有这个事实“common_part_used”"),
        (
            f"{HEAD}amends:\n  concepts:\n    - id: committee_standin\n      bright_lines: []\n",
            "第 5 行",
            "是不是“committee_standing”？",
        ),
        (
            f"{HEAD}amends:\n  claims:\n    - id: fees.arrears\n      without: [contrct]\n",
            "第 6 行",
            "是不是“contract”？",
        ),
        (
            f"{HEAD}amends:\n  claims:\n    - id: fees.arrears\n      elements:\n"
            "        - {id: x, says: 试, when: service_providd, proof: claimant, basis: [民法典/937]}\n",
            "第 7 行",
            "是不是“service_provided”？",
        ),
        (
            f"{HEAD}amends:\n  claims:\n    - id: fees.arrears\n      basis: [民法点/937]\n",
            "第 6 行",
            "是不是“民法典”？",
        ),
        (f"{HEAD}repeal: {{}}\n", "第 3 行", "是不是“repeals”？"),
    ],
)
def test_a_bad_note_is_told_with_line_and_nearest_name(tmp_path: Path, note: str, line: str, near: str) -> None:
    (tmp_path / "reform.yaml").write_text(note, encoding="utf-8")
    with pytest.raises(PackError) as problem:
        read_reform(tmp_path)
    told = str(problem.value)
    assert "reform.yaml" in told
    assert line in told
    assert near in told
    assert "\n" not in told
    assert told.endswith("（PACK001）")


def test_a_bad_file_of_the_pack_is_told_with_its_own_name(tmp_path: Path) -> None:
    pack = tmp_path / "方案"
    shutil.copytree(PACK, pack)
    file = pack / "claims" / "committee.liability.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("committee_at_fault", "comittee_at_fault"), encoding="utf-8"
    )
    with pytest.raises(PackError, match=r"committee\.liability\.yaml.*第 \d+ 行.*是不是“committee_at_fault”？"):
        read_reform(pack)


def test_a_folder_without_a_note_is_no_reform(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"缺少 reform\.yaml"):
        read_reform(tmp_path)


def test_forms_are_tried_as_well_as_examples(reform: Reform) -> None:
    forms = sorted((ROOT / "corpus" / "samples" / "disputes").glob("*.yaml"))
    cases = read_cases(forms, reform.rules)
    assert len(cases) == len(forms)
    assert all(Path(name).is_file() for case in cases for name in case.dispute.documents)


def test_the_command_tells_who_gains(tmp_path: Path) -> None:
    arguments = ["diff", "--reform", str(PACK)]
    arguments += ["--cases", str(data_folder("rules") / "cases" / "common_parts.income.yaml")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "某小区业主委员会变好，甲物业公司变差" in "".join(line.strip() for line in result.output.splitlines())
    for suffix, start in ((".html", b"<!doctype html>"), (".docx", b"PK"), (".json", b"{")):
        file = tmp_path / f"方案{suffix}"
        assert CliRunner().invoke(app, [*arguments, "-o", str(file)]).exit_code == 0
        assert file.read_bytes().startswith(start)


@pytest.mark.parametrize("arguments", [["一.md"], ["--reform", str(PACK), "--party", "owner"], []])
def test_what_does_not_go_together_is_told(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, ["diff", *arguments])
    assert isinstance(result.exception, PropertyLawError)


def test_a_claim_is_raised_against_who_is_said_to_have_done_it_whatever_his_role() -> None:
    form = {
        "on": "2025-06-30",
        "place": "上海市",
        "parties": [
            {"id": "v", "name": "伤者", "role": "anyone"},
            {"id": "k", "name": "访客", "role": "anyone"},
            {"id": "w", "name": "安和物业", "role": "service_provider"},
        ],
        "claims": [{"by": "v", "against": ["w"], "claim": "torts.duty_of_care"}],
        "facts": [
            {"id": "object_from_building", "value": True},
            {"id": "is_thrower", "of": "k", "value": True, "evidence": ["监控录像"]},
        ],
    }
    raised = raising(Dispute.model_validate_json(json.dumps(form)), ["torts.thrown_object"], rules())
    assert ("v", ("k", "w")) in [(one.by, one.against) for one in raised.claims if one.claim == "torts.thrown_object"]
