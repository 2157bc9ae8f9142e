"""Where a place of a contract is, by the numbers that it prints: 第十九条 19.1, 第五条第二款, 附件一第2项."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Article, Item, Outline, Paragraph
from propertylaw.structure import chinese_numeral

_MARKS = re.compile(r"[\s　、.．]+$")
_OF_THE_CLAUSE = re.compile(r"\d+(?:[.．]\d+)+")
_BRACKETED = re.compile(r"[（(].+[)）]")


def printed_place(outline: Outline, position: int) -> str:
    """The annex, the clause and its part that a place lies in; empty outside of them."""
    annex = next((one for one in outline.annexes if one.text_span[0] <= position < one.text_span[1]), None)
    clause = next((one for one in (annex or outline).articles if one.text_span[0] <= position < one.text_span[1]), None)
    before = annex.label if annex else ""
    if clause is None:
        return before
    label = bare_label(clause.label)
    number = label if label.startswith("第") else f"第{label}{'项' if annex else '条'}"
    return f"{before}{number}{''.join(_parts(clause, position))}"


def bare_label(label: str) -> str:
    """A printed number without the marks behind it."""
    return _MARKS.sub("", label)


def _parts(clause: Article, position: int) -> Iterator[str]:
    for paragraph in clause.paragraphs:
        if not paragraph.text_span[0] <= position < paragraph.text_span[1]:
            continue
        item = [bare_label(one) for one in _labels(paragraph, position)]
        if len(clause.paragraphs) > 1 and not (item and _OF_THE_CLAUSE.fullmatch(item[0])):
            yield f"第{chinese_numeral(paragraph.number)}款"
        for depth, label in enumerate(item):
            yield _numbered(label, depth)


def _labels(paragraph: Paragraph, position: int) -> Iterator[str]:
    """The printed numbers of the item and the sub-item that a place lies in."""
    parts = paragraph.items
    while parts:
        part = next((one for one in parts if _begins(one) <= position < one.text_span[1]), None)
        if part is None:
            return
        yield part.label
        parts = part.sub_items


def _begins(item: Item) -> int:
    """Where an item begins with its number and the space behind it."""
    return item.text_span[0] - len(item.label) - 1


def _numbered(label: str, depth: int) -> str:
    if _OF_THE_CLAUSE.fullmatch(label):
        return f" {label}"
    return label if depth and _BRACKETED.fullmatch(label) else f"第{label}项"
