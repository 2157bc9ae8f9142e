"""What the law of the place states as a fact, by the rules: its text may be at hand or not.

Documents of the dispute go before it, imported texts among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from propertylaw.library import KnowledgeBase
from propertylaw.model import FactDefinition, FactValue, Locator, RuleCondition, Truth
from propertylaw.model.fact import LocalStatement
from propertylaw.rulebook.expression import parse

from .casefile import Documents
from .known import Known
from .truth import OPEN, Code, truth_of


class _Values(NamedTuple):
    """How facts stand where only their values are known."""

    of: Callable[[str], FactValue | None]

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""
        return self.of(fact)

    def gap(self, fact: str) -> Code:
        """Whatever has no value is open."""
        return OPEN

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """None are known."""

    def claim(self, id: str) -> Code:
        """Every claim is open."""
        return OPEN


class StatedAtThePlace:
    """The facts that documents state, else local law.

    Args:
        documents: those of the dispute.
        law: the law of the day and the place.
    """

    def __init__(self, documents: Documents, law: KnowledgeBase) -> None:
        self._documents, self._law = documents, law

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """The fact as the documents state it, else as the law of the place does; empty where neither does."""
        found = self._documents.state(fact, values)
        if found or not fact.local:
            return found
        return tuple(self._by_law(fact.local, values))[:1]

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Where documents speak of prices that could not be read."""
        return self._documents.unread(fact)

    @property
    def not_understood(self) -> frozenset[str]:
        """The facts of which a clause of the documents speaks that was not understood."""
        return self._documents.not_understood

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Those clauses, but for any of which the form tells something."""
        return self._documents.clauses_on(fact, told)

    def _by_law(
        self, statements: tuple[LocalStatement, ...], values: Callable[[str], FactValue | None]
    ) -> Iterator[Known]:
        standing = _Values(values)
        for one in statements:
            given = truth_of(parse(one.where), standing) is Truth.TRUE
            if given and truth_of(parse(one.unless), standing) is not Truth.TRUE and self._law.applies(one.at):
                condition = RuleCondition(says=one.says, at=one.at, fact=one.asks)
                yield Known(one.value, "local_law", stated_at=(one.at,), conditions=(condition,))
