"""The result of a dispute: who is liable, why, what is open, what to ask next."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from .base import Model
from .cited_text import CitedText
from .claim import Effect
from .diagnostic import Diagnostic
from .fact import FactValue
from .locator import Locator


class Truth(StrEnum):
    """Three-valued truth."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class Result(StrEnum):
    """Result of a claim against one respondent."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    NOT_SUPPORTED = "not_supported"
    PREMATURE = "premature"
    DEPENDS = "depends"


Proof = Literal[
    "admitted",
    "evidenced",
    "document",
    "several",
    "by_floor",
    "conditional",
    "undisputed",
    "unproved",
    "unknown",
    "unattributed",
    "silent",
    "unread",
    "derived",
    "underived",
    "void",
]
"""How a fact stands: admitted by the other side; backed by evidence; stated by a document of the dispute, or there in
several ways of which none can be chosen (`several`), or as a price that rises with the floor (`by_floor`), or
by a rule of which it is open whether its conditions are given (`conditional`); said and not
denied; said, denied and not backed (`unproved`); said to be unknown; stated without saying of whom, where several could
be meant (`unattributed`); nobody spoke (`silent`), though a document of the dispute has prices that could not be read
(`unread`); follows from other facts, or would if they had been told (`underived`); rests on a clause that mandatory law
overrides (`void`)."""


class RuleCondition(Model):
    """What a rule that states a fact makes its condition, in the words of the rule."""

    says: str
    at: Locator
    unless: bool = False
    """Whether it is an exception: the rule holds where it is not given."""
    fact: str | None = None
    """The fact that tells whether it is given; None where the claim examines it among its own parts."""
    met: bool | None = None
    """Whether the rule holds by it; None where that is open or examined elsewhere."""


class FactUse(Model):
    """A fact the evaluation looked at."""

    fact: str
    title: str
    of: str | None = None
    """Participant id of the party whose fact it is, where it could as well be the other's."""
    value: FactValue | None
    label: str = ""
    """What a choice is called, in Chinese."""
    unit: str | None = None
    proof: Proof
    evidence: tuple[str, ...] = ()
    """What proves it; for a derived fact the figures from which it follows."""
    stated_at: tuple[Locator, ...] = ()
    conditions: tuple[RuleCondition, ...] = ()
    """Of a fact that a rule states: on what the rule depends."""


class OpenReading(Model):
    """A reading of an open concept."""

    id: str
    says: str


class ElementFinding(Model):
    """How an element came out."""

    id: str
    says: str
    truth: Truth
    by_burden: bool = False
    """True when it was decided only because the party that has to prove it did not."""
    premature: bool = False
    """Whether it is one without which the claim is only premature."""
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


class DefenceFinding(Model):
    """How a defence came out."""

    id: str
    says: str
    truth: Truth
    by_burden: bool = False
    effect: Effect
    """Effect in law of the defence as it stands, after any counter-defence."""
    unless: str | None = None
    """The counter-defence that changed the effect."""
    proof: str
    prover: str
    basis: tuple[Locator, ...]
    facts: tuple[FactUse, ...]
    concept: str | None = None
    left_out: tuple[OpenReading, ...] = ()


class Step(Model):
    """One line of a calculation."""

    says: str
    amount: Decimal | None = None


class Supposition(Model):
    """What a sum takes for granted because nobody has stated it; it is asked for."""

    fact: str
    says: str


class Money(Model):
    """A sum with its range and its steps."""

    low: Decimal | None
    """None: how little it may be is left to the court."""
    high: Decimal
    unit: str = "CNY"
    steps: tuple[Step, ...] = ()
    supposing: tuple[Supposition, ...] = ()
    """What would lead to another sum if it were otherwise."""


class RemedyFinding(Model):
    """What the claimant gets, or what is missing to compute it."""

    says: str
    money: Money | None = None
    missing: tuple[FactUse, ...] = ()
    """Facts without which the sum cannot be computed, and how they stand."""
    figures: tuple[Step, ...] = ()
    """What is reckoned with it besides a sum: the day on which the contract ends."""
    terms: tuple[FactUse, ...] = ()
    """What of the documents the sum was computed with: the price, the day of payment, the rate of the penalty."""
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


class Scenario(Model):
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


class ClaimFinding(Model):
    """A claim against one respondent."""

    id: str
    title: str
    claimant: str
    """Participant id."""
    respondent: str
    """Participant id."""
    result: Result
    settled: bool
    """Whether no fact that is open, or that the burden of proof alone decided, could change the result."""
    at_least_partly: bool = False
    """Whether the claim succeeds at least in part however the open points come out, and how far is open."""
    unproved: tuple[FactUse, ...] = ()
    """Facts whose later proof would change a result that the burden of proof decided."""
    capacity: str | None = None
    """How the respondent answers: sole, joint, supplementary, proportionate, compensatory; None while open."""
    capacity_says: str = ""
    amount: Money | None = None
    """The remedies added up; None when there is no sum, or facts are missing. Never more than was asked for."""
    asked: Decimal | None = None
    """What the claimant asks for, in yuan, where the form says it."""
    elements: tuple[ElementFinding, ...]
    defences: tuple[DefenceFinding, ...]
    remedies: tuple[RemedyFinding, ...] = ()
    time: TimeFinding | None = None
    """Where facts lie before the Civil Code: which law applies, step by step."""
    forum: str = ""
    """Which court or body is competent."""
    limitation: str = ""
    limitation_course: tuple[Step, ...] = ()
    """From the day it began to its last day, as far as the facts say."""
    basis: tuple[Locator, ...]
    scenarios: tuple[Scenario, ...] = ()
    local: tuple[LocalRule, ...] = ()
    """Rules of the place that bear on it, as far as their text is among the documents or in the library."""
    notes: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[ElementFinding | DefenceFinding, ...]:
        """What it turned on: elements, then defences."""
        return (*self.elements, *self.defences)


class RecourseFinding(Model):
    """What a respondent who has paid may ask of another."""

    by: str
    """Participant id."""
    against: str
    """Participant id."""
    claim: str
    says: str
    money: Money | None = None
    """None while it is not known what is paid."""
    depends_on: tuple[str, ...] = ()
    """Names of those of whom it is still open whether they owe anything: the recourse hangs on the same points."""
    basis: tuple[Locator, ...] = ()


class PartyFinding(Model):
    """What the claims together mean for a party."""

    id: str
    name: str
    role: str
    claim: str
    claimant: str
    liable: Literal[True, False, "partial", "open"]
    joint_with: tuple[str, ...] = ()
    because: tuple[Locator, ...] = ()


class DeadlineFinding(Model):
    """A period of a route, to the day."""

    says: str
    starts: str | None = None
    """ISO day from which it runs; None: not known."""
    last_day: str | None = None
    """ISO day on which it ends; None where its beginning or its length is not known."""
    passed: bool | None = None
    """Whether the day of the form lies after it."""
    basis: tuple[Locator, ...] = ()


class RouteFinding(Model):
    """A way to have claims of the dispute settled."""

    id: str
    title: str
    says: str
    authority: str
    needs: tuple[str, ...] = ()
    deadlines: tuple[DeadlineFinding, ...] = ()
    claims: tuple[str, ...]
    """Claims that it fits."""
    basis: tuple[Locator, ...] = ()


class BodyTask(Model):
    """What a public body has to do with a matter."""

    party: str
    """Kind of party."""
    role: str
    """Id of `rules/roles.yaml`: leads, acts, supervises, assists."""
    basis: tuple[Locator, ...] = ()


class PublicBodies(Model):
    """Who has to act on a report: who leads, acts, supervises, assists."""

    matter: str
    title: str
    says: str = ""
    tasks: tuple[BodyTask, ...]
    reports: tuple[Locator, ...] = ()
    """Norms by which the provider and others have to stop the thing and report it."""
    local_reports: tuple[Locator, ...] = ()
    """Where local texts have others report this very thing, or say where to complain of it."""
    nobody_leads: bool
    """Whether several bodies have to do with it and the texts put none of them in the lead."""
    claims: tuple[str, ...]
    """Claims beside which it stands."""
    basis: tuple[Locator, ...] = ()
    otherwise: str = ""
    """What holds instead of `says` where a provision of `basis` does not apply; empty in an analysis."""


class ChainFinding(Model):
    """Who is left to pay: the chain of `rules/chains`, in the order in which to try."""

    id: str
    title: str
    says: str
    who: tuple[str, ...]


class OpenConcept(Model):
    """A concept the law leaves open and a result turns on."""

    id: str
    title: str
    question: str
    readings: tuple[OpenReading, ...]
    """Those that can be held in the case."""
    left_out: tuple[OpenReading, ...] = ()
    """Those that the facts rule out."""
    factors: tuple[str, ...] = ()
    figures: tuple[Step, ...] = ()
    """Figures that help to judge: an agreed penalty beside the loss."""
    claims: tuple[str, ...]
    """Claims that turn on it."""
    basis: tuple[Locator, ...] = ()
    vague_in: tuple[Locator, ...] = ()


class Question(Model):
    """What to ask next: facts, or readings to choose, that together settle a claim or its sum."""

    ids: tuple[str, ...]
    """Fact ids; concept ids where a reading has to be chosen."""
    questions: tuple[str, ...]
    """In plain Chinese, one for each id."""
    claim: str
    respondent: str
    purpose: Literal["result", "amount"]
    outcomes: tuple[Scenario, ...] = ()
    """The result for each combination of answers."""
    conditions: tuple[RuleCondition, ...] = ()
    """Conditions of rules of which it asks whether they are given."""
    evidence: tuple[str, ...] = ()


class Argument(Model):
    """The explanation as a tree; every sentence that rests on law carries its locators."""

    says: str
    kind: Literal[
        "whole",
        "claim",
        "time",
        "element",
        "role",
        "defence",
        "capacity",
        "limitation",
        "remedy",
        "recourse",
        "clause",
        "fact",
        "step",
    ] = "fact"
    truth: Truth | None = None
    """Of elements, defences: how they came out."""
    basis: tuple[Locator, ...] = ()
    parts: tuple["Argument", ...] = ()


class Sentence(Model):
    """One sentence of the explanation and what it rests on."""

    says: str
    basis: tuple[Locator, ...] = ()


class VoidClause(Model):
    """A clause of the dispute's documents that mandatory law overrides."""

    clause: Locator
    says: str
    overridden_by: tuple[Locator, ...]
    reason: str


class Analysis(Model):
    """Everything `propertylaw.analyze` finds out."""

    title: str = ""
    on: str
    place: str
    names: dict[str, str] = Field(default_factory=dict)
    """Participant ids and names."""
    documents: dict[str, str] = Field(default_factory=dict)
    """Instrument ids of the user's documents (`doc:合同`) and the titles by which pages cite them."""
    claims: tuple[ClaimFinding, ...]
    parties: tuple[PartyFinding, ...]
    recourse: tuple[RecourseFinding, ...] = ()
    void_clauses: tuple[VoidClause, ...] = ()
    routes: tuple[RouteFinding, ...] = ()
    """Ways to have the claims settled that are not refused."""
    public_bodies: tuple[PublicBodies, ...] = ()
    """Who has to act on a report of what the dispute is about."""
    chains: tuple[ChainFinding, ...] = ()
    """Where a debtor has gone: who else may have to pay."""
    open_concepts: tuple[OpenConcept, ...] = ()
    decisive: tuple[Question, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[CitedText, ...] = ()
    """For each provision of law cited anywhere above, whether its text is at hand."""
    argument: Argument
    prose: tuple[Sentence, ...] = ()
    """The argument as sentences to be read out."""
