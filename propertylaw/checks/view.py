"""What a check sees of a contract: its text, what it is held against, and the wording that may take a place in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from propertylaw.extraction import extract
from propertylaw.extraction.contracts.contract_kind import kind_of
from propertylaw.extraction.contracts.view import ContractText, signatory_of
from propertylaw.extraction.parties import document_names
from propertylaw.model import Outline, PartyId, Source, Span

from .beside import Beside
from .printed_place import printed_place
from .rewording import Rewording, model_clause, reworded
from .wordings import Wording


@dataclass(frozen=True)
class Contract(ContractText):
    """A contract as the checks see it."""

    beside: tuple[Beside, ...] = ()
    """What the user wants it held against."""

    def place_at(self, position: int) -> str:
        """Where a place is by the numbers that the contract prints."""
        return printed_place(self.outline, position)

    def model_clause(self, issue: str) -> str | None:
        """A clause for what the contract lacks."""
        return model_clause(self, issue)

    def reworded(self, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
        """The words that may take the place of others around a hit, where one of the wordings is for them."""
        return reworded(self, wordings, hit)


def contract_view(
    source: Source, outline: Outline, signatory: PartyId | None = None, beside: tuple[Beside, ...] = ()
) -> Contract:
    """A contract with everything the checks need to know.

    Args:
        source: the text.
        outline: its structure.
        signatory: who signs opposite the provider, where the caller knows; else taken from its parties and kind.
        beside: what it is held against besides national law.
    """
    kind = kind_of(outline.title)
    names = document_names(outline, source.text)
    found = signatory or signatory_of(names, kind)
    return Contract(source, outline, extract(source, outline), kind, found, names, beside)
