"""The two sides of a contract for property services: what one of them owes the other may claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from propertylaw.extraction import document_parties
from propertylaw.model import Norm, Outline, PartyId

from .rules import change_words, words

_NOBODY = frozenset[PartyId](["other"])


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands for each side; where there are none, nothing follows for a party that the text does not name."""

    between: bool = False
    """Whether the text is a contract between a provider of property services and those it serves."""

    def facing(self, party: PartyId) -> PartyId | None:
        """Who stands on the other side of a party; None for third parties."""
        if not self.between:
            return None
        provider, served = change_words().sides
        if party in provider:
            return served[0]
        return provider[0] if party in served else None

    def across(self, bearer: Iterable[PartyId]) -> tuple[PartyId, ...]:
        """The other side of those who bear or hold a norm; nobody where both sides do, or a third party."""
        found = {self.facing(party) for party in bearer}
        return tuple(party for party in found if party) if len(found) == 1 else ()

    def acting(self, bearer: Iterable[PartyId]) -> tuple[PartyId, ...]:
        """The parties; who acts for the provider counts as the provider."""
        provider = change_words().sides[0]
        staff = provider[1:] if self.between else ()
        return tuple(dict.fromkeys(provider[0] if party in staff else party for party in bearer))

    def presumed(self, clause: str, sentence: str = "") -> tuple[PartyId, ...]:
        """Whose a clause is that names nobody: the fee that is owed, of those served; services and what is kept for
        them, the provider's.

        Args:
            clause: its words.
            sentence: the words around it.
        """
        if not self.between:
            return ()
        provider, served = change_words().sides
        if words("owes_fees").search(clause) or (words("late").search(clause) and words("owes_fees").search(sentence)):
            return (served[0],)
        return (provider[0],) if words("serves").search(clause) or words("gains").search(clause) else ()

    def unnamed(self, norm: Norm) -> bool:
        """Whether a norm binds nobody that is known."""
        return self.between and frozenset(norm.bearer) <= _NOBODY


NO_SIDES = Sides()


def sides_of(outline: Outline) -> Sides:
    """The sides of a contract whose parties are a provider and owners, their organ, or the developer for them."""
    if outline.kind != "contract":
        return NO_SIDES
    parties = set(document_parties(outline).values())
    provider, served = change_words().sides
    contractors = {*served, "developer"}
    named = words("service_contract").search(outline.title)
    return Sides(bool(parties & set(provider) and parties & contractors and (named or parties & set(served))))
