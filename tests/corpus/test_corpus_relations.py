"""Relations between the texts of the reference folder, against a sample that was read by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from law_graph import corpus_graph
from reference_texts import FOLDER

from propertylaw.graph import RelationKind

JUDGED = yaml.safe_load((Path(__file__).parent / "relations_judged.yaml").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


def found(kind: str) -> set[str]:
    relations = (one for one in corpus_graph().relations if one.kind == kind)
    return {f"{one.lower.id} | {one.higher.id} | {one.aspect}" for one in relations}


@pytest.mark.parametrize("kind", JUDGED)
def test_what_was_judged_right_is_found_and_hardly_anything_that_was_judged_wrong(kind: str) -> None:
    right, wrong = (set(JUDGED[kind][name]) & found(kind) for name in ("right", "wrong"))
    assert len(right) >= 0.8 * len(JUDGED[kind]["right"])
    assert len(right) >= 0.97 * len(right | wrong)


def test_a_norm_stated_in_several_sources_is_one_with_each_source_kept() -> None:
    graph = corpus_graph()
    (rebuild,) = graph.stated_in("民法典/278/1/7")
    sources = {norm.locator.instrument for norm in graph.statements_of(rebuild)}
    assert {"民法典", "物业管理条例", "山东省物业管理条例", "潍坊市物业管理条例"} <= sources


def test_a_shorter_period_of_a_city_is_stricter_than_that_of_its_province() -> None:
    graph = corpus_graph()
    stricter = [one for one in graph.relations if one.kind is RelationKind.STRICTER]
    pairs = {(str(one.lower.locator), str(one.higher.locator)) for one in stricter}
    assert ("青岛市物业管理条例/24/3", "山东省物业管理条例/22/3") in pairs


def test_no_relation_crosses_places_but_for_what_differs_between_them() -> None:
    graph = corpus_graph()
    for one in graph.relations:
        low, high = (graph.instruments[norm.locator.instrument].territory for norm in (one.lower, one.higher))
        assert (one.by == "place") == (not low.startswith(high) and high != "中国")
