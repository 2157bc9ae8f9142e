"""The clauses of a contract that have a sign of contract review, as a dispute looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.extraction.contracts.stops import between_stops
from propertylaw.extraction.contracts.view import ContractText
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Severity, Span

_PART = "。；;\n"
_MOST = 48
"""Characters of a clause that are repeated."""


class SignedClause(NamedTuple):
    """Words of a clause that have a sign."""

    place: Locator
    span: Span
    words: str
    """Shortened."""
    masked: str
    """The part of the sentence that they stand in, with its parties as tokens."""
    says: str
    """What was recognised."""
    disputed: str
    """What is disputed about how far the law reaches; empty where nothing is."""
    basis: tuple[Locator, ...]
    """On which the dispute, or the sign, rests; empty where the issue says it."""

    def speaks_of(self, words: str) -> bool:
        """Whether certain words stand in it.

        Args:
            words: a pattern that may use the vocabulary of the signs; empty: any.
        """
        return pattern(words).search(self.masked) is not None


class SignedClauses:
    """The signs of a contract, each looked for once.

    Args:
        contract: its text.
    """

    def __init__(self, contract: ContractText) -> None:
        self._contract = contract
        self._found: dict[str, tuple[SignedClause, ...]] = {}

    @property
    def kind(self) -> str:
        """The kind of contract."""
        return self._contract.kind.id

    def of(self, sign: str) -> tuple[SignedClause, ...]:
        """The clauses that have a sign; not those that otherwise read as lawful clauses do.

        Args:
            sign: an issue of contract review.
        """
        if sign not in self._found:
            self._found[sign] = tuple(self._look_for(sign))
        return self._found[sign]

    def _look_for(self, sign: str) -> Iterator[SignedClause]:
        from propertylaw.extraction.contracts.signs import signs  # brings the examples and numpy with it

        contract = self._contract
        for hit in signs(contract, sign):
            if hit.span is None or hit.doubted or hit.severity is Severity.LOW:
                continue
            start, end = between_stops(contract.masked, *hit.span, _PART)
            place = next(iter(contract.related_at(hit.span[0])), Locator(instrument=contract.outline.instrument))
            words = _short("".join(contract.source.text[slice(*hit.span)].split()))
            yield SignedClause(
                place.bare, hit.span, words, contract.masked[start:end], hit.says, hit.message, hit.basis
            )


def _short(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"
