"""Print a sample of the relations found between texts, for reading against them.

    python scripts/relations_sample.py FOLDER [SEED]

Thirty relations that repeat, forty that implement, and all that are stricter or conflict.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from itertools import chain
from pathlib import Path

from propertylaw import RuleGraph, extract, outline, read
from propertylaw.graph import Relation, told_apart
from propertylaw.library import instrument_of

MOST = {"repeats": 30, "implements": 40}


def main() -> None:
    """Read every Markdown file of the folder and print the sample."""
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    graph = graph_of(sorted(Path(sys.argv[1]).rglob("*.md")))
    kinds: dict[str, list[Relation]] = defaultdict(list)
    for relation in graph.relations:
        kinds[relation.kind].append(relation)
    for kind, found in kinds.items():
        print(f"{kind}: {len(found)}")
    draw = random.Random(seed)
    for kind in sorted(kinds):
        found = sorted(kinds[kind], key=lambda one: (one.lower.id, one.higher.id, one.aspect))
        for relation in draw.sample(found, min(MOST.get(kind, len(found)), len(found))):
            show(relation)


def graph_of(files: list[Path]) -> RuleGraph:
    """The graph of texts; of a text that is there twice each version is told apart."""
    sources = [read(file) for file in files]
    outlines = [outline(source) for source in sources]
    texts = sources, outlines
    known = {(one := instrument_of(*pair)).id: one for pair in zip(*texts, strict=True)}
    norms = told_apart(
        (structure, extract(source, structure)) for source, structure in zip(sources, outlines, strict=True)
    )
    return RuleGraph(chain.from_iterable(norms), known.values())


def show(relation: Relation) -> None:
    """One relation in a few lines."""
    print(f"\n{relation.kind} {relation.aspect} ({relation.by}, {relation.confidence}) {relation.why}")
    for norm in (relation.lower, relation.higher):
        condition = f"　［{norm.condition}］" if norm.condition else ""
        print(f"    {norm.locator} {norm.modality} {'、'.join(norm.bearer)}：{norm.action}{condition}")


if __name__ == "__main__":
    main()
