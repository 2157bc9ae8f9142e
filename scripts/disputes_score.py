"""Print how the forms of published disputes come out beside what the courts decided.

    python scripts/disputes_score.py ../shared

The forms in `tests/reasoning/disputes` were filled in from what the parties said; `outcomes.yaml` there says which
finding answers which outcome, and what is expected of it. `*`: the court applied the law from before the Civil Code.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from propertylaw.errors import RuleError
from propertylaw.model import Analysis, ClaimFinding, Model, Result, Truth
from propertylaw.reasoning import analyze
from propertylaw.rulebook import read_yaml

FORMS = Path(__file__).resolve().parents[1] / "tests" / "reasoning" / "disputes"
SHARING = {"proportionate", "supplementary", "compensatory"}
FULL, PARTLY, NOT, OPEN, OWN, NONE = "liable", "partly", "not liable", "open", "own share", "none"
COURT: dict[bool | str, str] = {True: FULL, "partial": PARTLY, False: NOT}
Verdict = Literal["agree", "disagree", "depends", "no claim yet"]


class Outcome(BaseModel):
    """What a court decided about one party."""

    party: str
    liable: bool | Literal["partial"]
    claims: tuple[int, ...]
    self_share: bool
    """The claimant bears this part himself."""

    @property
    def word(self) -> str:
        """The outcome in the words of the table."""
        return OWN if self.self_share else COURT[self.liable]


class Published(BaseModel):
    """A published dispute, as far as it is compared."""

    id: str
    result_kind: Literal["judgment", "mediated", "inferred"]
    applied_law: str
    contested_concept: str | None
    outcome: tuple[Outcome, ...]


class Entry(Model):
    """Which finding answers an outcome, and what is expected of it."""

    dispute: str
    forms: tuple[str, ...] = ()
    """The forms that answer it, where a dispute has several."""
    court: str
    """The party as the source names it."""
    decides: tuple[int, ...] | None = None
    """The claims that the outcome decides, where the party stands there twice."""
    against: tuple[str, ...] = ()
    """Parties of the form."""
    claim: str = ""
    concept: str = ""
    """The concept that stands for the contested ground."""
    named: bool = False
    """Whether it is expected among the open ones."""
    missing: str = ""
    """What a claim would have to cover, where there is none."""
    expected: Verdict = "agree"

    def of(self, dispute: Published) -> Outcome:
        """The outcome meant."""
        same = [one for one in dispute.outcome if one.party == self.court and self.decides in (None, one.claims)]
        (found,) = same
        return found


class Row(BaseModel):
    """One outcome of a dispute, and what comes out here."""

    entry: Entry
    dispute: Published
    court: str
    ours: str
    verdict: Verdict
    concept_open: bool = False
    possible: frozenset[str] = frozenset()
    """What may come out, under one reading or answer or another, where it depends."""

    def __str__(self) -> str:
        star = " " if self.dispute.applied_law != "民法典施行前法律" else "*"
        what = f"{self.entry.claim or self.entry.missing} / {self.entry.court}"
        concept = (
            f"  [{self.entry.concept} {'open' if self.concept_open else 'not open'}]" if self.entry.concept else ""
        )
        return f"{self.dispute.id}{star} {self.verdict:12} {self.court:10} {self.ours:10} {what}{concept}"


def main() -> int:
    """The table and its sums."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    rows = scored(Path(sys.argv[1]))
    for row in rows:
        print(row)
    for kind in ("judgment", "mediated", "inferred"):
        print(f"{kind}: {summary([row for row in rows if row.dispute.result_kind == kind])}")
    contested = [row for row in rows if row.entry.concept]
    print(f"contested concept among the open ones: {sum(row.concept_open for row in contested)}/{len(contested)}")
    still = [row for row in rows if row.verdict == "depends"]
    within = sum(row.court in row.possible for row in still)
    print(f"depends, and on the contested concept: {sum(row.concept_open for row in still)}/{len(still)}")
    print(f"depends, and may come out as the court decided: {within}/{len(still)}")
    return 0


def summary(rows: list[Row]) -> str:
    """How many agree, of those that some claim covers."""
    counts = Counter(row.verdict for row in rows)
    covered = len(rows) - counts["no claim yet"]
    rest = ", ".join(f"{name} {counts[name]}" for name in ("disagree", "depends", "no claim yet"))
    return f"agree {counts['agree']}/{covered}, {rest}"


def scored(shared: Path) -> list[Row]:
    """Every outcome of every dispute, in the order of `outcomes.yaml`."""
    lines = (shared / "cases" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    disputes = {dispute.id: dispute for dispute in map(Published.model_validate_json, lines)}
    return [_row(entry, disputes[entry.dispute]) for entry in entries()]


def entries() -> tuple[Entry, ...]:
    """The lines of `outcomes.yaml`."""
    found: tuple[Entry, ...] = read_yaml(FORMS / "outcomes.yaml", tuple[Entry, ...], RuleError)
    return found


def _row(entry: Entry, dispute: Published) -> Row:
    court = entry.of(dispute).word
    if entry.missing:
        return Row(entry=entry, dispute=dispute, court=court, ours="-", verdict="no claim yet")
    analyses = [_analysis(form) for form in entry.forms or (entry.dispute,)]
    told = [finding for analysis in analyses for finding in analysis.claims]
    findings = [finding for finding in told if finding.id == entry.claim and finding.respondent in entry.against]
    answers = {_own_share(finding) if court == OWN else _liable(finding) for finding in findings}
    ours = "/".join(sorted(answers))
    return Row(
        entry=entry,
        dispute=dispute,
        court=court,
        ours=ours,
        verdict="depends" if OPEN in answers else "agree" if ours == court else "disagree",
        possible=frozenset(_word(finding, one.result) for finding in findings for one in finding.scenarios),
        concept_open=entry.concept in {concept.id for analysis in analyses for concept in analysis.open_concepts},
    )


@cache
def _analysis(form: str) -> Analysis:
    return analyze(FORMS / f"{form}.yaml")


def _liable(finding: ClaimFinding) -> str:
    return OPEN if finding.result is Result.DEPENDS else _word(finding, finding.result)


def _word(finding: ClaimFinding, result: Result) -> str:
    """A result in the words of the table; who answers for a share only is liable in part."""
    match result:
        case Result.SUPPORTED:
            return PARTLY if finding.capacity in SHARING else FULL
        case Result.PARTLY_SUPPORTED:
            return PARTLY
        case _:
            return NOT


def _own_share(finding: ClaimFinding) -> str:
    own = [defence.truth for defence in finding.defences if defence.id == "contributory"]
    return OWN if Truth.TRUE in own else OPEN if Truth.UNKNOWN in own else NONE


if __name__ == "__main__":
    sys.exit(main())
