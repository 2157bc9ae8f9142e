"""Every check fires where its cases say so, and keeps quiet where they say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.checks.clause import ClauseInput, review_clause

CASES = sorted((Path(__file__).parent / "cases").glob("CON*.yaml"))


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{number}")
        for file in CASES
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))[kind], 1)
    ]


def _codes(case: dict[str, str]) -> set[str]:
    return {finding.code for finding in review_clause(ClauseInput(id="case", **case))}


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_a_check_fires(code: str, case: dict[str, str]) -> None:
    assert code in _codes(case)


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_a_lawful_neighbour_stays_quiet(code: str, case: dict[str, str]) -> None:
    findings = review_clause(ClauseInput(id="case", **case))

    assert code not in {finding.code for finding in findings}
    assert not [finding for finding in findings if finding.severity == "high"]
