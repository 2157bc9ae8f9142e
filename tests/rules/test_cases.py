"""Every example of `rules/cases/` comes out as the people who wrote it expect."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.errors import RuleError
from propertylaw.model import Analysis, ClaimFinding, Effect
from propertylaw.reasoning import analyze
from propertylaw.rulebook import data_folder, rules
from propertylaw.rulebook.yaml_file import read_yaml

FILES = sorted((data_folder("rules") / "cases").glob("*.yaml"))


def _examples() -> list[Any]:
    return [
        pytest.param(example, id=f"{file.stem}-{example['case']}")
        for file in FILES
        for example in read_yaml(file, list[dict[str, Any]], RuleError)
    ]


def _form(example: dict[str, Any]) -> dict[str, Any]:
    """The form, with the facts of `with` that `replaces` does not name."""
    kept = [fact for fact in example.get("with", []) if fact["id"] not in example.get("replaces", [])]
    return {**example["form"], "facts": example["form"].get("facts", []) + kept}


@pytest.mark.parametrize("example", _examples())
def test_an_example_comes_out_as_expected(example: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(_form(example), allow_unicode=True, sort_keys=False), encoding="utf-8")

    analysis = analyze(path)

    for expected in example["expect"]:
        found = [finding for finding in analysis.claims if finding.respondent == expected["respondent"]]
        assert len(found) == 1
        _agrees(found[0], expected, analysis)


def _agrees(finding: ClaimFinding, expected: dict[str, Any], analysis: Analysis) -> None:
    assert finding.result == expected["result"]
    if "amount" in expected:
        assert finding.amount is not None
        assert finding.amount.low == finding.amount.high == Decimal(str(expected["amount"]))
    if "at_most" in expected:
        assert finding.amount is not None
        assert (finding.amount.low, finding.amount.high) == (None, Decimal(str(expected["at_most"])))
    if "range" in expected:
        assert finding.amount is not None
        assert [finding.amount.low, finding.amount.high] == [Decimal(str(bound)) for bound in expected["range"]]
    assert set(expected.get("open", [])) <= {concept.id for concept in analysis.open_concepts}
    if "capacity" in expected:
        assert finding.capacity == expected["capacity"]
    party = next(p for p in analysis.parties if p.id == finding.respondent)
    assert list(party.joint_with) == expected.get("joint_with", [])
    asked = {id for question in analysis.decisive if question.purpose == "result" for id in question.ids}
    assert set(expected.get("asks", [])) <= asked
    ruled_out = {defence.id for defence in finding.defences if defence.effect is Effect.RULED_OUT}
    assert set(expected.get("ruled_out", [])) <= ruled_out
    by_burden = {element.id for element in finding.elements if element.by_burden}
    assert set(expected.get("by_burden", [])) <= by_burden


def test_every_claim_has_an_example() -> None:
    assert {file.stem for file in FILES} == set(rules().claims)
