"""Curated norms beside the extracted ones of the same provision, and the fields on which a pair differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import networkx as nx
from rapidfuzz import fuzz

from propertylaw.extraction.figures import NUMBER, number
from propertylaw.graph.consents import Consent, consent_of
from propertylaw.graph.wording import wording
from propertylaw.model import Amount, Norm

_PART = re.compile(
    rf"(?P<of>{NUMBER})分之(?P<part>{NUMBER})|(?P<top>\d+)/(?P<bottom>\d+)|(?P<percent>{NUMBER})[%％]|(?P<tenths>{NUMBER})成"
)
_HALF = re.compile("过半|半数")
_ALL = re.compile("一致|全体同意|全部同意|每一位|所有")
_MODALITY, _PARTY, _FIGURES = 30, 15, 20
"""What agreement adds to the likeness of the words, which is at most 100."""


class Difference(NamedTuple):
    """A field on which a curated norm and its counterpart in the text do not agree."""

    at: str
    action: str
    """Of the curated norm: several may stand at one place."""
    field: str
    curated: str
    extracted: str


def pairs(curated: Iterable[Norm], extracted: Iterable[Norm]) -> Iterator[tuple[Norm, Norm | None]]:
    """Each curated norm with its counterpart, article by article; None where the text yields fewer norms."""
    own, read = _by_article(curated), _by_article(extracted)
    for article, norms in own.items():
        yield from _pairs_of_article(norms, read[article])


def differences(norm: Norm, other: Norm | None) -> Iterator[Difference]:
    """Modality, parties, period, threshold and amount where they differ; `norm` alone where there is no counterpart.

    The text names a counterparty only where it is written; the curated norm may name more, not fewer.
    """
    if other is None:
        yield _difference(norm, "norm", norm.modality, "")
        return
    if norm.modality != other.modality:
        yield _difference(norm, "modality", norm.modality, other.modality)
    if set(norm.bearer) != set(other.bearer):
        yield _difference(norm, "bearer", " ".join(norm.bearer), " ".join(other.bearer))
    if not set(other.counterparty) <= set(norm.counterparty):
        yield _difference(norm, "counterparty", " ".join(norm.counterparty), " ".join(other.counterparty))
    if norm.deadline != other.deadline:
        yield _difference(norm, "deadline", norm.deadline or "", other.deadline or "")
    if _vote(norm) != _vote(other):
        yield _difference(norm, "threshold", norm.threshold or "", other.threshold or "")
    if _fine(norm.amount) != _fine(other.amount):
        yield _difference(norm, "amount", _as_text(norm.amount), _as_text(other.amount))


def _difference(norm: Norm, field: str, own: str, other: str) -> Difference:
    return Difference(str(norm.locator), norm.action, field, str(own), str(other))


def _by_article(norms: Iterable[Norm]) -> defaultdict[tuple[str, int | None], list[Norm]]:
    found = defaultdict(list)
    for norm in norms:
        found[norm.locator.instrument, norm.locator.article].append(norm)
    return found


def _pairs_of_article(own: Sequence[Norm], read: Sequence[Norm]) -> Iterator[tuple[Norm, Norm | None]]:
    """The assignment, one to one within a provision, in which the pairs are most alike together."""
    graph = nx.Graph()
    for place, norm in enumerate(own):
        for other_place, other in enumerate(read):
            if norm.locator.contains(other.locator) or other.locator.contains(norm.locator):
                graph.add_edge(("own", place), ("read", other_place), weight=_likeness(norm, other))
    chosen = dict(tuple(sorted(edge)) for edge in nx.max_weight_matching(graph, maxcardinality=True))
    for place, norm in enumerate(own):
        found = chosen.get(("own", place))
        yield norm, None if found is None else read[found[1]]


def _likeness(norm: Norm, other: Norm) -> float:
    one, two = wording(norm), wording(other)
    act = max(fuzz.ratio(one.act, two.act), 0.9 * fuzz.partial_ratio(one.act, two.act))
    whole = fuzz.ratio(one.act + one.condition, two.act + two.condition)
    figures = any(
        mine is not None and mine == theirs
        for mine, theirs in (
            (norm.deadline, other.deadline),
            (_fine(norm.amount), _fine(other.amount)),
            (_vote(norm), _vote(other)),
        )
    )
    return (
        (act + whole) / 2
        + _MODALITY * (norm.modality == other.modality)
        + _PARTY * bool(set(norm.bearer) & set(other.bearer))
        + _FIGURES * figures
    )


def _vote(norm: Norm) -> Consent | tuple[Fraction, ...] | str | None:
    """What is counted, of whom; where it is not a vote by area and heads, the shares of the threshold."""
    consent = consent_of(norm)
    return consent if consent is not None and consent.counted else _shares(norm.threshold)


def _shares(threshold: str | None) -> tuple[Fraction, ...] | str | None:
    """The shares that a threshold asks for, each once, all of them as one; a threshold without shares as it stands."""
    text = threshold or ""
    found = {_share(match) for match in _PART.finditer(text)}
    found |= {Fraction(1, 2)} if _HALF.search(text) else set()
    found |= {Fraction(1)} if _ALL.search(text) else set()
    return tuple(sorted(found)) or threshold


def _share(match: re.Match[str]) -> Fraction:
    whole = match["of"] or match["bottom"] or ("10" if match["tenths"] else "100")
    part = match["part"] or match["top"] or match["percent"] or match["tenths"]
    return Fraction(number(part) or 0) / Fraction(number(whole) or 1)


def _fine(amount: Amount | None) -> tuple[object, ...] | None:
    """Bounds and unit; a fine in words by its numbers."""
    if amount is None:
        return None
    if amount.text is None or amount.min is not None or amount.max is not None:
        return amount.min, amount.max, amount.unit
    return tuple(sorted(_numbers(amount.text)))


def _numbers(text: str) -> Iterator[Decimal]:
    for match in re.finditer(NUMBER, text.replace("百分之", "")):
        if (value := number(match[0])) is not None:
            yield value


def _as_text(amount: Amount | None) -> str:
    if amount is None:
        return ""
    return amount.text or f"{amount.min or ''}-{amount.max or ''} {amount.unit}"
