"""Sample what `lint` finds over a folder of regulations, for reading it against the texts, and score what was read.

    python scripts/lint_sample.py FOLDER SEED            # draw: up to eight findings a check, printed with their text
    python scripts/lint_sample.py FOLDER SEED FILE.yaml  # the same, added to the file for verdicts to be filled in
    python scripts/lint_sample.py --score FILE.yaml      # precision by check and in all

A line of the file names the check, the text, the place and the characters, and holds the verdict (`good` or `bad`) with
a reason; no words of the texts are kept. A finding without characters has `span: null`. `first` is the verdict of who
read it, where the finding was mended after that and the verdict is on what it tells since.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

import yaml

from propertylaw import outline, read
from propertylaw.checks import lint
from propertylaw.model import Diagnostic, Source, Span

EACH = 8
AROUND = 140


def main() -> None:
    """Draw a sample, or score one."""
    if sys.argv[1] == "--score":
        print_scores(yaml.safe_load(Path(sys.argv[2]).read_text(encoding="utf-8")))
        return
    sources = {path.name: read(path) for path in texts_of(Path(sys.argv[1]))}
    drawn = sample(found_in(sources), int(sys.argv[2]))
    for finding in drawn:
        show(finding, sources[Path(finding.file or "").name])
    if len(sys.argv) > 3:
        file = Path(sys.argv[3])
        known = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else []
        lines = [*known, *(line_of(finding) for finding in drawn)]
        file.write_text(written(lines), encoding="utf-8")


def texts_of(folder: Path) -> list[Path]:
    """The Markdown files of the folder, without what explains it."""
    return [path for path in sorted(folder.rglob("*.md")) if path.name != "README.md"]


def found_in(sources: dict[str, Source]) -> tuple[Diagnostic, ...]:
    """What lint finds in all texts together."""
    return lint([(source, outline(source)) for source in sources.values()])


def sample(findings: tuple[Diagnostic, ...], seed: int) -> list[Diagnostic]:
    """Up to eight findings of each check, drawn by the seed."""
    by_code: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    draw = random.Random(seed)
    return [one for code in sorted(by_code) for one in draw.sample(by_code[code], min(EACH, len(by_code[code])))]


def line_of(finding: Diagnostic) -> dict[str, object]:
    """The finding as a line of the file, without a verdict."""
    return {
        "code": finding.code,
        "file": Path(finding.file or "").name,
        "at": str(finding.locator) if finding.locator else None,
        "span": list(finding.span) if finding.span else None,
        "verdict": None,
        "reason": "",
    }


def written(lines: list[dict[str, object]]) -> str:
    """The lines, one each."""
    flow = (yaml.safe_dump(line, allow_unicode=True, default_flow_style=True, width=10_000) for line in lines)
    return "".join(f"- {line}" for line in flow)


def show(finding: Diagnostic, source: Source) -> None:
    """A finding with what it advises, and its words in the article they stand in."""
    place = finding.locator or "全文"
    print(f"\n{finding.code} {finding.severity} {place}（{source.name}）")
    print(f"    {finding.message}\n    建议：{finding.advice}")
    if finding.related:
        print("    相关：", "、".join(map(str, finding.related[:8])))
    if finding.span:
        start, end = finding.span
        first, last = article_around(finding, source)
        words = f"{source.text[first:start]}【{source.text[start:end]}】{source.text[end:last]}"
        print("    ", words.strip().replace("\n\n", "⏎").replace("\n", "⏎"))


def article_around(finding: Diagnostic, source: Source) -> Span:
    """The article a finding lies in; some words around it where it lies in none."""
    start, end = finding.span or (0, 0)
    spans = (article.text_span for article in outline(source).articles)
    return next((span for span in spans if span[0] <= start < span[1]), (max(0, start - AROUND), end + AROUND))


def print_scores(lines: list[dict[str, str]]) -> None:
    """Precision by check and in all."""
    right: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        right[line["code"]].append(line["verdict"] == "good")
    for code, verdicts in sorted(right.items()):
        print(f"{code} {sum(verdicts):3}/{len(verdicts)} {sum(verdicts) / len(verdicts):.0%}")
    every = [one for verdicts in right.values() for one in verdicts]
    print(f"all    {sum(every):3}/{len(every)} {sum(every) / len(every):.1%}")
    if any("first" in line for line in lines):
        first = [line.get("first", line["verdict"]) == "good" for line in lines]
        print(f"before what was mended {sum(first)}/{len(first)} {sum(first) / len(first):.1%}")


if __name__ == "__main__":
    main()
