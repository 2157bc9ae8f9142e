"""Data that ships with the library is parsed once: what came of it is kept in the user's cache, under its digest.

Parsing the YAML takes many times as long as all the rest of a short analysis. Whatever is wrong with the cache is no
error: the files are read again.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def kept(name: str, files: Iterable[Path], make: Callable[[], T]) -> T:
    """What `make` makes of the files, from the cache where it was made before.

    Args:
        name: of the file in the cache.
        files: everything that `make` reads.
        make: reads the files; its result can be pickled.
    """
    digest = _digest([*files, *_code()])
    file = _folder() / f"{name}-{blake2b(str(Path(__file__)).encode(), digest_size=6).hexdigest()}.pickle"
    found = _read(file, digest)
    if found is None:
        found = (make(),)
        _write(file, digest, found)
    made: T = found[0]
    return made


class OnDemand(Mapping[str, T], Generic[T]):
    """Things by id, each unpacked when it is first asked for."""

    def __init__(self, things: Mapping[str, T]) -> None:
        self._packed = {id: pickle.dumps(thing, pickle.HIGHEST_PROTOCOL) for id, thing in things.items()}
        self._unpacked: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._unpacked:
            self._unpacked[id] = pickle.loads(self._packed[id])
        return self._unpacked[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, id: object) -> bool:
        return id in self._packed


def _code() -> list[Path]:
    """The code that says what the data is; when it changes, what is kept is worth nothing."""
    package = Path(__file__).resolve().parent.parent
    return sorted([*(package / "model").glob("*.py"), *(package / "rulebook").glob("*.py")])


def _digest(files: Iterable[Path]) -> bytes:
    found = blake2b(sys.version.encode(), digest_size=16)
    for file in files:
        found.update(file.name.encode())
        found.update(file.read_bytes())
    return found.digest()


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home) / "propertylaw"


def _read(file: Path, digest: bytes) -> Any:
    """What is kept in the file: only the user's own file, and only of this digest."""
    try:
        if hasattr(os, "getuid") and file.stat().st_uid != os.getuid():
            return None
        content = file.read_bytes()
        return pickle.loads(content[len(digest) :]) if content.startswith(digest) else None
    except Exception:  # a file cut off or of another version raises anything at all
        return None


def _write(file: Path, digest: bytes, found: object) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(digest + pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        Path(name).replace(file)
    except OSError:
        return
