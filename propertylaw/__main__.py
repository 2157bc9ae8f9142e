"""`python -m propertylaw` and the command `propertylaw`: how the process is set up, then the command line."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run the command line in a process of its own."""
    # Pydantic would look for plugins of its own in every distribution that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is made while modules load stays, and a short command makes little rubbish: looking for it costs a tenth.
    gc.set_threshold(200_000, 20, 100)
    from .cli import main as command_line

    status: str | int | None = 0
    try:
        command_line()
    except SystemExit as end:
        status = end.code
    _leave(status)


def _leave(status: str | int | None) -> NoReturn:
    """End the process at once, as mypy does: to take every module and value apart again would take a tenth longer."""
    if isinstance(status, str):
        print(status, file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or nobody reads it any more
            stream.flush()
    os._exit(1 if isinstance(status, str) else status or 0)


if __name__ == "__main__":
    main()
