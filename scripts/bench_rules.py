"""Ten rules with defences and exceptions through the engine and through other rule engines, in one run.

    python scripts/bench_rules.py ../shared/bench/peers

The rules, the cases and the runners of the other engines are those of that folder; every engine must give the same
answers, which the digest shows (two values, unknown read as false). Microseconds a case, the best of three rounds that
take turns. Run it in an environment that holds the other engines: `make bench` sets one up.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from propertylaw.model import Claim, Result
from propertylaw.reasoning.program import Part, Program, in_order
from propertylaw.reasoning.truth import FALSE, OPEN, TRUE

CASES, ROUNDS = 3000, 3
PEERS = (("run_others.py", "zen"), ("run_clingo.py",), ("run_openfisca.py",))
TWO_VALUES = {1: TRUE, 0: FALSE, None: FALSE}
THREE_VALUES = {1: TRUE, 0: FALSE, None: OPEN}
LINE = re.compile(r"^(?P<name>.+?)\s+(?P<cases>\d+) cases.*?(?P<us>[\d.]+) us/case", re.MULTILINE)
SINGLE = ("zen-engine, one expression node", "clingo, reused Control + externals", "openfisca, one simulation per case")
"""The fastest way of each peer to decide one case at a time."""
BATCHED = "clingo, all cases in one grounding"


def main(folder: Path) -> None:
    """Print a line for each engine and the ratios."""
    sys.path.insert(0, str(folder))
    model = import_module("model")
    program = Program(in_order([Part(claim, claim.respondents[0]) for claim in _claims(model)]), {})
    facts = [getattr(atom, "id", "") for atom in program.inputs]
    cases = model.cases(CASES)
    ours = _digest(program.results([TWO_VALUES[case[fact]] for fact in facts]) for case in cases[:1000])
    runs: dict[str, Callable[[], Any]] = {
        "propertylaw, results": lambda: [program.results([TWO_VALUES[c[f]] for f in facts]) for c in cases],
        "propertylaw, full reasons": lambda: [program.reasons([TWO_VALUES[c[f]] for f in facts]) for c in cases],
        "propertylaw, results, three-valued": lambda: [
            program.results([THREE_VALUES[c[f]] for f in facts]) for c in cases
        ],
        "propertylaw, full reasons, three-valued": lambda: [
            program.reasons([THREE_VALUES[c[f]] for f in facts]) for c in cases
        ],
    }
    best: dict[str, float] = {}
    digests = {ours}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            best[name] = min(best.get(name, float("inf")), _seconds(run) / CASES * 1e6)
        for peer in PEERS:
            for name, us, digest in _peer(folder, peer):
                best[name] = min(best.get(name, float("inf")), us)
                digests.add(digest)
    for name, us in sorted(best.items(), key=lambda row: row[1]):
        print(f"{name:42} {us:10.2f} us/case")
    print(f"digests: {', '.join(sorted(digests))}")
    if len(digests) > 1:
        raise SystemExit("the engines give different answers")
    fastest = min(best[name] for name in SINGLE)
    print(f"one case with full reasons: {fastest / best['propertylaw, full reasons']:.1f} x the fastest other engine")
    print(f"results only: {best[BATCHED] / best['propertylaw, results']:.1f} x clingo with all cases in one grounding")
    print(f"results only: {best[SINGLE[1]] / best['propertylaw, results']:.1f} x clingo with one control for all cases")


def _claims(model: Any) -> Iterator[Claim]:
    """The rules as claims: requirements are elements, defences extinguish, exceptions are counter-defences."""
    for name, (requirements, defences) in model.RULES.items():
        yield Claim.model_validate(
            {
                "id": name,
                "title": name,
                "topic": "fees",
                "claimant": "owner",
                "respondents": [{"role": "service_provider"}],
                "basis": [],
                "elements": [
                    {"id": f"e{i}", "says": one, "when": _condition(one.split("|")), "proof": "claimant", "basis": []}
                    for i, one in enumerate(requirements)
                ],
                "defences": [
                    {"id": f"d{i}", "says": one, "when": _condition([one]), "effect": "extinguishes", "basis": []}
                    | ({"unless": {"says": "exception", "when": _condition(exceptions)}} if exceptions else {})
                    for i, (one, exceptions) in enumerate(defences.items())
                ],
            }
        )


def _condition(literals: list[str]) -> str:
    return " or ".join(
        ("not " if one.startswith("-") else "") + one.lstrip("-").replace("@", "claim:") for one in literals
    )


def _digest(rows: Iterator[tuple[Result, ...]]) -> str:
    answers = [[int(result is Result.SUPPORTED) for result in row] for row in rows]
    return hashlib.sha1(json.dumps(answers).encode()).hexdigest()[:12]


def _seconds(run: Callable[[], Any]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _peer(folder: Path, arguments: tuple[str, ...]) -> Iterator[tuple[str, float, str]]:
    command = [sys.executable, *arguments, str(CASES)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    found = re.search(r"digest (\w+)", done.stdout)
    assert found, done.stdout
    for line in LINE.finditer(done.stdout):
        yield line["name"], float(line["us"]), found[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
