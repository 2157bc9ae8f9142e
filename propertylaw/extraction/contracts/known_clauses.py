"""How like a sentence is to clauses whose issue is known (`rules/contract/examples/`): ridge regressions.

A sentence is compared with every example by the traits that they share, rare ones counting more. One regression learns
from the examples which likenesses speak for any issue and which, since lawful neighbours share them, do not; the others
learn from those that have an issue which it is.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from propertylaw.extraction.parties import finder_for
from propertylaw.rulebook import data_folder
from propertylaw.rulebook.store import kept

from .contract_kind import kind_of, sides, usual_names
from .masking import masked
from .traits import WEIGHTS, Family, Traits, traits

_EVEN_ANY, _EVEN_WHICH = 0.2, 0.1
"""How much the regressions are held back from following single examples: whether there is an issue, and which."""
_COMMON = 0.03
"""What a larger share of the examples has counts for nothing."""
_STEPS, _EXACT = 200, 1e-5
"""How long the equations of the largest regression are solved: steps at most, and the share of error that is left."""
_POSITIVE = ("violation", "risk")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_SHORTEST = 8
"""Characters of a sentence that says anything."""

Vector = NDArray[np.floating[Any]]
Places = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a sentence is like."""

    issue: str
    """The issue that it is most like."""
    of_issue: float
    """How strongly the examples that have an issue speak for this one."""
    of_any: float
    """How strongly they speak for any issue at all."""
    example: str
    """The nearest example of the issue."""


@dataclass(frozen=True, slots=True)
class _Examples:
    """Which examples have a trait of a family, and how much it counts in each."""

    traits: Traits
    """In their order."""
    rarity: Vector
    begins: Places
    """Where the examples of each trait begin in the next two; they end where those of the next trait begin."""
    examples: Places
    shares: Vector

    def near(self, own: Traits, examples: int) -> Vector:
        """The likeness to every example, 0 to 1."""
        having, times = np.unique(own, return_counts=True)
        numbers = np.searchsorted(self.traits, having)
        known = numbers < len(self.traits)
        known[known] = self.traits[numbers[known]] == having[known]
        numbers, times = numbers[known], times[known]
        weights = self.rarity[numbers] * times.astype(np.float32)
        return self.summed(numbers, weights / (math.sqrt(float(weights @ weights)) or 1.0), examples)

    def summed(self, numbers: Places, weights: Vector, examples: int) -> Vector:
        """What every example has of the traits of these numbers, each times its weight."""
        lengths = self.begins[numbers + 1] - self.begins[numbers]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.begins[numbers] - ends + lengths, lengths)
        shares = np.repeat(weights, lengths) * self.shares[places]
        return np.bincount(self.examples[places], shares, examples).astype(np.float32)

    def among(self, some: NDArray[np.bool_]) -> Vector:
        """The likeness of some examples to one another."""
        renumbered = np.cumsum(some) - 1
        kept = some[self.examples]
        begins = np.append(0, np.cumsum(kept))[self.begins]
        own = replace(self, begins=begins, examples=renumbered[self.examples[kept]], shares=self.shares[kept])
        order = np.argsort(own.examples, kind="stable")
        numbers = np.repeat(np.arange(len(begins) - 1), np.diff(begins))[order]
        ends = np.searchsorted(own.examples[order], np.arange(1, some.sum()))
        rows = zip(np.split(numbers, ends), np.split(own.shares[order], ends), strict=True)
        return np.stack([own.summed(traits, shares, int(some.sum())) for traits, shares in rows])

    def times(self, weights: Vector) -> Vector:
        """The likeness of every example to all examples, each times its weight."""
        if not len(self.traits):
            return np.zeros_like(weights)
        of_traits = np.add.reduceat(self.shares * weights[self.examples], self.begins[:-1])
        parts = np.repeat(of_traits, np.diff(self.begins)) * self.shares
        return np.bincount(self.examples, parts, len(weights)).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Known:
    """The examples, their traits, and what the regressions learned."""

    texts: tuple[str, ...]
    issues: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    families: Mapping[Family, _Examples]
    any_issue: Vector
    """How much the likeness to each example speaks for any issue."""
    which_issue: Vector
    """One row an example, one column an issue: how much the likeness speaks for it."""

    def likeness(self, words: str) -> Likeness:
        """What a sentence is like."""
        own = traits(words)
        near = _together({name: family.near(own[name], len(self.texts)) for name, family in self.families.items()})
        told = near @ self.which_issue
        best = int(told.argmax())
        issue = self.names[best]
        nearest = max((n for n, own in enumerate(self.issues) if issue in own), key=lambda n: near[n])
        return Likeness(issue, float(told[best]), float(near @ self.any_issue), self.texts[nearest])


@lru_cache(maxsize=4096)
def likeness(words: str) -> Likeness:
    """What a sentence is like.

    Args:
        words: with its parties as tokens.
    """
    return _known().likeness(words)


def most_like_any(*parts: str) -> float:
    """How strongly the examples speak for any issue in the part of a text for which they do so most.

    Args:
        parts: words and what lies around them, each with its parties as tokens.
    """
    return max(likeness(words).of_any for words in parts)


@cache
def _known() -> Known:
    folder = data_folder("rules") / "contract"
    files = sorted((folder / "examples").glob("*.jsonl"))
    code = sorted(Path(__file__).parent.glob("*.py"))
    return kept("contract-examples", [*files, *folder.glob("*.yaml"), *code], lambda: learned(list(examples(files))))


def examples(files: Sequence[Path]) -> Iterator[Mapping[str, Any]]:
    """Those that say for certain whether there is an issue of a known name; of a long one what decides it."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            certain = row["label"] == "fine" or (row["label"] in _POSITIVE and row["issue"])
            if certain and not row.get("debatable"):
                yield from ({**row, "text": words} for words in _deciding(row))


def _deciding(row: Mapping[str, Any]) -> Sequence[str]:
    """The words that have the issue, where they are quoted; each sentence of a sound clause; else the whole."""
    if row["label"] in _POSITIVE:
        return [row.get("quote") or row["text"]]
    return [words for words in _SENTENCE.findall(row["text"]) if len(words) >= _SHORTEST]


def learned(rows: Sequence[Mapping[str, Any]]) -> Known:
    """What is learned from examples."""
    own = [traits(_masked(row)) for row in rows]
    families = {name: _family([one[name] for one in own]) for name in WEIGHTS}
    issues = tuple(names_of(row) for row in rows)
    names = tuple(sorted({name for some in issues for name in some}))
    has = np.array([[float(name in some) for name in names] for some in issues], np.float32)
    flawed: NDArray[np.bool_] = np.array([bool(some) for some in issues])
    which = np.zeros_like(has)
    near = _together({name: family.among(flawed) for name, family in families.items()})
    which[flawed] = np.linalg.solve(near + _EVEN_WHICH * np.eye(len(near), dtype=np.float32), has[flawed])

    def likened(weights: Vector) -> Vector:
        return _together({name: family.times(weights) for name, family in families.items()}, float(weights.sum()))

    texts = tuple(str(row["text"]) for row in rows)
    return Known(texts, issues, names, families, solved(likened, flawed.astype(np.float64), _EVEN_ANY), which)


def solved(likened: Callable[[Vector], Vector], told: Vector, even: float) -> Vector:
    """The weights of a ridge regression by conjugate gradients: the likenesses of all to all are never written down.

    Args:
        likened: from one weight an example to the weighted sum of the likenesses of each example to all.
        told: what is to be told of each example.
        even: how much the regression is held back from following single examples.
    """
    weights: Vector = np.zeros_like(told)
    left = way = told
    for _ in range(_STEPS):
        if float(left @ left) <= _EXACT**2 * float(told @ told):
            break
        along = likened(way) + even * way
        far = float(left @ left) / float(way @ along)
        weights, before, left = weights + far * way, left, left - far * along
        way = left + float(left @ left) / float(before @ before) * way
    return weights.astype(np.float32)


def _together(near: Mapping[Family, Vector], constant: float = 1.0) -> Vector:
    """The likenesses by all families, and the constant that a regression needs."""
    together: Vector = np.sum([WEIGHTS[name] * of_family for name, of_family in near.items()], axis=0)
    return together + constant


def _family(own: Sequence[Traits]) -> _Examples:
    places = np.repeat(np.arange(len(own)), [len(some) for some in own])
    every, numbers = np.unique(np.concatenate(own), return_inverse=True)
    entries, times = np.unique(numbers * len(own) + places, return_counts=True)
    having = np.bincount(entries // len(own), minlength=len(every))
    # A trait of a single example likens it to none; one of many tells little, and takes most of the time.
    several = (having > 1) & (having <= len(own) * _COMMON)
    telling = several[entries // len(own)]
    entries, times = entries[telling], times[telling]
    which, where = (np.cumsum(several) - 1)[entries // len(own)], entries % len(own)
    rarity = np.log(len(own) / having[several]) + 1
    weights = rarity[which] * times
    lengths = np.sqrt(np.bincount(where, weights**2, len(own)))
    return _Examples(
        traits=every[several],
        rarity=rarity.astype(np.float32),
        begins=np.searchsorted(which, np.arange(several.sum() + 1)).astype(np.int32),
        examples=where.astype(np.int32),
        shares=(weights / lengths[where]).astype(np.float32),
    )


def names_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The issues of an example, one or several."""
    issue = row["issue"]
    return tuple(issue) if isinstance(issue, list) else (issue,) if issue else ()


def _masked(row: Mapping[str, Any]) -> str:
    """The example as a check would see it."""
    kind = kind_of(row["doc_type"])
    between = sides(row["text"], kind, row["signatory"])
    names = {**usual_names(kind.id), **{name: (party,) for name, party in between.items()}}
    return masked(row["text"], finder_for(names).find(row["text"]))
