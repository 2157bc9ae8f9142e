"""A norm: who must, may, can or must not do what to whom. Field meanings follow the annotation guidelines."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from .base import Model, PartyIds, Span
from .locator import Locator


class Modality(StrEnum):
    """What a norm does to its bearer."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    RIGHT = "right"
    POWER = "power"
    LIABILITY = "liability"
    SANCTION = "sanction"
    CONSTITUTIVE = "constitutive"


class Force(StrEnum):
    """Whether the parties may agree otherwise."""

    MANDATORY = "mandatory"
    DEFAULT = "default"
    ADVISORY = "advisory"
    AGREED = "agreed"
    """The parties' own clause: binds within mandatory law."""


class Citation(Model):
    """A reference as written and what it resolves to."""

    text: str
    text_span: Span | None = None
    at: Locator | None = None
    """The provision it stands in; None in a preamble."""
    targets: tuple[Locator, ...] = ()
    """Empty when unresolved."""
    reason: str = ""
    """Why it is not resolved; beside targets, why they are in doubt (the text at hand is another version)."""


class Amount(Model):
    """A fine: bounds in a unit, or a percentage or multiple as text."""

    min: Decimal | None = None
    max: Decimal | None = None
    unit: str = "CNY"
    text: str | None = None


class Quantity(Model):
    """A measured thing that a clause fixes: price, rate, share, period, day of payment."""

    value: Decimal
    unit: str
    """`CNY`, `CNY/m2/month`, `CNY/month`, `1/day` (a daily rate as a fraction), `share` (a fraction),
    `day`, `working_day`, `month`, `year`, `hour`, `m2`; `due_day` (day of the month; see `every_months`)."""
    text: str
    """As written."""
    text_span: Span
    context: str = ""
    """The part of the sentence it stands in, between two stops; tells which line of a schedule it is."""
    every_months: int | None = Field(default=None, ge=1)
    """For `due_day`: the length of the instalment period in months (a quarter: 3)."""
    month_of_period: int | None = None
    """For `due_day`: the month within the period, counted from 1 (季度首月: 1, 季度末月: 3); below 1 before the period
    that is paid for, above its length after it."""
    by_calendar: bool = False
    """For `due_day`: whether that month is one of the calendar (每年6月30日前), counted as if the period began in
    January."""
    since: date | None = None
    """For a price: the first day from which it holds, as its own words say (自2024年1月1日起)."""
    until: date | None = None
    """The same for its last day (2023年12月31日前)."""
    off: bool = False
    """For `share`: whether it is what is taken off (减收三成) and not what remains."""


class Norm(Model):
    """One norm, curated or extracted."""

    id: str
    modality: Modality
    bearer: PartyIds = ()
    """Whom it binds, entitles, empowers or sanctions; sorted."""
    counterparty: PartyIds = ()
    """To whom it is owed or against whom it is exercised, only where the text names them; sorted."""
    action: str
    """Extracted: the verb phrase as written. Curated: the norm in this project's own short words."""
    condition: str | None = None
    exception: str | None = None
    deadline: str | None = None
    """ISO 8601 duration; working days as P7BD."""
    deadline_text: str | None = None
    threshold: str | None = None
    amount: Amount | None = None
    authority: PartyIds = ()
    """For sanctions: who imposes it; sorted."""
    cites: tuple[Citation, ...] = ()
    bearer_text: str | None = None
    topics: tuple[str, ...] = ()
    """Ids of `rules/topics.yaml`."""
    quantities: tuple[Quantity, ...] = ()
    """What the sentence measures; terms of a contract are taken from here."""
    force: Force = Force.MANDATORY
    origin: Literal["curated", "extracted"] = "extracted"
    confidence: float = Field(default=1.0, ge=0, le=1)
    locator: Locator
    clause: str | None = None
    """In contracts: the clause number as printed."""
    text_span: Span | None = None
    """The sentence it was read from; None for curated norms."""
    since: date | None = None
    """Curated norms: first day of this wording, when later than the instrument's."""
    until: date | None = None
    """Curated norms: last day of this wording."""
