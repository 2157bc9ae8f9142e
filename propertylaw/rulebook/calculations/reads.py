"""Which facts a calculation asks for, read from the calculation itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any


@cache
def words_in(calculation: Callable[..., Any]) -> frozenset[str]:
    """Every text constant of a calculation and of the functions of this package that it calls.

    A fact id among them is a fact that the calculation asks for.
    """
    found: set[str] = set()
    waiting, seen = [calculation], {calculation}
    while waiting:
        words, called = _own(waiting.pop())
        found |= words
        waiting += called - seen
        seen |= called
    return frozenset(found)


@cache
def _own(function: Callable[..., Any]) -> tuple[frozenset[str], frozenset[Callable[..., Any]]]:
    """The text constants of a function itself, and what functions of this package it calls or encloses."""
    if not isinstance(function, FunctionType):
        return frozenset(), frozenset()
    parts: list[Any] = [cell.cell_contents for cell in function.__closure__ or ()]
    for code in _codes(function.__code__):
        parts += [*code.co_consts, *(function.__globals__.get(name) for name in code.co_names)]
    flat = [*_flat(parts)]
    words = frozenset(part for part in flat if isinstance(part, str))
    called = (part for part in flat if isinstance(part, FunctionType) and "calculations" in part.__module__)
    return words, frozenset(called)


def _flat(parts: Iterable[Any]) -> Iterator[Any]:
    """The parts, and the parts of groups among them."""
    for part in parts:
        if isinstance(part, tuple | frozenset):
            yield from _flat(part)
        else:
            yield part


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a function and of the functions and comprehensions inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
