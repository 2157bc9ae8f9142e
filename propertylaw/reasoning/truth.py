"""Three-valued evaluation of rule expressions, with the burden of proof.

Kleene's strong logic: unknown stays unknown unless the rest decides. An unproved statement is unknown too, until the
burden of proof is applied; then it counts against the party that has to prove (民诉法解释 90, 91).
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from propertylaw.model import FactValue, Truth
from propertylaw.rulebook.expression import (
    Arithmetic,
    ClaimName,
    Compare,
    Constant,
    Expression,
    Junction,
    Name,
    Not,
    names,
)

Open = None
"""The third value inside this module: neither true nor false."""


class Lookup(Protocol):
    """Where an evaluation finds values."""

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""

    def left_to_burden(self, fact: str) -> bool:
        """Whether the fact is without a value only because nobody proved it (or, for defences, raised it)."""

    def claim_holds(self, claim: str) -> bool | None:
        """Whether another claim succeeds between the same parties."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The truth of an expression, and whether it was decided by the burden of proof alone."""

    truth: Truth
    by_burden: bool = False


def judge(expression: Expression, lookup: Lookup, *, prover_wants: bool) -> Judgement:
    """Evaluate; where unproved statements leave it open, decide against the party that has to prove.

    Args:
        expression: a parsed rule expression.
        lookup: the facts.
        prover_wants: the truth value for which the party with the burden argues.
    """
    plain = _truth(expression, lookup, None)
    if plain is not Open:
        return Judgement(_named(plain))
    burdened = _truth(expression, lookup, not prover_wants)
    return Judgement(_named(burdened), by_burden=burdened is not Open)


def truth_of(expression: Expression, lookup: Lookup) -> Truth:
    """Evaluate without regard to the burden of proof."""
    return _named(_truth(expression, lookup, None))


def _named(value: bool | None) -> Truth:
    return Truth.UNKNOWN if value is Open else Truth.TRUE if value else Truth.FALSE


def _truth(expression: Expression, lookup: Lookup, unproved: bool | None) -> bool | None:
    """`unproved` is what a statement left to the burden counts as where it stands in the open; `not` turns it."""
    match expression:
        case Constant(value):
            return value if isinstance(value, bool) else Open
        case Name(id):
            stated = lookup.value(id)
            if isinstance(stated, bool):
                return stated
            return unproved if stated is None and lookup.left_to_burden(id) else Open
        case ClaimName(id):
            return lookup.claim_holds(id)
        case Not(operand):
            inner = _truth(operand, lookup, Open if unproved is None else not unproved)
            return Open if inner is Open else not inner
        case Junction("and", operands):
            return _all([_truth(operand, lookup, unproved) for operand in operands])
        case Junction(_, operands):
            inverted = [_truth(operand, lookup, unproved) for operand in operands]
            found = _all([Open if value is Open else not value for value in inverted])
            return Open if found is Open else not found
        case Compare():
            return _compare(expression, lookup, unproved)
        case Arithmetic():
            return Open


def _all(values: list[bool | None]) -> bool | None:
    if any(value is False for value in values):
        return False
    return Open if any(value is Open for value in values) else True


_COMPARISONS: dict[str, Callable[[FactValue, FactValue], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _compare(expression: Compare, lookup: Lookup, unproved: bool | None) -> bool | None:
    left, right = _value(expression.left, lookup), _value(expression.right, lookup)
    if left is None or right is None:
        missing = _without_value(expression, lookup)
        return unproved if missing and all(map(lookup.left_to_burden, missing)) else Open
    return _COMPARISONS[expression.operator](left, right) if _comparable(left, right) else Open


def _without_value(expression: Compare, lookup: Lookup) -> list[str]:
    return [name for name in names(expression) if lookup.value(name) is None]


def _comparable(left: FactValue, right: FactValue) -> bool:
    kinds = (Decimal, date, str, bool)
    return any(isinstance(left, kind) and isinstance(right, kind) for kind in kinds)


_OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _value(expression: Expression, lookup: Lookup) -> FactValue | None:
    match expression:
        case Constant(value):
            return value
        case Name(id):
            return lookup.value(id)
        case Arithmetic(sign, left, right):
            a, b = _value(left, lookup), _value(right, lookup)
            if not isinstance(a, Decimal) or not isinstance(b, Decimal) or (sign == "/" and not b):
                return None
            return _OPERATIONS[sign](a, b)
        case _:
            return None
