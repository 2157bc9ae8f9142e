"""Whatever the text, an outline is made and no visible character of the text is dropped."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import covered, outlined

from propertylaw.model import Item, Outline, Provision

_HEADS = [
    "第一条",
    "第 二 条　",
    "第三条",
    "## 第一章 总则",
    "一、",
    "（一）",
    "(二)",
    "1.",
    "1.1 ",
    "（1）",
    "①",
    "# ",
]
_HEADS += ["附件一", "甲方：", "甲方（盖章）：", "目录", "<!-- ", " -->", "| ", "业主", "\u3000", "\u200b", "**"]
_TAILS = [
    "业主应当交费。",
    "业主应当履行下列义务：",
    "没有句号的一行文字，长得像是被页边截断了一样",
    "；",
    "",
    "……12",
    "\t表\t格",
]
LINES = st.builds(str.__add__, st.sampled_from(_HEADS), st.sampled_from(_TAILS))
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


def _provisions(result: Outline) -> list[tuple[Provision, tuple[Provision, ...]]]:
    found: list[tuple[Provision, tuple[Provision, ...]]] = []
    for article in result.articles:
        found.append((article, article.paragraphs))
        for paragraph in article.paragraphs:
            found.append((paragraph, paragraph.items))
            found += [(item, item.sub_items) for item in paragraph.items]
    return found


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_every_visible_character_lies_in_an_article_a_division_or_unplaced(text: str) -> None:
    places = covered(text, outlined(text))
    visible = {i for i, char in enumerate(text) if not char.isspace() and char != "\u200b"}
    assert visible <= places


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_parts_lie_in_their_whole_one_after_the_other(text: str) -> None:
    for whole, parts in _provisions(outlined(text)):
        edge = whole.text_span[0]
        for part in parts:
            assert edge <= part.text_span[0] <= part.text_span[1] <= whole.text_span[1]
            assert whole.locator.contains(part.locator)
            edge = part.text_span[1]


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_outlining_any_text_never_fails(text: str) -> None:
    result = outlined(text)
    assert all(not isinstance(part, Item) or part.number for _, parts in _provisions(result) for part in parts)
