"""How like a sentence is to clauses whose issue is known (`rules/contract/examples/`): a ridge regression.

A sentence is compared with every example by the pairs and threes of characters and by the entries of the vocabulary
that they share, rare ones counting more. The regression learns from the examples which likenesses speak for any issue
and which, since lawful neighbours share them, do not. Which issue it would be is told by the middle of the examples of
each.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from propertylaw.extraction.parties import finder_for
from propertylaw.rulebook import data_folder
from propertylaw.rulebook.store import kept

from .contract_kind import kind_of, sides, usual_names
from .masking import masked
from .words import names_in

_PARTIES = re.compile(r"([Ⓐ-Ⓩ])\1+")
_FIGURES = re.compile(r"[0-9０-９]+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[元日天年月个户次分平])")
_TELLING = frozenset("ⓅⓄⒸⒹⒶⓂⓊⓉ不未无没")
"""Single characters that count."""
_EVEN = 0.3
"""How much the regression is held back from following single examples."""
_POSITIVE = ("violation", "risk")

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a sentence is like."""

    issue: str
    """The issue that it is most like."""
    of_issue: float
    """How near it is to the middle of the examples of this issue, 0 to 1."""
    of_any: float
    """How strongly they speak for any issue at all."""
    example: str
    """The nearest example of the issue."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The examples, where each group of characters stands in them, and what the regression learned."""

    texts: tuple[str, ...]
    issues: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    weight: Mapping[str, float]
    found_in: Mapping[str, NDArray[np.int32]]
    length: Vector
    middles: Vector
    """One row an example, one column an issue: how much its likeness counts for the issue."""
    learned: Vector
    """How much the likeness to each example speaks for any issue."""


def likeness(words: str) -> Likeness:
    """What a sentence is like.

    Args:
        words: with its parties as tokens.
    """
    known = _known()
    near = _near(known.weight, known.found_in, known.length, _groups(words))
    told = (near - 1) @ known.middles
    best = int(told.argmax())
    issue = known.names[best]
    nearest = max((n for n, own in enumerate(known.issues) if issue in own), key=lambda n: near[n])
    return Likeness(issue, float(told[best]), float(near @ known.learned), known.texts[nearest])


def most_like_any(*parts: str) -> float:
    """How strongly the examples speak for any issue in the part of a text for which they do so most.

    Args:
        parts: words and what lies around them, each with its parties as tokens.
    """
    return max(likeness(words).of_any for words in parts)


def _near(
    weight: Mapping[str, float], found_in: Mapping[str, NDArray[np.int32]], length: Vector, groups: set[str]
) -> Vector:
    """The likeness to every example, and the constant 1 that a line needs."""
    shared = [group for group in groups if group in weight]
    own = math.sqrt(sum(weight[group] ** 2 for group in shared)) or 1.0
    near = np.zeros(len(length), np.float32)
    for group in shared:
        near[found_in[group]] += weight[group] ** 2
    return np.asarray(near / (length * own) + 1, np.float32)


def _groups(words: str) -> set[str]:
    text = _FIGURES.sub("#", _PARTIES.sub(r"\1", words))
    found = {sign for sign in text if sign in _TELLING}
    for size in (2, 3):
        found |= {text[at : at + size] for at in range(len(text) - size + 1)}
    return found | {f"{{{name}}}" for name in names_in(words)}


@cache
def _known() -> _Known:
    folder = data_folder("rules") / "contract"
    files = sorted((folder / "examples").glob("*.jsonl"))
    code = sorted(Path(__file__).parent.glob("*.py"))
    return kept("contract-examples", [*files, *folder.glob("*.yaml"), *code], lambda: _learned(list(_examples(files))))


def _examples(files: Sequence[Path]) -> Iterator[Mapping[str, Any]]:
    """Those that say for certain whether there is an issue of a known name."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            certain = row["label"] == "fine" or (row["label"] in _POSITIVE and row["issue"])
            if certain and not row.get("debatable"):
                yield row


def _learned(rows: Sequence[Mapping[str, Any]]) -> _Known:
    own = [_groups(_masked(row)) for row in rows]
    counts = Counter(group for groups in own for group in groups)
    weight = {group: math.log(len(rows) / count) for group, count in counts.items() if 1 < count < len(rows)}
    places: dict[str, list[int]] = defaultdict(list)
    for number, groups in enumerate(own):
        for group in groups & weight.keys():
            places[group].append(number)
    found_in = {group: np.array(numbers, np.int32) for group, numbers in places.items()}
    squares = [math.fsum(weight[group] ** 2 for group in groups & weight.keys()) for groups in own]
    length = np.array([math.sqrt(square) or 1.0 for square in squares], np.float32)
    issues = tuple(_issues(row) for row in rows)
    names = tuple(sorted({name for some in issues for name in some}))
    near = np.stack([_near(weight, found_in, length, groups) for groups in own])
    has = np.array([[float(name in some) for name in names] for some in issues], np.float32)
    middles = has / np.sqrt(np.einsum("ni,nm,mi->i", has, near - 1, has, optimize=True))
    learned = np.linalg.solve(near + _EVEN * np.eye(len(rows), dtype=np.float32), has.any(axis=1).astype(np.float32))
    texts = tuple(str(row["text"]) for row in rows)
    return _Known(texts, issues, names, weight, found_in, length, middles, learned)


def _issues(row: Mapping[str, Any]) -> tuple[str, ...]:
    issue = row["issue"]
    return tuple(issue) if isinstance(issue, list) else (issue,) if issue else ()


def _masked(row: Mapping[str, Any]) -> str:
    """The example as a check would see it."""
    kind = kind_of(row["doc_type"])
    between = sides(row["text"], kind, row["signatory"])
    names = {**usual_names(kind.id), **{name: (party,) for name, party in between.items()}}
    return masked(row["text"], finder_for(names).find(row["text"]))
