"""`python -m propertylaw` and the command `propertylaw`: how the process is set up, then the command line."""

import gc
import importlib
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn


def main() -> None:
    """Run the command line in a process of its own."""
    _without_plugins()
    # What is made while modules load stays, and a short command makes little rubbish: looking for it costs a tenth.
    gc.set_threshold(200_000, 20, 100)
    from .cli import main as command_line

    status: str | int | None = 0
    try:
        command_line()
    except SystemExit as end:
        status = end.code
    _leave(status)


class _Later(ModuleType):
    """A module that is loaded when it is used, and not when it is merely imported."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import itself asks for these
            raise AttributeError(name)
        return getattr(self._loaded(), name)

    def _loaded(self) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _Metadata(_Later):
    """`importlib.metadata`: Pydantic imports a function of it and, without plugins, never calls it."""

    def entry_points(self, **wanted: Any) -> Any:
        """What the module gives by that name."""
        return self._loaded().entry_points(**wanted)


def _without_plugins() -> None:
    """Keep Pydantic from looking for plugins of its own in every distribution that is installed.

    It imports what it would look with all the same, and that brings readers of mail, archives and sockets along: a
    thirtieth of a start. So does the comparison of secrets, which brings a library of ciphers.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "importlib.metadata" not in sys.modules:
        sys.modules["importlib.metadata"] = importlib.metadata = _Metadata("importlib.metadata")
    sys.modules.setdefault("secrets", _Later("secrets"))


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
