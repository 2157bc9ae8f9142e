"""Files of the command line are read here: character recognition takes seconds a page, so it shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from propertylaw.model import Source
    from propertylaw.reading.recognition import Progress


def read_file(file: Path) -> Source:
    """Read a file, with a bar while its pages are recognised."""
    from propertylaw.reading import read

    with recognition_bar(f"识别 {file.name}") as show:
        return read(file, show)


def tell_doubts(source: Source) -> None:
    """What the reader was not sure of, on standard error: where the result itself has no room for it."""
    for doubt in source.diagnostics:
        print(f"{source.path}：{doubt.message}（{doubt.code}）", file=sys.stderr)


@contextmanager
def recognition_bar(title: str) -> Iterator[Progress]:
    """Pages and remaining time of recognition, on standard error where that is a terminal; no bar before it begins."""
    with ExitStack() as open_bars:
        bar: Any = None
        task: Any = None

        def show(done: int, pages: int) -> None:
            nonlocal bar, task
            if bar is None:
                bar = open_bars.enter_context(_bar())
                task = bar.add_task(title, total=pages)
            bar.update(task, completed=done, total=pages)

        yield show


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("页，还需"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
