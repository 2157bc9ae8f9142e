"""Questions at five places on five days over the reference texts; the table is `questions.yaml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.library import KnowledgeBase, Library
from propertylaw.model import NATION

TABLE = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))
SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"
PLACES = [(day["day"], place, expected) for day in TABLE for place, expected in day["places"].items()]
SHOWN = [(day["day"], case) for day in TABLE for case in day["show"]]
RANKED = [(day["day"], case) for day in TABLE for case in day["rank"]]

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not SHARED.is_dir(), reason="no reference folder")]


def test_the_table_has_five_days_and_five_places() -> None:
    assert len(TABLE) == 5
    assert all(len(day["places"]) == 5 for day in TABLE)


@pytest.mark.parametrize(("on", "place", "expected"), PLACES, ids=lambda value: str(value)[:16])
def test_a_place_sees_the_sources_of_its_province_and_city_and_no_others(
    on: date, place: str, expected: dict[str, list[str]], reference_library: Library
) -> None:
    law = KnowledgeBase(on, place, library=reference_library)
    assert [one.id for one in law.sources() if one.territory != NATION] == expected["local"]
    assert not law.place_doubts
    at_hand = {text.instrument.id for text in law.local_texts}
    assert at_hand <= set(expected["local"])


@pytest.mark.parametrize(
    ("on", "case"), SHOWN, ids=lambda value: str(value.get("ask") if isinstance(value, dict) else value)
)
def test_a_provision_is_answered_from_the_version_of_the_day(
    on: date, case: dict[str, Any], reference_library: Library
) -> None:
    found = KnowledgeBase(on, "", library=reference_library).text_at(case["ask"])
    assert found.state == case["state"], found.says
    if "version" in case:
        assert found.version is not None
        assert found.version.name == case["version"]
    if "applied" in case:
        assert [str(at) for at in found.applied] == case["applied"]
    assert case.get("has", "") in found.words
    assert bool(found.words) == (case["state"] == "at_hand")
    assert "lacks" not in case or case["lacks"] not in found.words
    assert bool(found.doubts) == ("doubt" in case)
    assert case.get("doubt", "") in "".join(found.doubts)


@pytest.mark.parametrize(("on", "case"), RANKED, ids=lambda value: str(value)[:24])
def test_of_two_sources_the_right_one_prevails_or_the_law_leaves_it_open(
    on: date, case: dict[str, str], reference_library: Library
) -> None:
    law = KnowledgeBase(on, "", library=reference_library)
    for one, other in ((case["one"], case["other"]), (case["other"], case["one"])):
        found = law.precedence(one, other)
        assert found is not None
        assert found.prevails == case.get("prevails")
        assert "open" not in case or found.rule.id == case["open"]
