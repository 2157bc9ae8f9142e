"""Scores the review of whole contracts against what was planted in them.

    python scripts/contracts_score.py FOLDER [--errors]

The folder holds contracts (`NAME.md`) and `expected.json`: for each name what was planted, with the words that decide
(`quote`, null where something is missing), the `names` of the issue, those that may be told as well (`also`) and its
`severity`. Something planted is found by a finding of medium or high severity in the same line of the text, or of any
severity where it is slight itself; what is missing, by a finding of its name. Every other finding of medium or high
severity counts as false, whatever it may be worth.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from propertylaw.checks import review
from propertylaw.model import Diagnostic, Severity, Span
from propertylaw.reading import read
from propertylaw.structure import outline

_FLAGS = (Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True)
class Planted:
    """A defect that was planted."""

    line: Span | None
    """Where it stands; None where something is missing."""
    names: frozenset[str]
    also: frozenset[str]
    slight: bool

    def is_met(self, finding: Diagnostic) -> bool:
        """Whether a finding is about it."""
        if self.line is None:
            return finding.issue in self.names
        start, end = finding.span or (0, 0)
        return start < self.line[1] and self.line[0] < end

    def is_found(self, findings: Sequence[Diagnostic]) -> bool:
        """Whether it is told gravely enough."""
        return any(
            self.is_met(one) and (self.slight or self.line is None or one.severity in _FLAGS) for one in findings
        )

    def is_named(self, findings: Sequence[Diagnostic]) -> bool:
        """Whether one of its names, if it has any, is told."""
        return not self.names or any(self.is_met(one) and one.issue in self.names | self.also for one in findings)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What came of one contract."""

    name: str
    planted: Sequence[Planted]
    findings: Sequence[Diagnostic]

    @property
    def found(self) -> list[Planted]:
        """What was planted and found."""
        return [one for one in self.planted if one.is_found(self.findings)]

    @property
    def named(self) -> list[Planted]:
        """What was found under its name."""
        return [one for one in self.found if one.is_named(self.findings)]

    @property
    def false(self) -> list[Diagnostic]:
        """Findings of medium or high severity about nothing that was planted."""
        grave = (one for one in self.findings if one.severity in _FLAGS)
        return [one for one in grave if not any(planted.is_met(one) for planted in self.planted)]


def reviewed(folder: Path) -> Iterator[Reviewed]:
    """The contracts of a folder, each with what was planted and found."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, rows in expected.items():
        source = read(folder / f"{name}.md")
        planted = [_planted(source.text, row) for row in rows]
        yield Reviewed(name, planted, review(source, outline(source)).findings)


def _planted(text: str, row: dict[str, Any]) -> Planted:
    line = _line(text, row["quote"]) if row["quote"] else None
    return Planted(line, frozenset(row["names"]), frozenset(row["also"]), row["severity"] == "low")


def _line(text: str, quote: str) -> Span:
    at = text.index(quote)
    end = text.find("\n", at + len(quote) - 1)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def main() -> None:
    """Print how much was found, how much of what was told was planted, and the graver findings that were not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    contracts = list(reviewed(args.folder))
    for one in contracts:
        high = sum(false.severity is Severity.HIGH for false in one.false)
        print(f"{one.name}  planted {len(one.planted)}, found {len(one.found)}, other {len(one.false)} ({high} high)")
        if args.errors:
            print(*(f"    {false.code} {false.severity} {false.quote}" for false in one.false), sep="\n")
    planted, found = sum(len(one.planted) for one in contracts), sum(len(one.found) for one in contracts)
    named, false = sum(len(one.named) for one in contracts), sum(len(one.false) for one in contracts)
    print(f"recall     {found / planted:.3f} ({found}/{planted})")
    print(f"precision  {found / (found + false):.3f} ({found}/{found + false})")
    print(f"right name {named / planted:.3f} ({named}/{planted})")


if __name__ == "__main__":
    main()
