"""Facts: the vocabulary (`FactDefinition`, from `rules/facts/`) and the statements of a dispute (`Fact`)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, Strict

from .base import Model, PartyId, PartyIds
from .locator import Locator

FactType = Literal["boolean", "number", "date", "text", "choice"]
FactValue = Annotated[bool, Strict()] | Decimal | Annotated[date, Strict()] | str
"""A number never becomes a truth value or a date."""


class ConditionFact(Model):
    """A fact that tells whether a condition in the words of a norm is given."""

    words: str
    """Regular expression that the condition must match."""
    fact: str


class Delay(Model):
    """The facts that tell of a delay how long it was: by its stages a penalty may be agreed."""

    due: str
    """The day in time."""
    late: str
    """How many days it lasted."""
    ended: str
    """The day it ended: where the day in time is not told, it follows from these two."""


class Raise(Model):
    """The facts that tell of a price that is said to be raised: a paper that only brings the raise is not measured by
    itself."""

    told: str
    """Whether anybody speaks of a raise."""
    charged: str
    """The price that is charged."""


class Supply(Model):
    """How a document states a fact: which of its norms to look for, and what to take from them."""

    parties: PartyIds = ()
    """Kinds of parties the document must be between; alone, the document's existence makes a boolean fact true."""
    topic: str | None = None
    """Topic the norm must carry; None: any."""
    modality: tuple[str, ...] = ()
    """Any of these; empty for all."""
    bearer: PartyId | None = None
    unit: str | None = None
    """Take the quantity with this unit; None: the clause's existence makes a boolean fact true."""
    context: str | None = None
    """Regular expression that the words around the quantity must match; without a unit, what the norm does;
    with neither topic nor unit these words alone tell it."""
    sign: str | None = None
    """The sign of contract review that the clause must have; what has it is void and states nothing, but with `exists`
    it is there, whatever becomes of it."""
    only: tuple[str, ...] = ()
    """Of the signs those that say one of this; empty: all."""
    undivided: bool = False
    """Without a unit: only where the sentence of the norm gives no share, all of it was understood, and it speaks of
    more than a part of the matter (a topic within this one); void is what it says of a part as well."""
    take: Literal[
        "value",
        "every_months",
        "month_of_period",
        "by_calendar",
        "exists",
        "remaining",
        "reduction",
        "last_day",
        "on_price",
        "to_day_before",
        "by_day",
        "start",
        "start_nth",
        "start_day",
    ] = "value"
    """What to take from the quantity; `exists`: that there is one makes a boolean fact true; `by_calendar`: that its
    month is one of the calendar; `remaining`, `reduction`:
    the share that remains or is taken off, however it is put; `last_day`: of the time that a sentence names;
    `by_day`: of a rate by the month or the year, for each day of a year; `on_price`: that a penalty is a share of the
    whole price; `to_day_before`: that it runs to the day before the delay ended; `start`, `start_nth`, `start_day`:
    after what it begins, on which day after that, on which day."""
    documents: Literal["any", "contract", "service_contract", "statute"] = "any"
    """`service_contract`: a contract, unless its title tells that it is about another matter, such as a lease."""
    conditions: tuple[ConditionFact, ...] = ()
    """Which facts tell whether the conditions of the norm are given, the first that matches."""
    examined: str | None = None
    """Regular expression of conditions that the claims examine themselves."""
    otherwise: str = "rule_conditions_met"
    """The fact that tells whether any other condition of a norm of a text of law is given."""
    by: tuple[str, ...] = ()
    """Facts that select the line of a schedule, the first first: choices by their words (dwelling, high-rise), the size
    of the dwelling by the bounds of the line."""

    delay: Delay | None = None
    """For a penalty that may change with the length of a delay: of which."""
    begins: str | None = None
    """For the month of a period that is told as one of the calendar: the fact that tells with which month of the
    calendar periods begin."""
    stands_with: str | None = None
    """The fact with which the clause stands, though mandatory law overrides it without: that the owners decided it."""
    raised: Raise | None = None
    """For a price as it was before a raise: what tells of the raise."""

    @property
    def of_contract(self) -> bool:
        """Whether only contracts state it."""
        return self.documents in ("contract", "service_contract")

    @property
    def looks_at(self) -> tuple[str, ...]:
        """Facts that tell which of its lines holds, or when."""
        delay = (self.delay.due, self.delay.late, self.delay.ended) if self.delay else ()
        raised = (self.raised.told, self.raised.charged) if self.raised else ()
        single = tuple(id for id in (self.begins, self.stands_with) if id)
        return (*self.by, *delay, *raised, *single)

    @property
    def deciding(self) -> tuple[str, ...]:
        """Facts that tell whether a condition of the norm is given."""
        own = tuple(condition.fact for condition in self.conditions)
        return own if self.of_contract else (*own, self.otherwise)


class LocalStatement(Model):
    """What a local text is known to say of a fact, whether or not its words are at hand."""

    at: Locator
    says: str
    """Its conditions, in the words of these rules."""
    value: FactValue = True
    where: str = "true"
    """What has to be known to be so for it to speak at all."""
    unless: str = "false"
    """What has not to be known to be so: where the facts lie before it came into force, or are of another kind."""
    asks: str | None = None
    """The fact that tells whether its conditions are given; None where the claims examine them."""


class FactDefinition(Model):
    """A kind of fact that claims ask for."""

    id: str
    title: str
    type: FactType
    question: str
    """The question an interviewer asks, in plain Chinese."""
    aliases: tuple[str, ...] = ()
    """Other ids under which forms may still name it: who writes one of them is told this one."""
    asked_of: dict[PartyId, str] = Field(default_factory=dict)
    """The same where it is about somebody in one of these roles, of whom it would be put otherwise: the party whose
    fact it is, else the respondent."""
    asked_where: dict[str, str] = Field(default_factory=dict)
    """The same where another true-or-false fact is known to be so, by its id: a theft is asked about in other words
    than a fall."""
    of: PartyIds = ()
    """Roles whose fact it is; empty: a fact of the whole dispute."""
    whose: Literal["claimant", "respondent", "either"] | None = None
    """Whose fact it is of the two parties of a claim; None: of the one whose role `of` names. Without `of`: whoever
    that party is. `either`: the claimant's where his role is one of `of`, else the respondent's."""
    of_teller: bool = False
    """Whether it is what its holder himself knew or signed: told of nobody by name by one of several who could be
    meant, it is his alone; told by anybody else it counts for each of them."""
    each_claimant: bool = False
    """For a fact of the whole dispute: whether of several claimants each has his own (his loss, the house he lives in).
    Told of nobody by name it then belongs to the one who tells it. For a fact of the respondent: whether he did it to
    each of them by itself (that he holds her data), and `towards` says to whom."""
    shared_with: PartyIds = ()
    """Roles of those for whom it counts as well where it is told of somebody in another of its roles, and of nobody of
    theirs: that his tenant did it makes a landlord liable with him."""
    told_as: dict[PartyId, str] = Field(default_factory=dict)
    """Of somebody in one of these roles, the fact that says the same where nobody tells this one."""
    shared_through: str | None = None
    """For a fact that is shared: the fact that has to stand of whom it is shared with; None: it always is."""
    each_claim: bool = False
    """Whether each of several claims in a dispute may have its own (the day of the act, the sum of the loss): a blank
    form for several asks for it once for each, and writes which one it is about."""
    block: str = ""
    """For a derived fact: heading of a part of its own in a blank form for what it is reckoned from, which says who can
    skip it. Of two that read the same fact the first takes it."""
    told_by: Literal["claimant", "respondent"] | None = None
    """For a step that one side takes: the side that relies on it. Said by a party, and of nobody by name, it belongs to
    the claims in which that party is this side."""
    answers: bool = False
    """Whether the respondent says it in answer, and whose it is follows from who says it (a set-off): a blank form
    writes him into the line."""
    of_two: bool = False
    """Whether it is between two people (a set-off): who says it, and the one to whom it was said (`towards`); it is
    nothing to anybody else."""
    towards_claimant: bool = False
    """For what the respondent does for the claimant (a payment): `towards` says for which of several claimants."""
    performs: bool = False
    """For a sum: whether it was paid on what is claimed, and so leaves less of it."""
    plea: str = ""
    """For a plea that a court may not take up by itself (limitation): what its holder is told where nobody raised it
    and the defence would stand. Without it the defence is neither told nor asked about; empty for all other facts."""
    judged_for: Literal["claimant", "respondent"] | None = None
    """For a judgement on what happened (that somebody was without fault, that a request is abusive), and for what one
    can prove: the side that it helps. The word of that side alone, with no evidence, is an argument that nobody had
    occasion to admit: it is not proved."""
    inferred: tuple[Locator, ...] = ()
    """For what a court may infer from the course of events by common experience, that harm would not have come about:
    the rules by which it does. Disputed and without evidence of its own it is open, not lost by the burden of proof."""
    unit: str | None = None
    choices: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """For `choice`: value and the words a document uses for it, the first is its title."""
    proof: PartyIds = ()
    """Who usually has to prove it, or holds the evidence."""
    evidence: tuple[str, ...] = ()
    """Usual means of proof."""
    stated_in: tuple[Supply, ...] = ()
    """How documents of the dispute can state it."""
    local: tuple[LocalStatement, ...] = ()
    """What local texts say of it at their place, where no document and nobody else states it."""
    clause_about: str | None = None
    """Topic of the clauses of a contract that leave this fact to be told: that a thing happened for which they provide.
    Where nobody spoke of it, such a clause is shown with it."""
    calc: str | None = None
    """Calculation of the registry that derives it from other facts; such a fact is not asked for."""
    figures: str | None = None
    """The figures of the registry that are told with it where it holds: from which a derived fact follows."""
    default: bool | None = None
    """For rules and clauses that somebody must point to: the value when nobody and no document does; for a derived
    fact: what counts, and is told as unknown, where it cannot be derived."""
    taken_from: tuple[str, ...] = ()
    """For a true-or-false fact: claims whose being raised says that it is so, where nobody says anything else."""
    claimed_beside: tuple[str, ...] = ()
    """The same of claims raised between the same two parties."""
    shown_by: str | None = None
    """For what has been found out (who threw a thing): the fact that tells of a person that it was he. Where it stands
    of anybody, this one is so; where it was told and is not proved, this one is not, unless it has evidence of its
    own."""
    follows_from: tuple[str, ...] = ()
    """For a true-or-false fact: what says so where nobody speaks of it: a detail of it, a sum, a day that has come. A
    detail that is proved also proves what was only said in general and denied; one in doubt leaves it in doubt."""
    follows_among_others: tuple[str, ...] = ()
    """What says so too, one way in which it may be so among others: in doubt it leaves it untold."""
    follows_where_not: tuple[str, ...] = ()
    """The same of facts that say so where they are not so: that a flat does not stand empty since it was had."""
    shows_for_all: bool = False
    """For a detail that is told of a person: whether what follows from it is so for everybody (that one of the parents
    says they are divorced)."""
    opposite: str | None = None
    """Its title where it is not so: what who denies it has to prove, where the burden is his."""
    not_so: str = ""
    """For a true-or-false fact without an `opposite` of its own: how people say that it is not so."""
    inner: bool = False
    """For a derived fact: whether it is a step of the rules by themselves (how many grounds are arguable). Pages do not
    tell it, only the figures from which it follows."""
    counted_as: str = ""
    """What would be counted twice where a defence takes something off by it, and a claim the other way asks for that:
    同一瑕疵."""
    refuted_by: tuple[str, ...] = ()
    """For a true-or-false fact that speaks of everything (no measure at all, all duties done): facts each of which
    shows that it is not so, where that stands and is proved as well as this one."""
    ruled_out_by: tuple[str, ...] = ()
    """For a true-or-false fact of which nobody speaks: facts each of which, where it stands, leaves no room for it (all
    that was agreed was done: then nothing of it was left undone)."""
    ended_by: tuple[str, ...] = ()
    """For what goes on: days each of which, once it has come, ended it. Where nobody speaks of it, it is not so any
    more, unless a detail of it goes on that such a day would have ended as well."""
    asked_with: str | None = None
    """A true-or-false fact that makes this one a question where nobody has spoken of it: whether the conditions of a
    rule are given that a document states. Unless it is so, no concept weighs this one, and it is not asked. One with a
    `default` counts as that until it is answered."""
    spared_by: tuple[str, ...] = ()
    """Facts that leave nothing of this one to ask, once the other side admitted them all: who admits that the fees of a
    stretch are unpaid paid none of them. A true-or-false one is not so then, until somebody tells it."""
    reading_of: str | None = None
    """For a true-or-false fact that a calculation takes one way while the law leaves it open: the concept. Where it
    is a question (`asked_with`) and nobody answers it, sums are reckoned either way and the concept is told."""
    several: bool = False
    """Whether each statement counts for itself: days of several demands, several late sums. Otherwise statements that
    differ for the same time contradict each other."""
    may_lie_ahead: bool = False
    """For days: whether it may lie after the day of the form (an agreed end, a day of payment)."""
    minimum: Decimal | None = None
    """For numbers: the least value that makes sense."""
    maximum: Decimal | None = None
    """For numbers: the greatest."""
    exceptional: bool = False
    """For numbers: whether it is told only where something other than the usual was agreed or asked for; without it the
    usual counts, and nobody is asked."""
    asked_once_told: bool = False
    """For numbers that are mostly naught and for the other side to tell: whether one is asked for only where the form
    tells it of somebody (then perhaps of others too)."""
    usual: Decimal | None = None
    """For numbers: what is hardly ever exceeded; more is told as a possible slip."""

    @property
    def directed(self) -> bool:
        """Whether one may say towards whom it was done."""
        return self.reaches_debtors or self.of_two or self.towards_claimant or self.done_to_claimant

    @property
    def reaches_debtors(self) -> bool:
        """Whether it is a step of the creditor, of which one may say whom it reached."""
        return self.several and self.whose == self.told_by == "claimant"

    @property
    def done_to_claimant(self) -> bool:
        """Whether it is what a respondent did to one claimant, which may be otherwise for another."""
        return self.each_claimant and (self.whose == "respondent" or bool(self.of))

    def admits(self, number: Decimal) -> bool:
        """Whether a number lies between the bounds that make sense."""
        least, most = self.minimum, self.maximum
        return (least is None or number >= least) and (most is None or number <= most)

    def in_words(self, value: FactValue | None) -> str:
        """That it is so, or is not, where a title says it by itself; empty for other values."""
        return {True: self.title, False: self.opposite or self.not_so}.get(value, "") if isinstance(value, bool) else ""

    def by_default(self, value: FactValue | None) -> bool:
        """Whether a derived fact only is not so because nothing tells it, and there are no words for that."""
        return value is False and self.default is False and not self.in_words(False)

    def label(self, value: FactValue | None) -> str:
        """What a choice is called, in Chinese; empty for other values."""
        words = self.choices.get(value) if isinstance(value, str) else None
        return words[0] if words else ""


class Fact(Model):
    """A statement about the dispute: whose fact it is, its value, who says so and who denies it."""

    id: str = Field(examples=["floor_area"])
    of: str | None = None
    """Participant id whose fact it is; None: of the whole dispute, or the only participant of its role."""
    value: FactValue | None = None
    """None: explicitly unknown."""
    low: Decimal | None = Field(default=None, alias="min")
    """For a number that is known only to lie between two bounds: the lower, and then no value."""
    high: Decimal | None = Field(default=None, alias="max")
    unit: str | None = None
    since: date | None = Field(default=None, alias="from")
    until: date | None = Field(default=None, alias="to")
    towards: tuple[str, ...] = ()
    """For a step of the creditor (a demand, a suit): participant ids of the debtors whom it reached; empty: all whom he
    claims from. For what is between two people (a set-off): with whom."""
    claim: str | None = None
    """The claim that it is about, where the form raises several and it belongs to one; None: to each that asks."""
    said_by: str | None = None
    admitted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """What proves it, free words; a document of the dispute by its file name."""
    stated_at: tuple[Locator, ...] = ()
    """Clauses of the dispute's documents that state it; filled in by the library, not by the form."""
