"""The command line: commands are listed here, and every expected error ends in a line each and exit status 2."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from .options import HELP

if TYPE_CHECKING:
    from propertylaw.errors import PropertyLawError

_COMMANDS = ("demo", "outline", "norms", "graph", "lint", "review", "diff", "analyze", "ask", "corpus", "rules")
"""Each is a module, and in it a function or a group of that name."""
_MOST = 20
"""So many errors of one file are told."""


class _Commands(Mapping[str, Any]):
    """The commands by name, each loaded when it is called for: a run needs one of them, the list of all needs all."""

    def __getitem__(self, name: str) -> Any:
        if name not in _COMMANDS:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


class _Group(TyperGroup):
    """The commands of the whole program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Commands()})


@cache
def _command(name: str) -> Any:
    found = getattr(import_module(f".{name}", __package__), name)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(**HELP)
        alone.command()(found)
        found = alone
    return typer.main.get_command(found)


app = typer.Typer(name="propertylaw", cls=_Group, epilog="本工具不提供法律意见。", no_args_is_help=True, **HELP)


@app.callback()
def propertylaw() -> None:
    """把物业管理的法规和合同读成权利义务图谱，用它核对纠纷：谁负责、为什么、谁举证、哪里有歧义、接下来问什么。"""


def main() -> None:
    """Run the command line."""
    try:
        status = app(standalone_mode=False)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as problem:
        line = _line_for(problem)
        if line is None:
            raise
        print(line, file=sys.stderr)
        sys.exit(2)
    if isinstance(status, int) and status:
        sys.exit(status)


def _line_for(problem: Exception) -> str | None:
    """What to print for an expected error; None for a fault of our own."""
    from propertylaw.errors import PropertyLawError

    from .usage import UsageError, in_words

    if isinstance(problem, UsageError):
        found = in_words(problem)
        return str(problem) if found is None else f"错误：{found}"
    return _lines_of(problem) if isinstance(problem, PropertyLawError) else None


def _lines_of(problem: PropertyLawError) -> str:
    """Everything that is wrong, a line each; of very much the first."""
    lines = [one.line for one in (problem, *problem.further)]
    more = [f"另有 {len(lines) - _MOST} 处错误，先改好以上各处"] if len(lines) > _MOST else []
    return "\n".join(f"错误：{line}" for line in (*lines[:_MOST], *more))
