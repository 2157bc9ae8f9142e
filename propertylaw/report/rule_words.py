"""Conditions and parties of the curated law in the words of a lawyer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from propertylaw.model import PartyId
from propertylaw.rulebook import Rules
from propertylaw.rulebook.expression import (
    Arithmetic,
    ClaimName,
    Compare,
    Constant,
    Expression,
    Junction,
    Name,
    Not,
    parse,
)

from .sheet import Ref, Words, joined, words

SIDES = {"claimant": "请求人", "respondent": "被请求人"}
CAPACITIES = {
    "sole": "单独承担",
    "joint": "连带责任",
    "several": "按份责任",
    "supplementary": "补充责任",
    "proportionate": "与过错相应的责任",
    "compensatory": "适当补偿",
}
TYPES = {"boolean": "是或否", "number": "数字", "date": "日期", "text": "文字", "choice": "选项"}
_IS = {"==": "是", "!=": "不是"}
_ROLES = {"claimant_role": "请求人", "respondent_role": "被请求人"}


def party_titles(ids: Iterable[PartyId], book: Rules) -> str:
    """Kinds of parties by their titles."""
    return "、".join(dict.fromkeys(book.parties[id].title if id in book.parties else id for id in ids))


def always(when: str) -> bool:
    """Whether a condition asks for nothing."""
    return parse(when) == Constant(True)


def never(when: str) -> bool:
    """Whether a condition is never given."""
    return parse(when) == Constant(False)


def condition(when: str, book: Rules) -> Words:
    """A condition as a lawyer reads it, facts as mentions."""
    return in_words(parse(when), book)


def in_words(expression: Expression, book: Rules) -> Words:
    """An expression as a lawyer reads it."""
    match expression:
        case Constant(value):
            return (_value(value, book),)
        case Name(id):
            known = book.facts.get(id)
            return (Ref("facts", id, known.title) if known else _ROLES[id],)
        case ClaimName(id):
            return words("“", Ref("claims", id, book.claims[id].title), "”成立")
        case Not(operand):
            inner = in_words(operand, book)
            return words("并非“", inner, "”") if isinstance(operand, Name) else words("并非（", inner, "）")
        case Junction(kind, operands):
            parts = [(o, in_words(o, book)) for o in operands]
            shown = [words("（", part, "）") if isinstance(o, Junction) else part for o, part in parts]
            return joined(shown, "，并且" if kind == "and" else "，或者")
        case Compare(sign, Name(id), Constant(str(value))) if value in _choices(id, book):
            return words(in_words(Name(id), book), _IS[sign], f"“{_choices(id, book)[value][0]}”")
        case Compare(sign, left, right) | Arithmetic(sign, left, right):
            return words(in_words(left, book), _sign(sign, right, book), in_words(right, book))


def _choices(id: str, book: Rules) -> Mapping[str, tuple[str, ...]]:
    known = book.facts.get(id)
    return known.choices if known else {}


def _sign(sign: str, right: Expression, book: Rules) -> str:
    if isinstance(right, Constant) and right.value in book.parties:
        return _IS[sign]
    return f" {({'==': '=', '!=': '≠', '<=': '≤', '>=': '≥', '*': '×', '/': '÷'}).get(sign, sign)} "


def _value(value: object, book: Rules) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    known = book.parties.get(str(value))
    return known.title if known else str(value)
