"""The dispute form that a person fills in."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator

from .base import Model, PartyId
from .fact import Fact


class Participant(Model):
    """A person or body in the dispute."""

    id: str
    name: str
    role: PartyId


class ClaimRequest(Model):
    """A claim somebody raises."""

    by: str
    against: tuple[str, ...]
    claim: str
    sum: Decimal | None = Field(default=None, gt=0)
    """What is asked for, in yuan."""


class Dispute(Model):
    """A dispute: the day whose law applies, the place, the documents, the parties, the claims, the facts."""

    title: str = ""
    on: date
    place: str
    documents: tuple[str, ...] = ()
    """Paths, relative to the form."""
    parties: tuple[Participant, ...]
    claims: tuple[ClaimRequest, ...] = ()
    """Left out: every claim between all parties is tried."""
    facts: tuple[Fact, ...] = ()

    @field_validator("documents", "claims", "facts", mode="before")
    @classmethod
    def _nothing_yet(cls, value: Any) -> Any:
        """A list into which nothing has been written yet is empty."""
        return () if value is None else value
