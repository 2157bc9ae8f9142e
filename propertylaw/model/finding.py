"""How one claim came out against one respondent: its parts, what follows, and which law applies in time."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from .base import Made, Model
from .claim import Effect
from .fact_use import FactUse
from .locator import Locator
from .money import Money, Step


class Truth(StrEnum):
    """Three-valued truth."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class Result(StrEnum):
    """Result of a claim against one respondent."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    SET_OFF = "set_off"
    """It stood, and all that it came to has been set off: nothing is left to pay."""
    NOT_SUPPORTED = "not_supported"
    PREMATURE = "premature"
    DEPENDS = "depends"


class OpenReading(Model):
    """A reading of an open concept."""

    id: str
    says: str
    unproved: bool = False
    """Of one that is left out: whether what it supposes was said and is not proved, rather than known not to be so."""


class ElementFinding(Made):
    """How an element came out."""

    id: str
    says: str
    truth: Truth
    by_burden: bool = False
    """True when it was decided only because the party that has to prove it did not."""
    premature: bool = False
    """Whether it is one without which the claim is only premature."""
    first: str = ""
    """What has to be done first where it is not given."""
    decided_by: str = ""
    """What of the roles decides an element of which the parties told something that so bears on nothing."""
    by_role: bool = False
    """Whether the roles of the two parties alone give it: a page need not tell it."""
    proof: str
    """Role that bears the burden."""
    prover: str
    """Participant id of who bears it."""
    basis: tuple[Locator, ...]
    facts: tuple[FactUse, ...]
    concept: str | None = None
    """Open concept it turns on, when the concept is what keeps it open."""
    left_out: tuple[OpenReading, ...] = ()
    """Readings of its concept that the facts rule out, where the others agree and decide it."""


class DefenceFinding(Made):
    """How a defence came out."""

    id: str
    says: str
    truth: Truth
    by_burden: bool = False
    effect: Effect
    """Effect in law of the defence as it stands, after any counter-defence."""
    takes: tuple[str, ...] = ()
    """Where it defeats or fulfils single remedies: these, in the words of the claim."""
    of_office: bool = False
    """Whether the court looks at it though nobody raises it."""
    unless: str | None = None
    """The counter-defence that changed the effect, or would."""
    unless_prover: str | None = None
    """Of a counter-defence that would take the defence away, and is open: participant id of who has to prove it."""
    proof: str
    prover: str
    basis: tuple[Locator, ...]
    facts: tuple[FactUse, ...]
    concept: str | None = None
    left_out: tuple[OpenReading, ...] = ()


class RemedyFinding(Made):
    """What the claimant gets, or what is missing to compute it."""

    says: str
    money: Money | None = None
    before_set_off: Money | None = None
    """What it comes to before what is, or may be, set off; None where nothing is."""
    missing: tuple[FactUse, ...] = ()
    """Facts without which the sum, or a part that is not counted in, cannot be computed, and how they stand."""
    figures: tuple[Step, ...] = ()
    """What is reckoned with it besides a sum: the day on which the contract ends."""
    terms: tuple[FactUse, ...] = ()
    """What of the documents the sum was computed with: the price, the day of payment, the rate of the penalty; and what
    was told with evidence and is denied."""
    limited: bool = False
    """Whether less is had than is owed, because the respondent owes no more than he received (an heir)."""
    conditional: bool = False
    """Whether it is open if it is had at all."""
    unasked: bool = False
    """Whether the claimant could ask for it and does not: it is no part of the sum."""
    unreckoned: bool = False
    """Whether it gives money and nothing here tells how much: the court assesses it, or it is interest that runs on."""
    basis: tuple[Locator, ...] = ()


class LocalRule(Model):
    """A rule of the place that bears on a claim."""

    locator: Locator
    kind: Literal["details", "stricter", "conflicts", "on_point"]
    """What it does beside higher law: adds to it, asks more, or contradicts it; or that it is on the very act."""
    beside: Locator | None = None
    """The provision of higher law; None where the notes of the claim name the rule."""
    why: str = ""
    text: str = ""
    """Its words, shortened to what bears; empty where they are not at hand."""
    then: str = ""
    """Where the text at hand was not in force during all of the facts: since when it is, and what of them it rules."""


class ClauseAgainstLaw(Model):
    """A clause of a document that bears on a claim, and that mandatory law overrides or may override."""

    clause: Locator
    words: str
    """What of it does so, shortened."""
    sign: str
    """The issue of contract review that it has."""
    void: bool
    """Whether it is void, whatever else is so; else that hangs on more than its words."""
    because: str
    basis: tuple[Locator, ...]


class Scenario(Made):
    """The result if the open points named came out so."""

    given: dict[str, str]
    """Fact or concept id and the answer or reading."""
    result: Result


class TimeStep(Model):
    """One step of the question which law applies in time."""

    says: str
    basis: tuple[Locator, ...] = ()


class TimeFinding(Model):
    """Which law applies to facts from before the Civil Code."""

    steps: tuple[TimeStep, ...]
    decides: bool
    """Whether the result stands under it; False: the older law may lead to another."""
    basis: tuple[Locator, ...] = ()
    """What the older law rests the claim on, where all facts lie under it and it is curated."""
    until: date | None = None
    """The last day of the facts, where they all lie under the older law."""


class ClaimFinding(Made):
    """A claim against one respondent."""

    id: str
    title: str
    claimant: str
    """Participant id."""
    respondent: str
    """Participant id."""
    result: Result
    settled: bool
    """Whether no fact that is open or still asked for, or that the burden alone decided, could change the result."""
    at_least_partly: bool = False
    """Whether the claim succeeds at least in part however the open points come out, and how far is open."""
    fails_either_way: bool = False
    """Whether the claim brings nothing, or nothing yet, however the open points come out, and only why is open."""
    first: tuple[str, ...] = ()
    """What has to be done, or which day has to come, before the claim can succeed, where it is premature."""
    unproved: tuple[FactUse, ...] = ()
    """Facts whose later proof would change a result that the burden of proof decided."""
    hangs_on: tuple[str, ...] = ()
    """Titles of facts that nobody told and that have to be asked: with one answer the claim comes out otherwise."""
    capacity: str | None = None
    """How the respondent answers: sole, joint, supplementary, proportionate, compensatory; None while open."""
    capacity_says: str = ""
    capacity_concepts: tuple[str, ...] = ()
    """Ids of the concepts on which it turns in which of several ways the respondent answers."""
    amount: Money | None = None
    """The remedies added up; None when there is no sum, or facts are missing. Never more than was asked for."""
    reckoned: Money | None = None
    """Where facts are missing for some of the remedies: the others added up. Never more than was asked for."""
    asked: Decimal | None = None
    """What the claimant asks for, in yuan, where the form says it."""
    set_off: str = ""
    """What of it was, or may have been, set off with a claim the other way; empty where nothing was."""
    elements: tuple[ElementFinding, ...]
    defences: tuple[DefenceFinding, ...]
    remedies: tuple[RemedyFinding, ...] = ()
    time: TimeFinding | None = None
    """Where facts lie before the Civil Code: which law applies, step by step."""
    forum: str = ""
    """Which court or body is competent."""
    forum_basis: tuple[Locator, ...] = ()
    limitation: str = ""
    limitation_basis: tuple[Locator, ...] = ()
    could_plead: tuple[str, ...] = ()
    """Defences that no court takes up by itself, that nobody raised and that would stand: the hint to their holder."""
    limitation_course: tuple[Step, ...] = ()
    """From the day it began to its last day, as far as the facts say."""
    basis: tuple[Locator, ...]
    scenarios: tuple[Scenario, ...] = ()
    local: tuple[LocalRule, ...] = ()
    """Rules of the place that bear on it, as far as their text is among the documents or in the library."""
    clauses: tuple[ClauseAgainstLaw, ...] = ()
    """Clauses of the documents that bear on it and are void, or may be; none that is told among `void_clauses`."""
    notes: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[ElementFinding | DefenceFinding, ...]:
        """What it turned on: elements, then defences."""
        return (*self.elements, *self.defences)
