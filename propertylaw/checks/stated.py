"""Figures that a contract states more than once and that have to agree (`rules/contract/figures.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Span
from propertylaw.model.base import Model

from .view import Contract

_UNITS = {"万": 10000}
_STOPS = "。；\n"


class NamedFigure(Model):
    """A figure by its name."""

    id: str
    title: str
    find: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """One place at which a named figure stands."""

    title: str
    """With what it is for: 物业费单价（住宅）."""
    value: Decimal
    words: str
    span: Span
    """In the document."""


@cache
def named_figures() -> tuple[NamedFigure, ...]:
    """The figures that are looked for."""
    return contract_data("figures", tuple[NamedFigure, ...])


def stated(contract: Contract, figure: NamedFigure) -> Iterator[Stated]:
    """Every place at which the figure stands: clauses, annexes, tables."""
    text = contract.masked
    for match in pattern(figure.find).finditer(text):
        groups = match.groupdict()
        value = number(groups["value"] or groups.get("value2") or "")
        if value is None or any(pattern(words).search(_sentence(text, match.span())) for words in figure.unless):
            continue
        per = groups.get("per")
        words = contract.source.text[slice(*match.span())]
        factor = _UNITS.get(groups.get("unit") or "", 1)
        yield Stated(f"{figure.title}（{per}）" if per else figure.title, value * factor, words, match.span())


def _sentence(text: str, span: Span) -> str:
    start = max(text.rfind(stop, 0, span[0]) for stop in _STOPS) + 1
    ends = [place for stop in _STOPS if (place := text.find(stop, span[1])) >= 0]
    return text[start : min(ends, default=len(text))]
