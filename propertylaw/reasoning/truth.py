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
from typing import Literal, Protocol

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


Gap = Literal["unproved", "unraised", "unknown"]
"""Said, denied and not proved; a defence nobody raised; or simply not known."""


class Lookup(Protocol):
    """Where an evaluation finds values."""

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""

    def why_open(self, fact: str) -> Gap:
        """Why a fact has no value."""

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
    plain = _truth(expression, lookup, _Counts(unproved=Open))
    if plain is not Open:
        return Judgement(_named(plain))
    burdened = _truth(expression, lookup, _Counts(unproved=not prover_wants))
    return Judgement(_named(burdened), by_burden=burdened is not Open)


def truth_of(expression: Expression, lookup: Lookup) -> Truth:
    """Evaluate without regard to the burden of proof."""
    return _named(_truth(expression, lookup, _Counts(unproved=Open)))


def _named(value: bool | None) -> Truth:
    return Truth.UNKNOWN if value is Open else Truth.TRUE if value else Truth.FALSE


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a fact without a value counts as where it stands; `not` turns it round."""

    unproved: bool | None
    unraised: bool | None = False

    def turned(self) -> _Counts:
        return _Counts(_not(self.unproved), _not(self.unraised))

    def of(self, gap: Gap) -> bool | None:
        return {"unproved": self.unproved, "unraised": self.unraised, "unknown": Open}[gap]


def _truth(expression: Expression, lookup: Lookup, counts: _Counts) -> bool | None:
    match expression:
        case Constant(value):
            return value if isinstance(value, bool) else Open
        case Name(id):
            stated = lookup.value(id)
            if isinstance(stated, bool):
                return stated
            return counts.of(lookup.why_open(id)) if stated is None else Open
        case ClaimName(id):
            return lookup.claim_holds(id)
        case Not(operand):
            return _not(_truth(operand, lookup, counts.turned()))
        case Junction("and", operands):
            return _all([_truth(operand, lookup, counts) for operand in operands])
        case Junction(_, operands):
            return _not(_all([_not(_truth(operand, lookup, counts)) for operand in operands]))
        case Compare():
            return _compare(expression, lookup, counts)
        case Arithmetic():
            return Open


def _not(value: bool | None) -> bool | None:
    return Open if value is Open else not value


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


def _compare(expression: Compare, lookup: Lookup, counts: _Counts) -> bool | None:
    left, right = _value(expression.left, lookup), _value(expression.right, lookup)
    if left is None or right is None:
        gaps = {lookup.why_open(name) for name in names(expression) if lookup.value(name) is None}
        return counts.of(gaps.pop()) if len(gaps) == 1 else Open
    return _COMPARISONS[expression.operator](left, right) if _comparable(left, right) else Open


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
