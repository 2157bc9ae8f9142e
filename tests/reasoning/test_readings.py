"""Readings of an open concept that the facts of the case rule out."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, Concept, FactValue, Reading, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.readings import agreed, left, left_out
from propertylaw.reasoning.truth import FALSE, OPEN, SILENT, TRUE, Code
from propertylaw.report.analysis_page import analysis_text


class Known:
    """Facts that are simply known, or of which nobody spoke."""

    def __init__(self, **facts: FactValue) -> None:
        self.facts = facts

    def value(self, fact: str) -> FactValue | None:
        return self.facts.get(fact)

    def gap(self, fact: str) -> Code:
        return SILENT

    def bounds(self, fact: str) -> None:
        return None

    def claim(self, id: str) -> Code:
        return OPEN


def concept(*readings: Reading) -> Concept:
    return Concept(id="k", title="概念", question="？", readings=readings)


YES = Reading(id="yes", says="成立", holds=True)
NO_IF_DRY = Reading(id="no", says="干的才不成立", holds=False, when="dry")
ALSO_NO = Reading(id="also", says="总之不成立", holds=False)


def test_a_reading_whose_supposition_is_known_to_be_otherwise_is_left_out() -> None:
    assert left_out(concept(YES, NO_IF_DRY), Known(dry=False)) == (NO_IF_DRY,)
    assert agreed(concept(YES, NO_IF_DRY), Known(dry=False)) == TRUE


@pytest.mark.parametrize("known", [Known(), Known(dry=True)])
def test_what_is_not_known_or_given_leaves_it_in(known: Known) -> None:
    assert left(concept(YES, NO_IF_DRY), known) == (YES, NO_IF_DRY)
    assert agreed(concept(YES, NO_IF_DRY), known) == OPEN


def test_another_reading_to_the_same_end_keeps_the_concept_open() -> None:
    assert left(concept(YES, NO_IF_DRY, ALSO_NO), Known(dry=False)) == (YES, ALSO_NO)
    assert agreed(concept(YES, NO_IF_DRY, ALSO_NO), Known(dry=False)) == OPEN


def test_readings_that_are_all_contradicted_decide_nothing() -> None:
    yes_if_dry = YES.model_copy(update={"when": "dry"})
    assert left(concept(yes_if_dry, NO_IF_DRY), Known(dry=False)) == (yes_if_dry, NO_IF_DRY)
    assert agreed(concept(yes_if_dry, NO_IF_DRY), Known(dry=False)) == OPEN


def test_what_is_left_may_be_the_contrary() -> None:
    assert agreed(concept(YES.model_copy(update={"when": "wet"}), ALSO_NO), Known(wet=False)) == FALSE


FORM = """\
on: 2025-06-30
place: 辽宁省沈阳市
parties:
  - {id: b, name: 林某, role: buyer}
  - {id: d, name: 甲置业公司, role: developer}
claims: [{by: b, against: [d], claim: developer.rescission}]
facts:
  - {id: sale_contract, value: true}
  - {id: delivery_due_date, value: 2024-12-31}
  - {id: price_paid, value: 800000}
  - {id: delivery_demanded, value: true}
  - {id: demand_period_over, value: true}
"""


def rescission(folder: Path, resumed: str) -> Analysis:
    (folder / "退房.yaml").write_text(f"{FORM}  - {{id: works_resumed, value: {resumed}}}\n", encoding="utf-8")
    return analyze(folder / "退房.yaml")


def test_the_page_says_why_a_reading_is_not_considered(tmp_path: Path) -> None:
    analysis = rescission(tmp_path, "false")
    assert analysis.claims[0].result is Result.SUPPORTED
    assert analysis.open_concepts == ()
    assert [one.id for element in analysis.claims[0].elements for one in element.left_out] == ["may_not"]
    page = "".join(analysis_text(analysis).split())
    assert "“工程已经复工" in page
    assert "这种看法在这里用不上：所填的事实不是它说的那种情形" in page
    assert "已复工并有确定的交付时间：否" in page


def test_where_the_supposition_is_unknown_it_is_asked_with_what_follows_from_it(tmp_path: Path) -> None:
    analysis = rescission(tmp_path, "unknown")
    assert analysis.claims[0].result is Result.DEPENDS
    (question,) = (one for one in analysis.decisive if "purpose_defeated" in one.ids)
    assert set(question.ids) == {"works_resumed", "purpose_defeated"}
    stopped = {one.result for one in question.outcomes if one.given["works_resumed"] == "否"}
    assert stopped == {Result.SUPPORTED}
