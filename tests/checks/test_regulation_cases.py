"""Checks of regulations fire where their cases say so and keep quiet where there is nothing to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.checks import checks, lint
from propertylaw.model import Source
from propertylaw.structure import outline

FOLDER = Path(__file__).parent / "cases"
CASES = [file for file in sorted(FOLDER.glob("*.yaml")) if not file.stem.startswith("CON")]


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{number}")
        for file in CASES
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))[kind], 1)
    ]


def _codes(case: str | list[str]) -> set[str]:
    """The checks that fire on a text of articles alone, or on texts with their titles that are read together."""
    texts = case if isinstance(case, list) else [f"云溪市住宅物业管理条例\n{case}"]
    sources = [Source(name=text.partition("\n")[0], format="txt", text=text) for text in texts]
    return {finding.code for finding in lint([(source, outline(source)) for source in sources])}


@pytest.mark.parametrize(("code", "text"), _cases("fires"))
def test_a_check_fires(code: str, text: str | list[str]) -> None:
    assert code in _codes(text)


@pytest.mark.parametrize(("code", "text"), _cases("silent"))
def test_a_check_keeps_quiet(code: str, text: str | list[str]) -> None:
    assert code not in _codes(text)


def test_every_check_has_cases() -> None:
    of_the_whole = {"CON047", "CON048", "CON050", "CON052", "CON053", "CON055", "CON056", "CON057", "CON064", "CON065"}
    of_the_whole |= {"CON066", "CON067", "CON068", "CON073", "CON076", "CON077"}

    assert set(checks()) - of_the_whole == {file.stem for file in FOLDER.glob("*.yaml")}
