"""A rule that fills a file of its own under `rules/`: read once, kept until the file changes."""

from __future__ import annotations

from typing import Any, TypeVar

from propertylaw.errors import RuleError

from .data import data_folder
from .store import kept
from .yaml_file import read_yaml

T = TypeVar("T")


def shipped(name: str, kind: type[T] | Any) -> T:
    """What a file of `rules/` that ships with the library says.

    Args:
        name: of the file, without its suffix; with its folder, if it stands in one.
        kind: the type that it holds.

    Raises:
        RuleError: the file is not valid.
    """
    file = data_folder("rules") / f"{name}.yaml"
    found: T = kept(name.replace("/", "-"), [file], lambda: read_yaml(file, kind, RuleError))
    return found
