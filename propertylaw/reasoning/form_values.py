"""The value of a fact: read in the type that its definition asks for, and how to write one that does not fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from propertylaw.model import FactDefinition

from .meant import bare_number

_TYPES = {
    "boolean": " true（是）、false（否）或 unknown（不清楚）",
    "number": "数字",
    "date": "日期，如 2024-03-01",
    "text": "文字",
}
_ANSWERS = {
    **dict.fromkeys(("是", "有", "对", "真", "yes", "y", "是的", "有的"), "true"),
    **dict.fromkeys(("否", "没有", "无", "不是", "假", "no", "n", "没"), "false"),
    **dict.fromkeys(("不知道", "不清楚", "不明", "不详", "未知", "?", "？"), "unknown"),
}
"""How people answer a question of yes or no."""
_FRACTIONS = ("share", "1/day", "1/month", "1/year")
"""Units of which a value may be written in per cent."""
_PER_CENT = ("%", "％")


def converted(value: Any, definition: FactDefinition) -> bool | Decimal | date | str | None:
    """The value in its type, or None where it does not fit."""
    match definition.type:
        case "boolean":
            return value if isinstance(value, bool) else None
        case "number":
            return None if isinstance(value, bool) else _number(value, definition)
        case "date":
            return value if isinstance(value, date) else _day(value)
        case "choice":
            return value if value in definition.choices else None
        case _:
            return str(value)


def how_to_write(value: Any, definition: FactDefinition) -> tuple[str, str | None]:
    """For a value that does not fit: what is wanted, and what was probably meant."""
    match definition.type:
        case "boolean":
            answer = _ANSWERS.get(str(value).strip().lower())
            return _TYPES["boolean"], f"写 {answer}" if answer else None
        case "date":
            from propertylaw.rulebook.misfits import day_meant

            return _TYPES["date"], day_meant(value)
        case "choice":
            chosen = next((id for id, words in definition.choices.items() if str(value) in words), None)
            wanted = "、".join(f"{id}（{words[0]}）" for id, words in definition.choices.items())
            return wanted, f"写 {chosen}" if chosen else None
        case "number" if str(value).strip().endswith(_PER_CENT):
            counted = "只知道百分数的，全体填 100，其余填占全体的百分数，不带百分号"
            return _TYPES["number"], "写算出来的金额（元），不写百分数" if definition.unit == "CNY" else counted
        case "number":
            return _TYPES["number"], bare_number(value) or "只写数字，不写单位和文字"
        case kind:
            return _TYPES[kind], None


def _number(value: Any, definition: FactDefinition) -> Decimal | None:
    """The number, of a share also as per cent."""
    text, per_cent = str(value).strip(), definition.unit in _FRACTIONS
    hundredths = per_cent and text.endswith(_PER_CENT)
    try:
        number = Decimal(text[:-1] if hundredths else text)
    except InvalidOperation:
        return None
    return (number / 100 if hundredths else number) if number.is_finite() else None


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
