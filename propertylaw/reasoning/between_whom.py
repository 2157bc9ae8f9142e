"""Between which two a set-off counts: it ends what two people owe each other, and is nothing to anybody else.

民法典 568: those set off who owe each other, and the notice goes to the other. Who declares it is told by `said_by`,
with whom by `towards`; else by who admits or denies it, and by which claim it is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from propertylaw.model import Fact, FactDefinition, Truth

NOTIFIED, MEANT = "setoff_notified", "setoff_of_this_claim"
"""Facts: that a set-off was declared, and that the money of a claim is meant."""


class Owed(NamedTuple):
    """That one claims money from another."""

    claimant: str
    respondent: str
    claim: str

    @property
    def two(self) -> frozenset[str]:
        """Both."""
        return frozenset((self.claimant, self.respondent))


class Told:
    """What a form tells of set-offs.

    Args:
        facts: of the form.
        definitions: of the facts, by their ids.
        owed: who claims money from whom.
    """

    def __init__(
        self, facts: Iterable[Fact], definitions: Mapping[str, FactDefinition], owed: Collection[Owed]
    ) -> None:
        self._owed = owed
        self._people = {person for one in owed for person in one.two}
        self.rows = tuple(one for one in facts if definitions[one.id].of_two)
        self.notices = tuple(one for one in self.rows if one.id == NOTIFIED and one.value is not False)
        self.declarers = {one.said_by for one in self.notices if one.said_by in self._people} - {None}

    def between(self, row: Fact, one: str, other: str) -> Truth:
        """Whether a line of the form counts between two people; unknown where several could be meant.

        Args:
            row: the line.
            one: participant id.
            other: the same.
        """
        by = self._by(row) or (next(iter(self.declarers)) if len(self.declarers) == 1 else None)
        if by is None:
            return self._by_nobody(row, frozenset((one, other)))
        if by not in (one, other):
            return Truth.FALSE
        others, counterpart = self.others(row, by), other if by == one else one
        if counterpart not in others:
            return Truth.FALSE
        return Truth.TRUE if len(others) == 1 or self._named(row, by) else Truth.UNKNOWN

    def others(self, row: Fact, by: str) -> frozenset[str]:
        """With whom somebody set off, or those with whom he may have."""
        return self._named(row, by) or self._possible(by)

    def _by(self, row: Fact) -> str | None:
        """Who says it, if he set something off."""
        return row.said_by if row.said_by in self.declarers else None

    def _by_nobody(self, row: Fact, two: frozenset[str]) -> Truth:
        named = self._own(row, None)
        if named or self.declarers:
            return Truth.TRUE if two & (named or self.declarers) else Truth.FALSE
        pairs = {one.two for one in self._owed}
        if two not in pairs:
            return Truth.FALSE
        return Truth.TRUE if len(pairs) == 1 else Truth.UNKNOWN

    def _named(self, row: Fact, by: str) -> frozenset[str]:
        """With whom somebody set off, as the form names them: in the line itself, else in others of his."""
        own = self._own(row, by)
        told = frozenset[str]().union(*(self._own(one, by) for one in self.notices if self._by(one) == by))
        if told:
            return own & told or told
        lines = [one for one in self.rows if self._by(one) == by]
        return own or frozenset[str]().union(*(self._own(one, by) for one in lines)) or self._by_claim(row, by)

    def _own(self, row: Fact, by: str | None) -> frozenset[str]:
        """Those whom a line itself names as the other: to whom it was said, whose it is, who admits or denies it."""
        opposite = self._opposite(by)
        if row.towards:
            return frozenset(row.towards) & opposite
        named = frozenset({row.of} if row.of else ()) - {by}
        spoke = frozenset((row.said_by or "", *row.admitted_by, *row.denied_by)) - {by}
        return named & opposite or spoke & opposite

    def _by_claim(self, row: Fact, by: str) -> frozenset[str]:
        """The other side of the claims of which the form says that it is about them."""
        meant = {one.claim for one in self.rows if one.id == MEANT and one.value is True and one.claim}
        claims = {row.claim} if row.claim else meant
        others = frozenset(next(iter(one.two - {by})) for one in self._owed if by in one.two and one.claim in claims)
        return others if len(others) == 1 else frozenset()

    def _possible(self, by: str) -> frozenset[str]:
        """Those who claim from him, for a set-off answers a claim; else those from whom he claims."""
        creditors = frozenset(one.claimant for one in self._owed if one.respondent == by)
        return creditors or self._opposite(by)

    def _opposite(self, by: str | None) -> frozenset[str]:
        """Those on the other side of his claims; everybody, where it is nobody's."""
        if by is None:
            return frozenset(self._people)
        return frozenset(person for one in self._owed if by in one.two for person in one.two - {by})
