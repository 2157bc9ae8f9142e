"""Runs `propertylaw` as a person would, but in the process of the test: what it printed, and its exit status.

Starting Python and loading the law again for each command costs a second or more. Only tests about the process itself
(what is imported, what is told when it is cut off, two at once) start one.
"""

from __future__ import annotations

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from propertylaw.cli import main


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended; its fields are named as those of `subprocess`."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str | Path, folder: Path = Path()) -> Done:
    """Run a command, in a folder if need be. A fault of our own is raised as it is: no traceback to be read."""
    out, err = io.StringIO(), io.StringIO()
    typed = mock.patch.object(sys, "argv", ["propertylaw", *map(str, arguments)])
    with typed, chdir(folder), redirect_stdout(out), redirect_stderr(err):
        status = _status()
    return Done(status, out.getvalue(), err.getvalue())


def _status() -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0
