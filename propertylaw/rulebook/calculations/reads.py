"""Which facts a calculation asks for, read from the calculation itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any


@cache
def words_in(calculation: Callable[..., Any]) -> frozenset[str]:
    """Every text constant of a calculation and of the functions of this package that it calls.

    A fact id among them is a fact that the calculation asks for.
    """
    return frozenset(_words(calculation, set()))


def _words(function: Any, seen: set[int]) -> Iterator[str]:
    if not isinstance(function, FunctionType) or id(function) in seen or "calculations" not in function.__module__:
        return
    seen.add(id(function))
    for code in _codes(function.__code__):
        yield from (constant for constant in code.co_consts if isinstance(constant, str))
        for name in code.co_names:
            yield from _words(function.__globals__.get(name), seen)
    for cell in function.__closure__ or ():
        if isinstance(cell.cell_contents, str):
            yield cell.cell_contents
        yield from _words(cell.cell_contents, seen)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a function and of the functions and comprehensions inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
