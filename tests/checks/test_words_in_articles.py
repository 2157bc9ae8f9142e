"""Where words stand in a regulation: hints spare looking at articles, and hide nothing."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.checks.body import body_of
from propertylaw.checks.regulation import Regulation
from propertylaw.model import Source
from propertylaw.structure import outline


def regulation_of(*articles: str) -> Regulation:
    numbered = (f"第{number}条　{words}" for number, words in zip("一二三四五六", articles, strict=False))
    text = "\n".join(["枫林市桶站管理办法", *numbered]) + "\n"
    source = Source(name="办法", format="txt", text=text)
    structure = outline(source)
    body = body_of([(source, structure)])
    return Regulation(source, structure, body.norms_of(structure), body)


@given(st.lists(st.text(alphabet="桶站且由其连廊，", min_size=1, max_size=12), min_size=1, max_size=6))
def test_hints_that_every_match_holds_hide_none(articles: list[str]) -> None:
    regulation = regulation_of(*(f"应当设置{words}。" for words in articles))
    words = re.compile("桶.?且|由其.|连廊")
    found = [match.span() for match in regulation.matches(words)]
    assert [match.span() for match in regulation.matches(words, "且", "由其", "连廊")] == found


def test_articles_without_a_hint_are_passed_over() -> None:
    regulation = regulation_of("应当设置桶站。", "连廊应当保持畅通，桶站应当加盖。", "桶站由其看管。")
    found = [match[0] for match in regulation.matches(re.compile("桶站.."), "连廊", "由其")]
    assert found == ["桶站应当", "桶站由其"]
