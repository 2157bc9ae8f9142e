"""Calculations by the name that rules use, each module loaded when one of its own is first asked for.

A dispute needs few of them, and loading all would cost every start of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Generic, TypeVar, cast

from .inputs import Inputs

_T = TypeVar("_T")


class Registry(Mapping[str, Callable[[Inputs], _T]], Generic[_T]):
    """A read-only table of calculations with results of one kind."""

    def __init__(self, package: str, **modules: str) -> None:
        """Take the names of calculations, with spaces between them, by the module of the package that holds them."""
        self._package = package
        self._module = {name: module for module, names in modules.items() for name in names.split()}

    def __getitem__(self, name: str) -> Callable[[Inputs], _T]:
        module = import_module(f"{self._package}.{self._module[name]}")
        return cast("Callable[[Inputs], _T]", getattr(module, name))

    def __contains__(self, name: object) -> bool:
        return name in self._module

    def __iter__(self) -> Iterator[str]:
        return iter(self._module)

    def __len__(self) -> int:
        return len(self._module)
