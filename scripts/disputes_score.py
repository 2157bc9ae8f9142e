"""Print how the forms of published disputes come out beside what the courts decided.

    python scripts/disputes_score.py ../shared

The forms in `tests/reasoning/disputes` were filled in from what the parties said; `outcomes.yaml` there says which finding
answers which outcome. A form whose day lies before the law in force is read a second time on a later day and marked `*`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from propertylaw.model import Analysis, ClaimFinding, Effect, Result, Truth
from propertylaw.reasoning import analyze, read_form

FORMS = Path(__file__).resolve().parents[1] / "tests" / "reasoning" / "disputes"
TODAY = date(2025, 12, 31)
SHARING = {"proportionate", "supplementary", "compensatory"}
FULL, PARTLY, NOT, OPEN = "liable", "partly", "not liable", "open"
Verdict = Literal["agree", "disagree", "depends", "no claim yet"]


@dataclass(frozen=True)
class Row:
    """One outcome of a dispute, and what comes out here."""

    dispute: str
    party: str
    claim: str
    kind: str
    court: str
    ours: str
    verdict: Verdict
    restated: bool
    """Read under today's law, because the form's day lies before it."""
    concept: str
    """The concept that stands for the contested ground, empty where none was contested."""
    concept_open: bool


def main() -> int:
    """The table and its sums."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    rows = scored(Path(sys.argv[1]))
    for row in rows:
        day = "*" if row.restated else " "
        concept = f"  {row.concept}: {'open' if row.concept_open else 'not open'}" if row.concept else ""
        print(f"{row.dispute} {row.verdict:12} {row.court:10} {row.ours:10}{day} {row.claim} / {row.party}{concept}")
    for kind in ("judgment", "mediated", "inferred"):
        print(f"{kind}: {summary([row for row in rows if row.kind == kind])}")
    contested = [row for row in rows if row.concept]
    print(f"contested concept among the open ones: {sum(row.concept_open for row in contested)}/{len(contested)}")
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
    disputes = {case["id"]: case for case in map(json.loads, lines)}
    entries = yaml.safe_load((FORMS / "outcomes.yaml").read_text(encoding="utf-8"))
    return [_row(entry, disputes[entry["dispute"]]) for entry in entries]


def _row(entry: dict[str, Any], dispute: dict[str, Any]) -> Row:
    outcome = _outcome(entry, dispute)
    court = {True: FULL, False: NOT, "partial": PARTLY}[outcome["liable"]]
    if outcome["self_share"]:
        court = "own share"
    if "missing" in entry:
        return Row(
            dispute["id"],
            entry["court"],
            entry["missing"],
            dispute["result_kind"],
            court,
            "-",
            "no claim yet",
            False,
            "",
            False,
        )
    analysis, restated = _analysis(entry["dispute"])
    findings = [f for f in analysis.claims if f.id == entry["claim"] and f.respondent in entry["against"]]
    ours = {_own_share(f) if outcome["self_share"] else _liable(f) for f in findings}
    answer = " / ".join(sorted(ours))
    return Row(
        dispute=dispute["id"],
        party=entry["court"],
        claim=entry["claim"],
        kind=dispute["result_kind"],
        court=court,
        ours=answer,
        verdict=_verdict(court, answer),
        restated=restated,
        concept=entry.get("concept", ""),
        concept_open=entry.get("concept") in {concept.id for concept in analysis.open_concepts},
    )


def _outcome(entry: dict[str, Any], dispute: dict[str, Any]) -> dict[str, Any]:
    found = [
        outcome
        for outcome in dispute["outcome"]
        if outcome["party"] == entry["court"] and entry.get("decides", outcome["claims"]) == outcome["claims"]
    ]
    if len(found) != 1:
        raise ValueError(f"{entry['dispute']}: {len(found)} outcomes for {entry['court']}")
    return dict(found[0])


@cache
def _analysis(dispute: str) -> tuple[Analysis, bool]:
    form = read_form(FORMS / f"{dispute}.yaml")
    analysis = analyze(form)
    if not any(diagnostic.code == "TIM001" for diagnostic in analysis.diagnostics):
        return analysis, False
    return analyze(form.model_copy(update={"on": TODAY})), True


def _liable(finding: ClaimFinding) -> str:
    match finding.result:
        case Result.SUPPORTED:
            return PARTLY if finding.capacity in SHARING else FULL
        case Result.PARTLY_SUPPORTED:
            return PARTLY
        case Result.DEPENDS:
            return OPEN
        case _:
            return NOT


def _own_share(finding: ClaimFinding) -> str:
    reduced = [d for d in finding.defences if d.id == "contributory" and d.effect is Effect.REDUCES]
    if any(defence.truth is Truth.TRUE for defence in reduced):
        return "own share"
    return OPEN if any(defence.truth is Truth.UNKNOWN for defence in reduced) else "none"


def _verdict(court: str, ours: str) -> Verdict:
    if ours == OPEN:
        return "depends"
    return "agree" if ours == court else "disagree"


if __name__ == "__main__":
    sys.exit(main())
