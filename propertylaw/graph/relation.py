"""A relation between two norms of different sources: what it is, on which field they differ, and both values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from propertylaw.model import Amount, Modality, Norm, PartyId

from .consents import Consent
from .periods import Measure
from .precedence import By


class RelationKind(StrEnum):
    """What the norm that gives way does to the one that prevails."""

    REPEATS = "repeats"
    """States the same norm once more."""
    IMPLEMENTS = "implements"
    """Speaks of the same act in its own terms: more precisely who, when, how or how much, within what is left open."""
    STRICTER = "stricter"
    """Asks more of the bearer than the other does."""
    CONFLICTS = "conflicts"
    """Cannot be followed together with the other, or leaves the frame that the other sets."""


class Aspect(StrEnum):
    """The field on which two norms agree or differ."""

    ACTION = "action"
    MODALITY = "modality"
    BEARER = "bearer"
    AUTHORITY = "authority"
    CONDITION = "condition"
    THRESHOLD = "threshold"
    PERIOD = "deadline"
    AMOUNT = "amount"
    QUANTITY = "quantities"
    CITES = "cites"


Value = str | Modality | Amount | Consent | Measure | tuple[PartyId, ...] | None
"""What a norm says in a field; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a norm stands to one of a source that prevails over its own."""

    kind: RelationKind
    lower: Norm
    higher: Norm
    aspect: Aspect
    lower_value: Value
    higher_value: Value
    by: By
    """Why the second prevails; `open` and `place` where nothing here decides between the two."""
    confidence: float
    """How surely the two speak of the same act, from 0 to 1, lessened where a reading is contested."""
    why: str
    """In Chinese."""
    about: frozenset[str] = frozenset()
    """Of rules on how owners decide: the matters on which they are compared."""
