"""The catalogue of instruments: what each is called, who issued it, its rank, territory and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from propertylaw.errors import RuleError
from propertylaw.model import Instrument

from .data import data_folder
from .store import kept
from .yaml_file import read_yaml

_NOISE = r"[\s《》〈〉<>“”\"'（）()，,、·\-_]+"


def plain_title(title: str) -> str:
    """A title without marks, blanks and the name of the state, for comparison."""
    return re.sub(_NOISE, "", title).replace("中华人民共和国", "")


class Catalogue:
    """Instruments by id and by any of their names."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._by_id: dict[str, Instrument] = {}
        for instrument in instruments:
            if instrument.id in self._by_id:
                raise RuleError(f"目录中“{instrument.id}”重复")
            self._by_id[instrument.id] = instrument

    def __iter__(self) -> Iterator[Instrument]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, id: str) -> Instrument | None:
        """The instrument with this id, or None."""
        return self._by_id.get(id)

    def recognise(self, title: str) -> Instrument | None:
        """The instrument that bears this title, short title or alias (marks and 中华人民共和国 ignored), or None."""
        return self._by_title.get(plain_title(title))

    @cached_property
    def _by_title(self) -> dict[str, Instrument]:
        return {
            plain_title(name): instrument
            for instrument in self
            for name in (instrument.id, instrument.title, *instrument.aliases)
        }


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the library, from `corpus/catalogue/instruments/`.

    Raises:
        RuleError: a catalogue file is not valid.
    """
    files = sorted((data_folder("corpus") / "catalogue" / "instruments").glob("*.yaml"))
    return Catalogue(kept("catalogue", files, lambda: _instruments(files)))


def _instruments(files: Iterable[Path]) -> tuple[Instrument, ...]:
    found: list[Instrument] = []
    for file in files:
        found += read_yaml(file, tuple[Instrument, ...], RuleError)
    return tuple(found)
