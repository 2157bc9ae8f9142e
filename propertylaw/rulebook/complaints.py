"""What is wrong with a YAML file, place by place, said to people who have never heard of YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from propertylaw.errors import PropertyLawError

from .yaml_lines import Keys, YamlLines


class Complaint(NamedTuple):
    """One thing that is wrong, and where: at a value reached by keys, or at a line."""

    problem: str
    keys: Keys = ()
    advice: str | None = None
    line: int | None = None
    column: int | None = None


def keys_in_words(keys: Keys) -> str:
    """The way to a value, as the file spells it."""
    return f"“{'.'.join(map(str, keys))}”"


def located(complaints: Iterable[Complaint], text: str) -> list[Complaint]:
    """The complaints with the lines at which their values stand in a text."""
    found = list(complaints)
    lines = YamlLines(text) if found else None
    return [one._replace(line=one.line or lines.of(one.keys)) for one in found] if lines else []


def as_errors(
    complaints: Iterable[Complaint],
    path: Path,
    error: type[PropertyLawError],
    place: Callable[[Keys], str] = keys_in_words,
) -> PropertyLawError:
    """All that is wrong with a file as one error, in the order of the file; what has no line comes first.

    Args:
        complaints: at least one.
        path: the file.
        error: the class of the error.
        place: how a way to a value is told.
    """
    ordered = sorted(dict.fromkeys(complaints), key=lambda one: (one.line or 0, one.column or 0))
    further: tuple[PropertyLawError, ...] = ()
    for one in reversed(ordered):
        where = _where(one, place)
        last = error(one.problem, file=path, place=where, advice=one.advice, further=further)
        further = (last, *further)
    return further[0]


def _where(one: Complaint, place: Callable[[Keys], str]) -> str | None:
    counted = f"第 {one.line} 行" + (f"第 {one.column} 列" if one.column else "") if one.line else ""
    return "，".join(part for part in (counted, place(one.keys) if one.keys else "") if part) or None
