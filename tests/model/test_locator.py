"""Locators: the short form of a place in the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import LocatorError
from propertylaw.model import Locator


@pytest.mark.parametrize(
    "text",
    [
        "民法典/944/3",
        "民法典/278/1/5",
        "上海市住宅物业管理规定@2018-11-22/18",
        "doc:合同/8",
        "民法典",
        "条例/1/2/3/4",
        "doc:合同/附件2/3",
        "刑法/287-1/2",
    ],
)
def test_the_short_form_is_read_and_written_alike(text: str) -> None:
    assert str(Locator.parse(text)) == text


@given(st.lists(st.integers(1, 2000), max_size=4), st.none() | st.dates())
def test_any_locator_survives_the_round_trip(numbers: list[int], version: object) -> None:
    names = ("article", "paragraph", "item", "sub_item")
    locator = Locator(instrument="民法典", version=version, **dict(zip(names, numbers, strict=False)))  # type: ignore[arg-type]
    assert Locator.parse(str(locator)) == locator


@pytest.mark.parametrize("text", ["", "/3", "民法典/0", "民法典/x", "民法典/1/2/3/4/5", "民法典@2020-02-30/1"])
def test_a_malformed_locator_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(LocatorError) as caught:
        Locator.parse(text)
    assert "\n" not in str(caught.value)


def test_an_article_contains_its_paragraphs_but_not_its_neighbours() -> None:
    article = Locator.parse("民法典/944")
    assert article.contains(Locator.parse("民法典/944/3"))
    assert not article.contains(Locator.parse("民法典/944-1"))
    assert not article.contains(Locator.parse("民法典/94/3"))
    assert not article.contains(Locator.parse("物业管理条例/944"))
