"""Reads the files of `rules/contract`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from propertylaw.errors import RuleError
from propertylaw.rulebook import data_folder, read_yaml

T = TypeVar("T")


def contract_data(name: str, kind: type[T]) -> T:
    """A file of `rules/contract` as the type it has to be.

    Raises:
        RuleError: it is not valid.
    """
    return read_yaml(data_folder("rules") / "contract" / f"{name}.yaml", kind, RuleError)


@cache
def likeness_limits() -> Mapping[str, float]:
    """Degrees beyond which a likeness is reported."""
    return contract_data("limits", dict[str, float])
