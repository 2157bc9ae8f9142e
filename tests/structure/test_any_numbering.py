"""A contract written in any usual numbering style, nested as deep as people nest, is read back as it was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import outlined

from propertylaw.model import Item, Outline
from propertylaw.structure import chinese_numeral

Style = Callable[[int, str], str]
"""From a number and the label above to the label of a line."""


@dataclass(frozen=True)
class Node:
    """A clause or item: its words and what is listed below it."""

    words: str
    below: tuple[Node, ...] = ()


ARTICLES: dict[str, Style] = {
    "第三条": lambda n, _: f"第{chinese_numeral(n)}条　",
    "第3条": lambda n, _: f"第{n}条 ",
    "三、": lambda n, _: f"{chinese_numeral(n)}、",
    "3.": lambda n, _: f"{n}. ",
    "3、": lambda n, _: f"{n}、",
}
ITEMS: dict[str, Style] = {
    "（三）": lambda n, _: f"（{chinese_numeral(n)}）",
    "(三)": lambda n, _: f"({chinese_numeral(n)}) ",
    "3.": lambda n, _: f"{n}. ",
    "（3）": lambda n, _: f"（{n}）",
    "3)": lambda n, _: f"{n}) ",
    "③": lambda n, _: chr(ord("①") + n - 1),
    "c)": lambda n, _: f"{chr(ord('a') + n - 1)}) ",
}
SAME = {"3.": "digit", "3、": "digit", "（三）": "bracket", "(三)": "bracket", "（3）": "round", "3)": "round"}
"""Styles that a reader cannot tell apart; they are not nested in each other."""

LEADS = st.sampled_from(["乙方应当提供下列服务：", "有下列情形之一的，甲方可以解除合同：", "费用按以下标准收取："])
SENTENCES = st.sampled_from(
    [
        "乙方每日清扫楼道。",
        "住宅每平方米每月2.5元。",
        "业主应当按时交费，不得拖欠。",
        "电梯每15日保养一次。",
        "争议由双方协商；协商不成的，起诉。",
    ]
)
ENDS = st.sampled_from(["楼道保洁；", "绿化养护；", "1号楼至3号楼的电梯；", "公共照明的维护；"])
SUB_ITEMS = st.lists(ENDS.map(Node), min_size=2, max_size=4).map(tuple)
LISTED = st.builds(Node, ENDS) | st.builds(Node, LEADS, SUB_ITEMS)
CLAUSES = st.lists(
    st.builds(Node, SENTENCES) | st.builds(Node, LEADS, st.lists(LISTED, min_size=2, max_size=5).map(tuple)),
    min_size=3,
    max_size=8,
).map(tuple)


@st.composite
def styles(draw: st.DrawFn) -> tuple[Style, Style, Style]:
    """Three styles, one a level, that a reader can tell apart."""
    first = draw(st.sampled_from(sorted(ARTICLES)))
    second = draw(st.sampled_from([s for s in sorted(ITEMS) if SAME.get(s, s) != SAME.get(first, first)]))
    used = {SAME.get(s, s) for s in (first, second)}
    third = draw(st.sampled_from([s for s in sorted(ITEMS) if SAME.get(s, s) not in used]))
    return ARTICLES[first], ITEMS[second], ITEMS[third]


def written(nodes: tuple[Node, ...], levels: tuple[Style, ...], above: str = "") -> list[str]:
    lines: list[str] = []
    for number, node in enumerate(nodes, 1):
        label = levels[0](number, above)
        lines += [label + node.words, *written(node.below, levels[1:], label)]
    return lines


def read_back(result: Outline, text: str) -> tuple[Node, ...]:
    def node(item: Item) -> Node:
        own = text[item.text_span[0] : item.text_span[1]].partition("\n")[0]
        return Node(own, tuple(map(node, item.sub_items)))

    return tuple(
        Node(text[slice(*paragraph.lead_span)], tuple(map(node, paragraph.items)))
        for article in result.articles
        for paragraph in article.paragraphs
    )


@settings(deadline=None, max_examples=150)
@given(CLAUSES, styles(), st.sampled_from(["\n", "\n\n", "\n　　"]))
def test_any_usual_numbering_is_read_back(clauses: tuple[Node, ...], levels: tuple[Style, ...], gap: str) -> None:
    text = gap.join(["阳光花园物业服务合同", "甲方：业主委员会", "乙方：物业公司", *written(clauses, levels)])
    assert read_back(outlined(text), text) == clauses


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=2, max_size=5))
def test_decimal_numbers_are_read_back(chapters: list[list[str]]) -> None:
    lines = ["阳光花园物业服务合同"]
    for chapter, sentences in enumerate(chapters, 1):
        lines.append(f"{chinese_numeral(chapter)}、服务")
        lines += [f"{chapter}.{number} {words}" for number, words in enumerate(sentences, 1)]
    text = "\n".join(lines)
    result = outlined(text)
    found = [
        [text[slice(*item.text_span)] for paragraph in article.paragraphs for item in paragraph.items]
        for article in result.articles
    ]
    assert found == chapters
