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


def _words(found: Any, seen: set[int]) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, tuple | frozenset):
        for part in found:
            yield from _words(part, seen)
    elif isinstance(found, FunctionType) and id(found) not in seen and "calculations" in found.__module__:
        seen.add(id(found))
        for code in _codes(found.__code__):
            yield from _words(code.co_consts, seen)
            for name in code.co_names:
                yield from _words(found.__globals__.get(name), seen)
        for cell in found.__closure__ or ():
            yield from _words(cell.cell_contents, seen)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a function and of the functions and comprehensions inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
