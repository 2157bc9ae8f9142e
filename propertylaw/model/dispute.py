"""The dispute form that a person fills in."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator

from .base import Model, PartyId
from .fact import Fact


class Participant(Model):
    """A person or body in the dispute."""

    id: str = Field(examples=["wang"])
    name: str = Field(examples=["王某"])
    role: PartyId = Field(examples=["owner"])


class ClaimRequest(Model):
    """A claim somebody raises."""

    by: str = Field(examples=["wuye"])
    against: tuple[str, ...] = Field(examples=["[wang]"])
    claim: str = Field(examples=["fees.arrears"])
    sum: Decimal | None = Field(default=None, gt=0)
    """What is asked for, in yuan."""
    orders: tuple[str, ...] = ()
    """Of what the claim gives beside money, what alone is asked for, by the ids of the remedies; left out: all."""


class Dispute(Model):
    """A dispute: the day whose law applies, the place, the documents, the parties, the claims, the facts."""

    title: str = ""
    on: date = Field(examples=["2026-01-31"])
    place: str = Field(examples=["江苏省南京市"])
    documents: tuple[str, ...] = ()
    """Paths, relative to the form."""
    parties: tuple[Participant, ...] = Field(examples=["[{id: wang, name: 王某, role: owner}]"])
    claims: tuple[ClaimRequest, ...] = ()
    """Left out: every claim between all parties is tried."""
    facts: tuple[Fact, ...] = ()

    @field_validator("documents", "claims", "facts", mode="before")
    @classmethod
    def _nothing_yet(cls, value: Any) -> Any:
        """A list into which nothing has been written yet is empty."""
        return () if value is None else value
