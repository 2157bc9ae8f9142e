"""What is wrong with a file of curated law, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from propertylaw.rulebook.yaml_lines import Keys, line_of


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file: the keys that lead to it."""

    file: Path
    keys: Keys = ()

    def at(self, *keys: int | str) -> Place:
        """A value further inside."""
        return Place(self.file, (*self.keys, *keys))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    code: str
    """Stable code, such as `RULE002`."""
    problem: str
    """One clause in Chinese."""
    place: Place
    advice: str | None = None

    @property
    def line(self) -> int | None:
        """The line of the file, from 1."""
        if not self.place.keys or not self.place.file.is_file():
            return None
        return line_of(self.place.file.read_text(encoding="utf-8-sig"), self.place.keys)

    def __str__(self) -> str:
        line, key = self.line, ".".join(map(str, self.place.keys))
        where = "，".join(part for part in (str(self.place.file), f"第 {line} 行" if line else "", key) if part)
        advice = f"；{self.advice}" if self.advice else ""
        return f"{where}：{self.problem}{advice}（{self.code}）"
