"""Quantities in words as values with comparable units: 每张15元 and 15元/张, 一小时 and 60分钟, 每半年一次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from propertylaw.extraction.figures import NUMBER, number
from propertylaw.model import Span

Bound = Literal["exactly", "least", "most"]

_PER = "建筑平方米|平方米|平米|㎡|季度|半年|月|年|季|户|个|张|次|日|天|车|辆|小时|套|人|台|盏|度|吨|把|桶|位"
_AFTER = re.compile(rf"(?P<n>{NUMBER})[ ]?(?P<w>万)?元[ ]?(?P<p>(?:[ ]?(?:[/／·.、]|每)[ ]?(?:{_PER}))*)")
_BEFORE = re.compile(rf"(?P<p>(?:每(?:{_PER}))+)[^，。；：\n\d零一二三四五六七八九十百千]{{0,8}}$")
_PERCENT = re.compile(rf"(?P<n>{NUMBER})[ ]?(?P<u>[%％‰])|(?P<u2>百分之|千分之|万分之)(?P<n2>{NUMBER})")
_COUNT = re.compile(
    rf"(?<![年月第/\d])(?P<n>{NUMBER})[ ]?(?P<u>平方米|平米|㎡|人|名|台|部|户|套|分钟|小时|个工作日|工作日|个月|日|天)"
    r"(?!元|[/／·]|每)"
)
_OFTEN = re.compile(
    rf"每(?P<every>{NUMBER})?个?(?P<unit>小时|日|天|周|星期|月|季度|季|半年|年)(?:度)?[^，。；\n\d]{{0,8}}?(?P<n>{NUMBER})[次遍]"
)
_LEAST = re.compile(r"(?:不少于|不低于|至少|不得少于|不得低于|最少)[^，。；]{0,4}$")
_MOST = re.compile(r"(?:不超过|不高于|不得超过|不得高于|最高|最多|上限|不多于)[^，。；]{0,6}$")
_AT_LEAST = ("以上", "（含）以上")
_SAME = {"平米": "平方米", "㎡": "平方米", "建筑平方米": "平方米", "名": "人", "部": "台", "天": "日", "季度": "季"}
_SAME |= {"个工作日": "工作日", "％": "%", "位": "个"}
_MINUTES = {"分钟": 1, "小时": 60}
_OF_HUNDRED = {"‰": Decimal("0.1"), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}
_A_YEAR = {"小时": 8760, "日": 365, "周": 52, "星期": 52, "月": 12, "季": 4, "半年": 2, "年": 1}
_COUNTED = frozenset(["户", "个", "张", "套", "把", "车", "辆", "人", "台", "盏", "桶"])
"""What a price may be for without saying so: 门禁卡15元 is 15元 a card."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit."""

    value: Decimal
    unit: str
    per: frozenset[str]
    """What a price is for."""
    bound: Bound
    span: Span
    """In the words it was found in."""

    def is_comparable(self, other: Quantity) -> bool:
        """Whether both measure the same kind of thing."""
        left_out = self.per ^ other.per
        return self.unit == other.unit and left_out <= _COUNTED and not (left_out and self.per and other.per)

    def contradicts(self, other: Quantity) -> bool:
        """Whether both cannot hold: at least eight and eleven can."""
        for one, two in ((self, other), (other, self)):
            if one.bound == "least":
                return two.value < one.value
            if one.bound == "most":
                return two.value > one.value
        return self.value != other.value


def quantities(words: str) -> Iterator[Quantity]:
    """The quantities in words, in no certain order."""
    for match in _AFTER.finditer(words):
        before = _BEFORE.search(words, 0, match.start())
        per = frozenset(_units(match["p"]) or (_units(before["p"]) if before else ()))
        value = number(match["n"])
        if value is not None:
            factor = 10000 if match["w"] else 1
            yield Quantity(value * factor, "元", per, _bound(words, match), match.span())
    for match in _PERCENT.finditer(words):
        value = number(match["n"] or match["n2"])
        if value is not None:
            share = value * _OF_HUNDRED.get(match["u"] or match["u2"], Decimal(1))
            yield Quantity(share, "%", frozenset(), _bound(words, match), match.span())
    yield from _counts(words)
    yield from _often(words)


def _counts(words: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(words):
        value, unit = number(match["n"]), _SAME.get(match["u"], match["u"])
        if value is not None:
            factor = _MINUTES.get(unit, 1)
            yield Quantity(
                value * factor, "分钟" if unit in _MINUTES else unit, frozenset(), _bound(words, match), match.span()
            )


def _often(words: str) -> Iterator[Quantity]:
    for match in _OFTEN.finditer(words):
        times, every = number(match["n"]), number(match["every"] or "1")
        unit = _SAME.get(match["unit"], match["unit"])
        if times is not None and every:
            yield Quantity(times * _A_YEAR[unit] / every, "次", frozenset(), _bound(words, match), match.span())


def _units(words: str) -> list[str]:
    return [_SAME.get(one, one) for one in re.findall(_PER, words)]


def _bound(words: str, match: re.Match[str]) -> Bound:
    if _LEAST.search(words, 0, match.start()) or words.startswith(_AT_LEAST, match.end()):
        return "least"
    return "most" if _MOST.search(words, 0, match.start()) else "exactly"
