"""Scores contract review against labelled clauses, as the format of the clause files says.

    python scripts/review_score.py CLAUSES.jsonl [--errors]

`violation` and `risk` are positive, `fine` is negative; a clause is flagged by a finding of medium or high severity.
Recall and precision are taken over these; `vague` is counted apart; `debatable` clauses are left out. Beside them the
share of positive clauses with one of their issues named.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from propertylaw.checks import ClauseInput, review_clause
from propertylaw.model import Diagnostic, Severity

_POSITIVE = ("violation", "risk")
_FLAGS = (Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled clause and what was found in it."""

    id: str
    label: str
    text: str
    expected: tuple[str, ...]
    found: tuple[Diagnostic, ...]

    @property
    def flagged(self) -> bool:
        """Whether a finding is of medium or high severity."""
        return any(one.severity in _FLAGS for one in self.found)

    @property
    def named(self) -> bool:
        """Whether one of its issues is among the findings; a clause whose issue has no name needs a finding only."""
        if not self.expected:
            return self.flagged
        return bool(set(self.expected) & {one.issue for one in self.found})

    @property
    def right(self) -> bool:
        """Whether nothing is to be improved."""
        if self.label in _POSITIVE:
            return self.flagged and self.named
        return not self.flagged if self.label == "fine" else self.named


def judged(file: Path) -> Iterator[Judged]:
    """The clauses of a file that count."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("debatable"):
            continue
        issue = row["issue"]
        expected = tuple(issue) if isinstance(issue, list) else (issue,) if issue else ()
        clause = ClauseInput.model_validate({key: row[key] for key in ("id", "text", "doc_type", "signatory")})
        yield Judged(row["id"], row["label"], row["text"], expected, review_clause(clause))


def main() -> None:
    """Print the scores, and on request the clauses that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the clauses that came out wrong")
    arguments = parser.parse_args()
    clauses = list(judged(arguments.file))
    positive = [one for one in clauses if one.label in _POSITIVE]
    fine = [one for one in clauses if one.label == "fine"]
    vague = [one for one in clauses if one.label == "vague"]
    hit = sum(one.flagged for one in positive)
    false = sum(one.flagged for one in fine)
    print(f"recall     {_share(hit, len(positive))}")
    print(f"precision  {_share(hit, hit + false)}")
    print(f"right name {_share(sum(one.named for one in positive), len(positive))}")
    print(f"vague      {_share(sum(one.named for one in vague), len(vague))} named")
    for one in clauses if arguments.errors else ():
        if not one.right:
            print(f"\n{one.id} {one.label} {one.expected}\n  {one.text}")
            for finding in one.found:
                print(f"  > {finding.issue} {finding.severity} {finding.message[-16:]} “{finding.quote}”")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "–"


if __name__ == "__main__":
    main()
