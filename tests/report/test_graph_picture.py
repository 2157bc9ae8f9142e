"""The rule graph as a picture and as a page: what is owed is shown, nothing is fetched, nothing breaks out."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.graph import RuleGraph, flows
from propertylaw.model import Modality, Norm
from propertylaw.report.graph_html import graph_html
from propertylaw.report.graph_picture import graph_svg
from propertylaw.rulebook import parties

SVG = "{http://www.w3.org/2000/svg}"
CLAUSE = "乙方应当每日清扫，不得</script><b>收费。"


def norm(number: int, modality: str, bearer: str, counterparty: str, **fields: object) -> Norm:
    whole = {
        "id": f"n{number}",
        "modality": modality,
        "bearer": bearer,
        "counterparty": counterparty,
        "action": "每日清扫",
        "locator": f"doc:合同/{number}",
        "origin": "extracted",
    }
    return Norm.model_validate(whole | fields)


NORMS = [
    norm(1, "duty", "service_provider", "owner", text_span=(0, len(CLAUSE))),
    norm(2, "liability", "service_provider", "owner"),
    norm(3, "prohibition", "service_provider", "owner"),
    norm(4, "duty", "owner", "service_provider"),
    norm(5, "constitutive", "owner", "developer"),
    norm(6, "duty", "owner", "owner"),
]


def test_norms_between_two_parties_are_counted_by_what_they_are() -> None:
    assert [(f.bearer, f.counterparty, f.kind, len(f.norms)) for f in flows(NORMS)] == [
        ("service_provider", "owner", "duty", 2),
        ("owner", "service_provider", "duty", 1),
        ("service_provider", "owner", "prohibition", 1),
    ]


def test_the_picture_has_a_box_for_each_party_and_an_arrow_for_each_flow() -> None:
    picture = ElementTree.fromstring(graph_svg(flows(NORMS), "甲 & 乙"))
    groups = [(g.get("class"), g.get("data-party")) for g in picture.iter(f"{SVG}g")]
    assert sorted(g for g in groups if g[0] == "party") == [("party", "owner"), ("party", "service_provider")]
    assert sum(1 for g in groups if g[0] == "flow") == 3
    assert "物业服务人 → 业主：应当 2 条" in [title.text for title in picture.iter(f"{SVG}title")]


KNOWN = st.sampled_from(sorted(parties()))
MODALITIES = st.sampled_from([modality.value for modality in Modality])
DRAWN = st.lists(st.tuples(MODALITIES, KNOWN, KNOWN), max_size=60)


@given(DRAWN)
def test_any_picture_is_well_formed_and_stays_in_its_frame(drawn: list[tuple[str, str, str]]) -> None:
    picture = ElementTree.fromstring(graph_svg(flows(norm(i, *one) for i, one in enumerate(drawn, 1)), "图"))
    _, _, width, height = map(float, (picture.get("viewBox") or "").split())
    for box in picture.iter(f"{SVG}rect"):
        if box.get("x"):
            assert 0 <= float(box.get("x") or 0) <= width - float(box.get("width") or 0)
            assert 0 <= float(box.get("y") or 0) <= height - float(box.get("height") or 0)


@pytest.fixture(scope="module")
def page() -> str:
    return graph_html(RuleGraph(NORMS), {"n1": CLAUSE}, "合同：谁对谁")


def test_the_page_holds_every_norm_with_the_words_of_the_contract(page: str) -> None:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    data = json.loads(block[1])
    assert len(data["norms"]) == len(NORMS)
    assert data["norms"][0]["text"] == CLAUSE
    assert data["names"]["service_provider"] == "物业服务人"


def test_the_page_loads_nothing_from_elsewhere(page: str) -> None:
    assert not re.findall(r"""(?:src|href)\s*=|@import|url\(["']?http""", page)
    assert set(re.findall(r"https?://[^\s\"']+", page)) == {"http://www.w3.org/2000/svg"}
