"""Claims as curated law: basis, elements, burden of proof, defences, remedies."""

from datetime import date
from enum import StrEnum
from typing import Literal

from .base import Model, PartyIds
from .locator import Locator


class Effect(StrEnum):
    """What an established defence does to the claim."""

    BARS = "bars"
    """The claim cannot be enforced."""
    EXTINGUISHES = "extinguishes"
    """The claim is gone, wholly."""
    SUSPENDS = "suspends"
    """The claim is premature."""
    REDUCES = "reduces"
    """The claim shrinks."""
    DEFEATS = "defeats"
    """The remedies that the defence touches are gone, the others stay; with the last of them the claim is gone."""
    FULFILS = "fulfils"
    """What the remedies that it touches would order is done, and nothing is left to order. That takes nothing from
    who asks for the rest; where there is no rest the claim is gone."""
    MEASURES = "measures"
    """The claim stands; the sum is measured by it (cost taken off common income)."""
    RULED_OUT = "ruled_out"
    """Often raised, and the law says that it does not help; the report says so."""


Side = Literal["claimant", "respondent"]
"""Who of the two must prove something."""


class BasisOnly(Model):
    """Places that are cited only in some cases: of owners and not of the provider, or where nothing was written."""

    when: str
    """Expression over facts."""
    basis: tuple[Locator, ...]


class Citing(Model):
    """Part of a claim with the places on which it rests."""

    basis: tuple[Locator, ...] = ()
    basis_only: tuple[BasisOnly, ...] = ()
    """Of these places: what counts only on a condition."""


class Element(Citing):
    """A condition of the claim."""

    id: str
    says: str
    """In Chinese, what has to be given."""
    when: str
    """Expression over facts."""
    proof: Side
    """Who bears the burden of proof: loses on this element when it stays unproved."""
    basis: tuple[Locator, ...]
    concept: str | None = None
    """Open concept on which the element turns once `when` is given."""
    premature: bool = False
    """Whether the claim is only premature while the element is not given: a time that has to go by, an authority that
    may still be had."""
    first: str = ""
    """What has to be done first, where the claim is premature without the element; in Chinese."""
    kinds: tuple[str, ...] = ()
    """Expressions, each for a kind of charge that gives it by itself: a defence to one kind is none to another."""
    told_with: tuple[str, ...] = ()
    """Expressions on which it does not turn, whose facts are told with it where they hold: why what is done is wrong,
    where the contrary is a defence."""


class CounterDefence(Citing):
    """A counter-defence: takes the effect of a defence away or gives a ruled-out one an effect after all."""

    says: str
    when: str
    effect: Effect | None = None
    """Effect instead; None: the defence has none."""
    proof: Side = "claimant"
    """Who relies on it and must prove it."""
    concept: str | None = None
    """Open concept on which it turns once `when` is given."""
    calc: str | None = None


class Defence(Citing):
    """What the respondent may answer."""

    id: str
    says: str
    when: str
    effect: Effect
    proof: Side = "respondent"
    basis: tuple[Locator, ...]
    concept: str | None = None
    unless: CounterDefence | None = None
    calc: str | None = None
    """For `reduces` and `measures`: the calculation that says by how much; None: left to the court."""
    usual: str | None = None
    """For `reduces`, where the court says by how much: the calculation of what is generally left at most."""
    leaves: str | None = None
    """For `measures`: the calculation that says how much is owed at most, of all remedies together."""
    down_to: str | None = None
    """For `reduces`: the number below which it brings nothing (the loss); what others take off goes first."""
    of_office: bool = False
    """Whether the court looks at it though nobody raises it: a time after which the right itself is gone."""
    touches: tuple[str, ...] = ()
    """Ids of the remedies it reduces, defeats or fulfils; empty: all."""
    asked: str = "true"
    """Expression under which what it touches is asked for. That is no part of what its holder has to prove: a loss that
    is disputed and not proved is asked for all the same."""
    first: str = ""
    """What has to be done first, where the defence makes the claim premature; in Chinese."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The open concepts on which it turns, its own and that of its counter-defence."""
        return tuple(filter(None, (self.concept, self.unless.concept if self.unless else None)))


class Recourse(Model):
    """What a respondent who paid may ask of others."""

    says: str
    against: PartyIds = ()
    """Kinds of respondents who bear it in the end; empty: those jointly liable, each for his internal share."""
    from_kinds: tuple[str, ...] = ()
    """From those who answer beside him in another way, by its kind: how much is for the court to say."""
    share: str | None = None
    """Fact that says the internal share of each jointly liable; where it is not known the shares are equal."""
    weighed_where: str | None = None
    """Fact with which shares that are not known are for the court to weigh instead."""
    own_share: str | None = None
    """Fact that says which share of the whole is his own in the end: he may ask for the rest at most, and how much of
    it is for the court to weigh."""
    turns_on: str | None = None
    """Fact without which there is none (gross fault of an employee); how much of it is then left to the court."""
    of_whom: str | None = None
    """Fact that has to stand of him who is to bear it in the end (that the fault was his), whether or not the claimant
    gets anything from him."""
    not_of: str | None = None
    """Fact that says that somebody else bears it for him: whose employee he is."""
    basis: tuple[Locator, ...] = ()

    @property
    def facts(self) -> tuple[str | None, ...]:
        """The facts that it names."""
        return self.share, self.weighed_where, self.own_share, self.turns_on, self.of_whom, self.not_of


class Capacity(Citing):
    """In which way a respondent answers."""

    kind: Literal["sole", "joint", "several", "supplementary", "proportionate", "compensatory"]
    says: str
    when: str = "true"
    where: str | None = None
    """Concept on which it turns, where `when` is so, whether he answers in this way or in one of those behind it."""
    share: str | None = None
    """Fact that says for which share of the whole the respondent answers, or between which bounds it lies."""
    of_claimant: bool = False
    """Whether that share is the claimant's own part of what belongs to several, and so all that he asks for."""
    rest_after: str | None = None
    """Fact that says which share others answer for before: this respondent answers for the rest."""
    rest_where: str | None = None
    """Concept without which those others answer for nothing, so that the rest is the whole."""
    shared_among: str | None = None
    """Fact that says among how many who answer in this way the rest is divided: not jointly, and how is for the court
    to say, which begins with equal parts."""
    division: str | None = None
    """Concept on which it turns how the loss is divided where several answer in this way."""
    recourse: Recourse | None = None
    further_recourse: Recourse | None = None
    """From others than those of the first."""

    @property
    def recourses(self) -> tuple[Recourse, ...]:
        """All recourse of who answers in this way."""
        return tuple(filter(None, (self.recourse, self.further_recourse)))

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it names, its recourse with it."""
        inside = [name for one in self.recourses for name in one.facts]
        return tuple(filter(None, (self.share, self.rest_after, self.shared_among, *inside)))


LossKind = Literal[
    "once", "lasting", "either", "of_breach", "kept_back", "overstayed", "cut_off", "kept_out", "held", "of_person"
]
"""How a loss arises, for limitation: once, or from day to day as long as something goes on, or either."""


class Remedy(Citing):
    """What the claimant gets."""

    id: str
    says: str
    calc: str | None = None
    """Calculation of the registry; None: no sum of money, or one that the court assesses."""
    accessory: bool = False
    """Reckoned on what defences leave of each instalment of the remedy before it (a late fee follows its debt)."""
    when: str = "true"
    loss: LossKind | None = None
    """How the loss arises that it makes good: the defences of limitation against it follow (`limitation_of_loss`).
    None: the claim itself says what limitation does."""
    asked_by: str | None = None
    """Fact that says that the claimant asks for it too: else it is told as what he could ask for, outside the sum."""
    follows: str | None = None
    """Id of the claim for the debt that it follows: reckoned on what defences against that claim leave of each
    instalment (a late fee that is asked for by a claim of its own)."""
    instead_of: str | None = None
    """Id of the remedy that makes good the same loss: the claimant gets one of the two."""
    figures: str | None = None
    """Figures of the registry that are told with it: the day on which the contract ends."""
    money: bool = False
    """Whether it is money though it is no loss and no calculation reckons it: costs that are still to come."""
    interest_on: str | None = None
    """Id of the remedy before it whose sum it is interest on: as that sum shrinks by defences, it shrinks."""

    @property
    def only_follows(self) -> bool:
        """Whether it is owed only because another sum is or was: a late fee, interest."""
        return self.accessory or self.follows is not None or self.interest_on is not None

    @property
    def pays(self) -> bool:
        """Whether it gives money, reckoned or assessed by the court; an order gives none."""
        return self.calc is not None or self.unreckoned

    @property
    def unreckoned(self) -> bool:
        """Whether it gives money of which nothing here tells how much."""
        return self.calc is None and (self.loss is not None or self.money)


class Respondent(Model):
    """One kind of respondent of a claim, with what holds for it alone."""

    role: PartyIds
    doer: tuple[str, ...] = ()
    """Facts that say that somebody did the thing himself: of whom one is told answers under this head, whatever his
    role."""
    elements: tuple[Element, ...] = ()
    defences: tuple[Defence, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    remedies: tuple[Remedy, ...] = ()


class Limitation(Model):
    """Limitation of action."""

    years: int | None
    """None: the claim is not subject to limitation."""
    says: str
    basis: tuple[Locator, ...]
    starts: str | None = None
    """Fact that says from which day it runs; None: from several days, or left to the calculations."""
    demands: str | None = None
    """Fact that says on which days the creditor demanded."""
    reports: bool = False
    """Whether harm of this kind is reported to the police, which interrupts it too (`crime_reports`)."""
    earlier: Literal["body", "deposit"] | None = None
    """What is claimed, where the older law always gave it a shorter time."""
    figures: str | None = None
    """Figures of the registry that tell its course: where the day from which it runs follows from other facts, or for a
    time that is no limitation, such as the year for having a decision revoked."""


class TimeChoice(Model):
    """Which law applies to facts from before the Civil Code."""

    says: str
    applies: Literal["older", "code", "both"]
    """The law of that time, the code, or each to its own part."""
    basis: tuple[Locator, ...]


class TimeRule(Model):
    """The rule on time for a kind of matter."""

    id: str
    title: str
    before: TimeChoice
    """All of the facts lie before the code."""
    across: TimeChoice
    """They reach into its time."""


class ClaimTime(Model):
    """How the time of a claim's facts is told."""

    rule: str
    """Id of `rules/times.yaml`."""
    starts: tuple[str, ...]
    """Facts whose days, or the time for which they hold, say when the matter began."""
    ends: tuple[str, ...] = ()
    """The same for its end; without any day it lasts to the day of the form, unless it is told to be over."""
    over: tuple[str, ...] = ()
    """Facts that say that it is over."""
    goes_on: tuple[str, ...] = ()
    """Facts that say that it goes on: over once one of them is denied for sure and none is so."""


class OlderLaw(Model):
    """The basis of a claim before the Civil Code."""

    since: date | None = None
    until: date
    says: str
    """What it gave, in our own words."""
    differs: str = ""
    """In what its result may differ from that of the code; empty: the same."""
    differs_when: str = "true"
    """Condition on which the difference matters; what nobody raised does not, what is open or unproved does."""
    same_when: str = "false"
    """Condition on which another rule of that law leads to the same result all the same, once it is known to be so."""
    demands_too: tuple[str, ...] = ()
    """Ids of the elements that it demanded as the code does: where one of them fails, the claim failed under it too."""
    refuses_too: tuple[str, ...] = ()
    """Ids of the defences that it knew as the code does: where one is given, the claim failed under it too. Those of
    limitation need not be named: time is reckoned by the law of the day."""
    reckoned: str = ""
    """What differs and the calculations already take from the law of that day."""
    text_at_hand: bool = False
    basis: tuple[Locator, ...]

    def covers(self, start: date, end: date) -> bool:
        """Whether it applied on a day between the two."""
        return (self.since or date.min) <= end and start <= self.until


class Claim(Citing):
    """A claim basis (请求权基础). What it cites only on a condition counts so in all of its parts."""

    id: str
    title: str
    topic: str
    claimant: PartyIds
    respondents: tuple[Respondent, ...]
    basis: tuple[Locator, ...]
    elements: tuple[Element, ...] = ()
    """Common to all respondents."""
    defences: tuple[Defence, ...] = ()
    """Open to all respondents."""
    remedies: tuple[Remedy, ...] = ()
    limitation: Limitation | None = None
    time: ClaimTime | None = None
    older_law: tuple[OlderLaw, ...] = ()
    """What applied to facts before the Civil Code, oldest first."""
    forum: str = ""
    forum_basis: tuple[Locator, ...] = ()
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Traps and doubts a reader should know, in Chinese."""

    @property
    def answering(self) -> PartyIds:
        """The kinds of parties that may be respondents, each once, in the order of the claim."""
        return tuple(dict.fromkeys(role for head in self.respondents for role in head.role))
