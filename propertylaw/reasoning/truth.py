"""Three-valued truth with the burden of proof: conditions are judged on codes, or become Python source for them.

Kleene's strong logic on two bits: false 00, open 01, true 11, so that `&` is and, `|` is or. How a fact stands is a
code too; what a literal makes of it depends on where it stands:

- silent: open in an element, false in a defence, whether it is negated or not (nobody raised it);
- unproved: against the party that has to prove, whether it is negated or not (民诉法解释 90, 91); given where it only
  says whether something is asked for; not so where it is what a reading supposes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache, reduce
from types import FunctionType
from typing import Any, Literal, Protocol

from propertylaw.model import FactValue, Truth
from propertylaw.rulebook.expression import (
    Arithmetic,
    Both,
    ClaimName,
    Compare,
    Constant,
    Either,
    Expression,
    Name,
    Normal,
    names,
    normal,
)
from propertylaw.rulebook.expression import Literal as Sign

Code = int
FALSE, OPEN, TRUE, SILENT, UNPROVED = 0, 1, 3, 4, 5
TRUTHS: dict[Code, Truth] = {FALSE: Truth.FALSE, OPEN: Truth.UNKNOWN, TRUE: Truth.TRUE}
NOT = (TRUE, OPEN, OPEN, FALSE)
"""Negation of a truth."""

Stands = Literal["E", "D", "L", "A", "R"]
"""Where a condition stands: in an element, in a defence, where nobody has to prove it (a bright line), where it says
whether something is asked for, or where it is what a reading supposes."""

Atom = Name | ClaimName | Compare
"""What has a code of its own."""


class Standing(Protocol):
    """How the facts stand."""

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""

    def gap(self, fact: str) -> Code:
        """Why a fact has no value: OPEN, SILENT or UNPROVED."""

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """Bounds between which a number is known to lie, or None."""

    def claim(self, id: str) -> Code:
        """Whether another claim succeeds between the same parties."""


@cache
def tables(*, burden: bool) -> dict[str, tuple[Code, ...]]:
    """What literals make of codes, by the names that the source uses: EP1 is element, positive, prover wants truth.

    Without the burden of proof what is unproved stays open.
    """
    found: dict[str, tuple[Code, ...]] = {}
    for stands, silent in (("E", OPEN), ("D", FALSE), ("L", OPEN), ("A", FALSE), ("R", OPEN)):
        for wants in (1, 0):
            unproved = (FALSE if wants else TRUE) if burden and stands != "L" else OPEN
            unproved = TRUE if stands == "A" else unproved
            said, denied = (FALSE, TRUE) if burden and stands == "R" else (unproved, unproved)
            found[f"{stands}P{wants}"] = (FALSE, OPEN, OPEN, TRUE, silent, said)
            found[f"{stands}N{wants}"] = (TRUE, OPEN, OPEN, FALSE, silent, denied)
    return found


def source_of(condition: Normal, stands: Stands, wants: bool, place: Callable[[Atom], str]) -> str:
    """Python source of a condition; `place` says where the code of an atom is found."""
    match condition:
        case Both(parts) | Either(parts):
            mark = " & " if isinstance(condition, Both) else " | "
            return f"({mark.join(source_of(part, stands, wants, place) for part in parts)})"
        case Sign(Constant(bool() as value), positive):
            return str(TRUE if value is positive else FALSE)
        case Sign(Name() | ClaimName() | Compare() as atom, positive):
            return f"{stands}{'P' if positive else 'N'}{int(wants)}[{place(atom)}]"
        case _:
            return str(OPEN)  # a bare number or text is no condition


def judge(expression: Expression, facts: Standing, stands: Stands, *, prover_wants: bool) -> Code:
    """The truth of a condition; what is unproved counts against the party that has to prove it.

    Args:
        expression: a parsed rule expression.
        facts: how the facts stand.
        stands: where the condition stands.
        prover_wants: the truth value for which the party with the burden argues.
    """
    signs = tables(burden=True)
    of = signs[f"{stands}P{int(prover_wants)}"], signs[f"{stands}N{int(prover_wants)}"]
    return _judged(normal(expression), facts, *of)


def truth_of(expression: Expression, facts: Standing) -> Truth:
    """The truth of a condition without regard to the burden of proof."""
    return TRUTHS[judge(expression, facts, "L", prover_wants=True)]


def _judged(condition: Normal, facts: Standing, said: tuple[Code, ...], denied: tuple[Code, ...]) -> Code:
    """The same as what `source_of` writes, walked through: to compile what is judged once takes longer."""
    match condition:
        case Both(parts):
            return reduce(operator.and_, (_judged(part, facts, said, denied) for part in parts))
        case Either(parts):
            return reduce(operator.or_, (_judged(part, facts, said, denied) for part in parts))
        case Sign(Constant(bool() as value), positive):
            return TRUE if value is positive else FALSE
        case Sign(Name() | ClaimName() | Compare() as atom, positive):
            return (said if positive else denied)[code_of(atom, facts)]
        case _:
            return OPEN


def function_of(lines: Iterable[str]) -> Any:
    """The function `run` of some source, with the tables that it uses."""
    space: dict[str, Any] = {**tables(burden=True), "NOT": NOT}
    exec("\n".join(lines), space)  # the source is made in this room, from parsed expressions
    return space["run"]


def without_burden(function: Any) -> Any:
    """The same function on the tables by which what is unproved stays open."""
    return FunctionType(function.__code__, {**tables(burden=False), "NOT": NOT})


def code_of(atom: Atom, facts: Standing) -> Code:
    """How what an atom speaks of stands."""
    match atom:
        case Name(id):
            value = facts.value(id)
            return facts.gap(id) if value is None else _bit(value) if isinstance(value, bool) else OPEN
        case ClaimName(id):
            return facts.claim(id)
        case Compare():
            return _compare(atom, facts)


def _bit(value: bool) -> Code:
    return TRUE if value else FALSE


_COMPARISONS: dict[str, Callable[[FactValue, FactValue], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _compare(atom: Compare, facts: Standing) -> Code:
    left, right = _value(atom.left, facts), _value(atom.right, facts)
    if left is None and isinstance(atom.left, Name) and isinstance(right, Decimal):
        bounds = facts.bounds(atom.left.id)
        if bounds is not None:
            return _between(bounds, right, atom.operator)
    if left is None or right is None:
        gaps = {facts.gap(name) for name in names(atom) if facts.value(name) is None}
        return gaps.pop() if len(gaps) == 1 else OPEN
    return _bit(_COMPARISONS[atom.operator](left, right)) if _comparable(left, right) else OPEN


def _between(bounds: tuple[Decimal, Decimal], other: Decimal, sign: str) -> Code:
    """What can be said of a number that lies between two bounds."""
    low, high = bounds
    if sign in ("==", "!="):
        apart = other < low or other > high
        return _bit(sign == "!=") if apart else OPEN
    ends = {_COMPARISONS[sign](low, other), _COMPARISONS[sign](high, other)}
    return _bit(ends.pop()) if len(ends) == 1 else OPEN


def _comparable(left: FactValue, right: FactValue) -> bool:
    kinds = (Decimal, date, str, bool)
    return any(isinstance(left, kind) and isinstance(right, kind) for kind in kinds)


_OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _value(expression: Expression, facts: Standing) -> FactValue | None:
    match expression:
        case Constant(value):
            return value
        case Name(id):
            return facts.value(id)
        case Arithmetic(sign, left, right):
            a, b = _value(left, facts), _value(right, facts)
            if not isinstance(a, Decimal) or not isinstance(b, Decimal) or (sign == "/" and not b):
                return None
            return _OPERATIONS[sign](a, b)
        case _:
            return None
