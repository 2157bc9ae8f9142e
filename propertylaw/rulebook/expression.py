"""The small expression language of the rules: and, or, not, comparison, arithmetic, fact names, `claim:<id>`.

There are no attributes, no subscripts and no calls. Expressions are parsed once into the node types below; the
reasoning room evaluates them three-valued. The types have their methods in common: methods written for each, as data
classes write them, would cost every start of the program.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, dataclass_transform
from typing import Literal as OneOf

from propertylaw.errors import RuleError

Comparison = OneOf["==", "!=", "<", "<=", ">", ">="]
Operator = OneOf["+", "-", "*", "/"]


@dataclass_transform(frozen_default=True)
class _Parts:
    """A value made of the parts that its class declares, equal to another of its class with the same parts."""

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[misc]

    def __init__(self, *parts: Any) -> None:
        self.__dict__.update(zip(self.__match_args__, parts, strict=True))

    def _parts(self) -> tuple[Any, ...]:
        return tuple(self.__dict__[name] for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._parts() == self._parts()

    def __hash__(self) -> int:
        return hash((type(self), self._parts()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._parts()}"


class _Node(_Parts):
    """A part of an expression: each is parsed once, and what is made of it is kept with it."""

    @cached_property
    def names(self: Expression) -> tuple[str, ...]:  # type: ignore[misc]
        """Fact ids, in order of writing, repeated ones too."""
        return tuple(leaf.id for leaf in _leaves(self) if isinstance(leaf, Name))

    @cached_property
    def as_said(self: Expression) -> Normal:  # type: ignore[misc]
        """With negations at the literals only."""
        return _normal(self, positive=True)

    @cached_property
    def as_denied(self: Expression) -> Normal:  # type: ignore[misc]
        """Its negation, with negations at the literals only."""
        return _normal(self, positive=False)


class Constant(_Node):
    """true, false, a number, a text or a date."""

    value: bool | Decimal | str | date


class Name(_Node):
    """A fact id."""

    id: str


class ClaimName(_Node):
    """`claim:<id>`: whether that claim succeeds between the same parties."""

    id: str


class Not(_Node):
    """Negation."""

    operand: Expression


class Junction(_Node):
    """and / or over two or more operands."""

    kind: OneOf["and", "or"]
    operands: tuple[Expression, ...]


class Compare(_Node):
    """One comparison of two values."""

    operator: Comparison
    left: Expression
    right: Expression


class Arithmetic(_Node):
    """One arithmetic operation on two numbers."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Constant | Name | ClaimName | Not | Junction | Compare | Arithmetic


class Literal(_Parts):
    """A condition that is not divided further, or its negation."""

    atom: Constant | Name | ClaimName | Compare | Arithmetic
    positive: bool


class Both(_Parts):
    """All parts together."""

    parts: tuple[Normal, ...]


class Either(_Parts):
    """At least one of the parts."""

    parts: tuple[Normal, ...]


Normal = Literal | Both | Either
"""An expression whose negations stand at its literals only: what is not said counts literal by literal."""

ROLES = ("claimant_role", "respondent_role")
"""Names that stand for the roles of the two parties of the claim."""

OPPOSITES: dict[Comparison, Comparison] = {"!=": "==", ">=": "<", "<=": ">"}
"""Comparisons that are the negation of another."""

_CLAIM = re.compile(r"\bclaim:([a-z][a-z0-9_.]*)")
_COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPERATORS: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_WORDS = {"true": True, "false": False}
_MOST = 2000


_parsed: dict[str, Expression] = {}


def parse(text: str) -> Expression:
    """Read an expression; each text is parsed once.

    Raises:
        RuleError: the text is not of this language.
    """
    if text not in _parsed:
        _parsed[text] = _read(text)
    return _parsed[text]


def remember(parsed: Mapping[str, Expression]) -> None:
    """Take over what was parsed of these texts before: to build it anew takes ten times as long."""
    _parsed.update(parsed)


def _read(text: str) -> Expression:
    # `claim:fees.arrears` is no Python name; it travels through Python's parser as a subscript of the word `claim`.
    prepared = _CLAIM.sub(r'claim["\1"]', text.strip())
    if len(prepared) > _MOST:
        raise RuleError("表达式过长", place=text[:40] + "…")
    try:
        tree = ast.parse(prepared, mode="eval").body
        return _node(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise RuleError(f"表达式“{text}”写法有误", advice="可用 and、or、not、比较、四则运算和事实名") from None


def normal(expression: Expression, positive: bool = True) -> Normal:
    """The expression, or its negation, with negations at the literals only."""
    return expression.as_said if positive else expression.as_denied


def _normal(expression: Expression, *, positive: bool) -> Normal:
    match expression:
        case Not(operand):
            return normal(operand, not positive)
        case Junction(kind, operands):
            parts = tuple(normal(operand, positive) for operand in operands)
            return Both(parts) if (kind == "and") is positive else Either(parts)
        case Constant() | Name() | ClaimName() | Compare() | Arithmetic():
            return Literal(expression, positive)


def names(expression: Expression) -> tuple[str, ...]:
    """Fact ids of an expression, in order of writing, repeated ones too."""
    return expression.names


def claims_in(expression: Expression) -> Iterator[str]:
    """Claim ids that an expression refers to."""
    return (leaf.id for leaf in _leaves(expression) if isinstance(leaf, ClaimName))


def truths(expression: Expression) -> Iterator[str]:
    """Fact ids that stand as conditions by themselves."""
    match expression:
        case Name(id):
            yield id
        case Not(operand):
            yield from truths(operand)
        case Junction(_, operands):
            for operand in operands:
                yield from truths(operand)
        case _:
            return


def comparisons(expression: Expression) -> Iterator[tuple[str, bool | Decimal | str | date]]:
    """Fact ids that are compared with a constant, and the constant."""
    match expression:
        case Not(operand):
            yield from comparisons(operand)
        case Junction(_, operands):
            for operand in operands:
                yield from comparisons(operand)
        case Compare(_, Name(id), Constant(value)) | Compare(_, Constant(value), Name(id)):
            yield id, value
        case _:
            return


def _leaves(expression: Expression) -> Iterator[Constant | Name | ClaimName]:
    match expression:
        case Not(operand):
            yield from _leaves(operand)
        case Junction(_, operands):
            for operand in operands:
                yield from _leaves(operand)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case Constant() | Name() | ClaimName():
            yield expression


def _node(tree: ast.expr) -> Expression:
    match tree:
        case ast.BoolOp(op=op, values=values):
            return Junction("and" if isinstance(op, ast.And) else "or", tuple(map(_node, values)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_node(operand))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return Constant(-Decimal(str(number)))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            return Compare(_COMPARISONS[type(op)], _node(left), _node(right))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return Arithmetic(_OPERATORS[type(op)], _node(left), _node(right))
        case ast.Subscript(value=ast.Name(id="claim"), slice=ast.Constant(value=str() as id)):
            return ClaimName(id)
        case ast.Name(id=word) if word in _WORDS:
            return Constant(_WORDS[word])
        case ast.Name(id=word) if word not in ("claim", "True", "False"):
            return Name(word)
        case ast.Constant(value=str() as text):
            return _text_or_date(text)
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Constant(Decimal(str(number)))
        case _:
            raise ValueError(ast.dump(tree))


def _text_or_date(text: str) -> Constant:
    try:
        return Constant(date.fromisoformat(text))
    except ValueError:
        return Constant(text)
