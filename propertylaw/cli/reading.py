"""Files of the command line are read here: character recognition takes seconds a page, so it shows how far it is."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from propertylaw.model import Source


def read_file(file: Path) -> Source:
    """Read a file; pages and remaining time of recognition appear on standard error where that is a terminal."""
    from propertylaw.reading import read

    with ExitStack() as open_bars:
        bar: Any = None
        task: Any = None

        def show(done: int, pages: int) -> None:
            nonlocal bar, task
            if bar is None:
                bar = open_bars.enter_context(_bar())
                task = bar.add_task(f"识别 {file.name}", total=pages)
            bar.update(task, completed=done)

        return read(file, show)


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
