"""Published disputes: the forms that were filled in from what the parties said, beside what the courts decided."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FORMS = Path(__file__).resolve().parent / "disputes"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("disputes_score", ROOT / "scripts" / "disputes_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["disputes_score"] = module
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
ENTRIES = SCRIPT.entries()
PLACES = [f"{entry.dispute} {entry.court} {entry.decides or ''}" for entry in ENTRIES]

with_the_outcomes = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


@pytest.fixture(scope="module")
def rows() -> list[object]:
    return list(SCRIPT.scored(SHARED))


@pytest.mark.parametrize("number", [pytest.param(n, id=p, marks=with_the_outcomes) for n, p in enumerate(PLACES)])
def test_a_dispute_comes_out_as_the_court_decided_or_as_the_readme_explains(
    number: int, rows: list[SCRIPT.Row]
) -> None:
    row = rows[number]
    assert row.verdict == row.entry.expected
    assert row.concept_open == row.entry.named
    if row.verdict == "depends":
        assert row.court in row.possible


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference folder ../shared is not beside the checkout")
def test_every_outcome_of_every_dispute_is_compared(rows: list[SCRIPT.Row]) -> None:
    published = {row.dispute.id: row.dispute for row in rows}
    assert len(published) == len((SHARED / "cases" / "dev.jsonl").read_text(encoding="utf-8").splitlines())
    assert len(rows) == sum(len(dispute.outcome) for dispute in published.values())


def test_every_form_answers_some_outcome() -> None:
    used = {form for entry in ENTRIES for form in entry.forms or (entry.dispute,) if not entry.missing}
    assert {file.stem for file in FORMS.glob("PM-*.yaml")} == used


def test_what_does_not_agree_has_its_reason_written_down() -> None:
    reasons = (FORMS / "README.md").read_text(encoding="utf-8")
    explained = [entry for entry in ENTRIES if entry.expected != "agree" or (entry.concept and not entry.named)]
    assert [entry.dispute for entry in explained if f"| {entry.dispute} " not in reasons] == []
