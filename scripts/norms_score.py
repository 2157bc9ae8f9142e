"""Print the extraction scores on the annotated norms of the reference folder.

    python scripts/norms_score.py ../shared

Reads each annotated text whole, extracts its norms, and hands them to the folder's own scorer. `gold/train` was used
for development; `gold` and the preliminary contract are test data.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from propertylaw import extract, outline, read
from propertylaw.report.norm_page import norm_lines

FIELDS = ("locator_accuracy", "bearer_accuracy", "counterparty", "condition", "deadline", "threshold", "amount")
FIELDS += ("authority", "cites")


def main() -> int:
    """Score train, test and contracts; one line each."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    shared = Path(sys.argv[1])
    corpus = {path.stem: path for path in (shared / "corpus").glob("*/*.md")}
    contracts = {path.stem: path for path in (shared / "contracts").glob("*.txt")}
    for title, folder, texts in (
        ("train", shared / "gold" / "train", corpus),
        ("test", shared / "gold", corpus),
        ("contracts", shared / "contracts" / "norms", contracts),
    ):
        print(title, scored(shared, folder, texts))
    return 0


def scored(shared: Path, gold: Path, texts: dict[str, Path]) -> str:
    """The scores of one gold folder, as one line."""
    names = [path.name.removesuffix(".norms.jsonl") for path in sorted(gold.glob("*.norms.jsonl"))]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("\n".join(lines(texts[name]) for name in names), encoding="utf-8")
        command = [sys.executable, str(shared / "eval" / "score_norms.py"), str(gold), str(predicted)]
        result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    f1 = f"strict F1 {result['strict']['f1']:.3f}, detect F1 {result['detect']['f1']:.3f}"
    return f1 + "".join(f", {field} {result[field]}" for field in FIELDS)


def lines(path: Path) -> str:
    """The norms of a text as lines of the gold files' fields."""
    source = read(path)
    return norm_lines(source, extract(source, outline(source)))


if __name__ == "__main__":
    sys.exit(main())
