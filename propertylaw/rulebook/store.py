"""Data that ships with the library is parsed once: what came of it is kept in the user's cache until a file changes.

Parsing the YAML takes many times as long as all the rest of a short analysis. Whatever is wrong with the cache is no
error: the files are read again. Sizes and times of the files stand for their content: reading them all to make a
digest would take longer than what is saved.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

from .expression import parse, remember

T = TypeVar("T")


File = Path | os.DirEntry[str]
"""A file, or its entry in a folder: listing entries is several times faster than matching paths against a pattern."""


def kept(name: str, files: Iterable[File], make: Callable[[], T]) -> T:
    """What `make` makes of the files, from the cache where it was made before.

    Args:
        name: of the file in the cache.
        files: everything that `make` reads.
        make: reads the files; its result can be pickled.
    """
    state = _code() + _state(files)
    file = _folder() / f"{name}-{crc32(str(Path(__file__)).encode()):08x}.pickle"
    found = _read(file, state)
    if found is None:
        found = (make(),)
        _write(file, state, found)
    made: T = found[0]
    return made


class OnDemand(Mapping[str, T], Generic[T]):
    """Things by id, each unpacked when it is first asked for, with what was parsed of its conditions."""

    def __init__(self, things: Mapping[str, T], conditions: Callable[[T], Iterable[str]] = lambda _: ()) -> None:
        packed = {id: (thing, {when: parse(when) for when in conditions(thing)}) for id, thing in things.items()}
        self._packed = {id: pickle.dumps(one, pickle.HIGHEST_PROTOCOL) for id, one in packed.items()}
        self._unpacked: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._unpacked:
            self._unpacked[id], parsed = pickle.loads(self._packed[id])
            remember(parsed)
        return self._unpacked[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, id: object) -> bool:
        return id in self._packed


def listed(folder: Path, suffix: str) -> list[os.DirEntry[str]]:
    """The files of a folder that end so, by their names."""
    with os.scandir(folder) as entries:
        return sorted((one for one in entries if one.name.endswith(suffix)), key=lambda one: one.name)


@cache
def _code() -> bytes:
    """The state of the code that says what the data is; when it changes, what is kept is worth nothing."""
    package = Path(__file__).resolve().parent.parent
    return sys.version.encode() + _state([*listed(package / "model", ".py"), *listed(package / "rulebook", ".py")])


def _state(files: Iterable[File]) -> bytes:
    """Which files there are, how large and of when."""
    return repr(
        [(os.fspath(file), found.st_size, found.st_mtime_ns) for file in files for found in (file.stat(),)]
    ).encode()


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home) / "propertylaw"


def _read(file: Path, state: bytes) -> Any:
    """What is kept in the file: only the user's own file, and only of this state."""
    try:
        if hasattr(os, "getuid") and file.stat().st_uid != os.getuid():
            return None
        content = file.read_bytes()
        head = len(state).to_bytes(4, "big") + state
        return pickle.loads(memoryview(content)[len(head) :]) if content.startswith(head) else None
    except Exception:  # a file cut off or of another version raises anything at all
        return None


def _write(file: Path, state: bytes, found: object) -> None:
    import tempfile

    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(len(state).to_bytes(4, "big") + state + pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        Path(name).replace(file)
    except OSError:
        return
