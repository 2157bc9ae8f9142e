"""The facts of a dispute as they stand: what the form says, what a document states, what follows from other facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from propertylaw.model import (
    Dispute,
    Fact,
    FactDefinition,
    FactUse,
    FactValue,
    Locator,
    Participant,
    PartyId,
    Proof,
    RuleCondition,
    Step,
)
from propertylaw.rulebook.calculations import (
    DERIVED,
    FIGURES,
    Denier,
    MissingFactsError,
    Period,
    Teller,
    UndecidedError,
)
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.calculations.sums import yuan
from propertylaw.rulebook.exclusions import excluding
from propertylaw.rulebook.expression import ROLES

from .between_bounds import at_ends, range_in_words, told_between
from .implied import implied, proved_by_detail
from .known import (
    NOT_PROVED,
    SAID_ALONE,
    Known,
    Supposed,
    at_either_end,
    each,
    filled_up,
    fixed,
    has_evidence,
    reconciled,
    strength,
)
from .relied_on import ReliedOn
from .statements import Statements
from .truth import OPEN, SILENT, UNPROVED, Code
from .whose import could_be_either

_SILENT = Known(None, "silent")
_UNATTRIBUTED = Known(None, "unattributed")
_BOTH = 2
_ANYTHING = frozenset({"*"})
"""What a fact rests on that needs itself, or is found under several ways in which others may lie."""
_SAID_TO_BE_UNKNOWN: tuple[Proof, ...] = ("unknown", "unclaimed")
_GAPS: dict[Proof, Code] = {"silent": SILENT, "unread": SILENT, **dict.fromkeys((*NOT_PROVED, "void"), UNPROVED)}
"""What a fact without a value counts as; OPEN where it stands in no other way."""


class Documents(Protocol):
    """What the documents of the dispute state."""

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """The fact as the documents state it, in order of time; the values of other facts select the line of a
        schedule. Empty where they do not."""

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Where documents speak of prices in the unit of the fact that nothing could be read from."""

    @property
    def not_understood(self) -> frozenset[str]:
        """The facts of which a clause speaks that was not understood."""

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Those clauses, but for any of which the form tells something: whoever told it has read it."""


class NoDocuments:
    """A dispute without documents."""

    not_understood: frozenset[str] = frozenset()

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """Nothing is stated."""
        return ()

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Nothing is there to be read."""
        return ()

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Nothing is there to be understood."""
        return ()


class GrantedBeside(NamedTuple):
    """What is so for the other claims of a dispute because one of them succeeds."""

    claim: str
    facts: tuple[str, ...]
    says: str
    basis: tuple[Locator, ...]
    whose: str | None
    """The party whom the claims must concern; None: whomever."""
    not_for: frozenset[str]
    """Claims that do not rest on it: the one that brings it about, and those that exclude it."""


@dataclass(frozen=True)
class CaseFile:
    """A dispute with the vocabulary of facts and its documents."""

    dispute: Dispute
    facts: Mapping[str, FactDefinition]
    documents: Documents
    unclear: Collection[str] = ()
    """Facts stated of nobody by name, of which it has to be asked whose they are: they count for nobody yet."""
    undirected: Collection[str] = ()
    """Facts of which it has to be asked to which of several claimants it was done: they count for nobody yet."""
    unplaced: Collection[tuple[str, str | None]] = ()
    """Facts, and of whom they are told, of which it has to be asked of which event: they count for none yet."""
    assumed: Mapping[str, Supposed] = field(default_factory=dict)
    """Facts set for the sake of argument; they go before everything else. None: nobody spoke of it."""
    granted: tuple[GrantedBeside, ...] = ()
    """What other claims of the dispute bring about."""
    said: Mapping[str, list[Fact]] = field(init=False, repr=False, compare=False)
    """The statements of the form on each fact."""

    def __post_init__(self) -> None:
        said: dict[str, list[Fact]] = {}
        for fact in self.dispute.facts:
            said.setdefault(fact.id, []).append(fact)
        object.__setattr__(self, "said", said)

    def between(
        self,
        claimant: Participant,
        respondent: Participant,
        answers_as: Collection[PartyId] = (),
        relied: Callable[[], ReliedOn] = ReliedOn,
    ) -> PairFacts:
        """The facts as they stand between two parties, in a claim that may be answered in these roles, and in which the
        two rely on these facts."""
        return PairFacts(self, claimant, respondent, answers_as, relied)

    def about(self, claim: str) -> CaseFile:
        """The dispute as one of its claims sees it: without what the form says of another, and without what it says in
        general where it speaks of this one."""
        facts = self.dispute.facts
        own = {(fact.id, fact.of) for fact in facts if fact.claim == claim}
        seen = tuple(one for one in facts if one.claim == claim or (not one.claim and (one.id, one.of) not in own))
        granted = tuple(one for one in self.granted if claim not in one.not_for)
        if seen == facts and granted == self.granted:
            return self
        return replace(self, dispute=self.dispute.model_copy(update={"facts": seen}), granted=granted)

    def assuming(self, facts: Mapping[str, Supposed]) -> CaseFile:
        """The same dispute if these facts were so."""
        return replace(self, assumed={**self.assumed, **facts})


class PairFacts:
    """The facts between a claimant and a respondent: values for expressions, inputs for calculations."""

    def __init__(
        self,
        file: CaseFile,
        claimant: Participant,
        respondent: Participant,
        answers_as: Collection[PartyId] = (),
        relied: Callable[[], ReliedOn] = ReliedOn,
    ) -> None:
        self.file, self.claimant, self.respondent = file, claimant, respondent
        self._answers_as, self._relied = answers_as, relied
        self._statements = Statements(self, answers_as, relied)
        self._known: dict[str, tuple[Known, ...]] = {}
        self._used: dict[str, FactUse] = {}
        self._rests_on: dict[str, set[str]] = {}
        self._being_found: list[set[str]] = []
        self._before: PairFacts | None = None
        self._supposed: Collection[str] = ()

    @property
    def on(self) -> date:
        """The day of the form."""
        return self.file.dispute.on

    def all(self, fact: str) -> tuple[Known, ...]:
        """Every standing statement of the fact, in order of time; never empty."""
        if fact not in self._known:
            self._known[fact] = (_SILENT,)  # a derived fact that needs itself stays silent
            self._known[fact] = self._unmoved(fact) or self._found(fact)
        if self._being_found:
            self._being_found[-1] |= self._rests_on.get(fact, _ANYTHING)
        return self._known[fact]

    def supposing(self, facts: Collection[str], before: PairFacts) -> None:
        """Take over from the same two parties, as they stand without it, what does not hang on what is supposed."""
        self._before, self._supposed = before, facts

    def _unmoved(self, fact: str) -> tuple[Known, ...] | None:
        """The fact as it stands before anything is supposed; None where it may hang on that."""
        if self._before is None or fact in self._supposed:
            return None
        found = self._before.all(fact)
        rests = self._before._rests_on[fact]
        if not rests.isdisjoint(_ANYTHING) or not rests.isdisjoint(self._supposed):
            return None
        self._rests_on[fact] = rests
        return found

    def _found(self, fact: str) -> tuple[Known, ...]:
        """The fact as it is found; what it rests on, however far, is noted."""
        self._being_found.append({fact})
        try:
            return self._find(fact)
        finally:
            self._rests_on[fact] = self._being_found.pop()

    def known(self, fact: str) -> Known:
        """The fact as it stands; of several in time the last."""
        return self.all(fact)[-1]

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""
        return self.known(fact).value

    def gap(self, fact: str) -> Code:
        """Why the fact has no value."""
        return _GAPS.get(self.known(fact).proof, OPEN)

    def use(self, fact: str) -> FactUse:
        """The fact for the report."""
        if fact not in self._used:
            self._used[fact] = self._use(fact)
        return self._used[fact]

    def _use(self, fact: str) -> FactUse:
        known = self.known(fact)
        definition = self.file.facts.get(fact)
        figures, derived = self._figures(definition) if definition else (), known.proof == "derived"
        return FactUse(
            fact=fact,
            title=definition.title if definition else fact,
            of=self._named(definition) if definition else None,
            value=None if known.proof == "underived" else known.value,
            label=self._label(definition, known) if definition else "",
            unit=definition.unit if definition else None,
            says=definition.in_words(known.value) if definition and (derived or known.proof == "silent") else "",
            inner=definition is not None and _is_a_step(definition, known),
            proof=known.proof,
            evidence=(*known.evidence, *figures) if derived else known.evidence,
            beside=() if derived else figures,
            stated_at=known.stated_at,
            inferred_by=definition.inferred if definition and known.proof == "inferable" else (),
            conditions=tuple(map(self._told_of, known.conditions)),
            denied_by=self._deniers(fact, known) if known.proof == "evidenced" else (),
        )

    def _told_of(self, condition: RuleCondition) -> RuleCondition:
        """A condition of a rule with what is told of it by now: what asks for it may itself hang on the rule."""
        if condition.fact is None or condition.met is not None:
            return condition
        return condition.model_copy(update={"met": self.truth(condition.fact)})

    def _deniers(self, fact: str, known: Known) -> tuple[str, ...]:
        """Who denies what is said and has evidence."""
        told = (one for one in self.told(fact) if one.value == known.value)
        return tuple(dict.fromkeys(who for one in told for who in one.denied_by))

    def _label(self, definition: FactDefinition, known: Known) -> str:
        """What a value is called; empty where it speaks for itself."""
        if known.bounds:
            return range_in_words(known.bounds, definition.unit)
        return self._in_parts(definition) or definition.label(known.value)

    def _in_parts(self, definition: FactDefinition) -> str:
        """A sum that is told in parts, each with its time; empty for anything else."""
        parts = [one for one in self.periods(definition.id) if one.since and one.until]
        if definition.unit != "CNY" or len(parts) < 2:
            return ""
        return "、".join(f"{one.since} 至 {one.until} {yuan(one.value)}" for one in parts)

    def _figures(self, definition: FactDefinition) -> tuple[str, ...]:
        """The figures that show a fact, or are told beside it, where it holds."""
        return tuple(step.says for step in self.figures(definition))

    def figures(self, definition: FactDefinition) -> tuple[Step, ...]:
        """The same as steps, with the days that are still to come."""
        value = self.value(definition.id)
        if definition.figures is None or value is None or value is False:
            return ()
        return FIGURES[definition.figures](self)

    def number(self, fact: str) -> Decimal | None:
        """The established number, or None."""
        value = self.value(fact)
        return value if isinstance(value, Decimal) else None

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """The bounds between which the number is known to lie, equal where it is known; or None."""
        known = self.known(fact)
        return (known.value, known.value) if isinstance(known.value, Decimal) else known.bounds

    def truth(self, fact: str) -> bool | None:
        """The established truth value, or None."""
        value = self.value(fact)
        return value if isinstance(value, bool) else None

    def choice(self, fact: str) -> str | None:
        """The established choice, or None."""
        value = self.value(fact)
        return value if isinstance(value, str) else None

    def day(self, fact: str) -> date | None:
        """The established date, or None."""
        value = self.value(fact)
        return value if isinstance(value, date) else None

    def days(self, fact: str) -> tuple[date, ...]:
        """All established dates, in order."""
        return tuple(sorted(known.value for known in self.all(fact) if isinstance(known.value, date)))

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The established numbers with the time for which each holds."""
        return tuple(
            Period(known.value, known.since, known.until)
            for known in self.all(fact)
            if isinstance(known.value, Decimal)
        )

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Who denies what is told of the fact, whatever is named to prove it."""
        sides: dict[str, Denier] = {self.claimant.id: "claimant", self.respondent.id: "respondent"}
        return frozenset(sides.get(one, "third") for fact_told in self.told(fact) for one in fact_told.denied_by)

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Who tells the fact, as so or as not known to be so."""
        sides: dict[str | None, Teller] = {
            None: "nobody",
            self.claimant.id: "claimant",
            self.respondent.id: "respondent",
        }
        return frozenset(sides.get(one.said_by, "third") for one in self.told(fact) if one.value is not False)

    def people_of(self, fact: str) -> frozenset[str]:
        """Those of whom a true-or-false fact stands; empty for one who is not named."""
        told = self.file.said.get(fact, ())
        return frozenset(one.of or "" for one in told if self._statements.standing(one).value is True)

    def between(self, person: Participant) -> PairFacts:
        """The facts as they stand between the same claimant and somebody else."""
        return PairFacts(self.file, self.claimant, person, self._answers_as, self._relied)

    def taken_off(self, start: date) -> Decimal:
        """Nothing: what defences take off is supposed where a sum is reckoned on what they leave."""
        return Decimal(0)

    @property
    def set_off(self) -> tuple[Period, ...]:
        """Nothing: the same holds of what was set off."""
        return ()

    def disputed(self, fact: Fact) -> bool:
        """Whether a statement counts between the two, and is denied and not proved."""
        return self._statements.proof(fact) in SAID_ALONE and fact in self._statements.of(self.file.facts[fact.id])

    def in_form(self, fact: str) -> tuple[FactValue, ...]:
        """The values that the form states, whether they stand or not."""
        return tuple(one.value for one in self.told(fact) if one.value is not None)

    def told(self, fact: str) -> tuple[Fact, ...]:
        """The statements of the form that count between the two; none of what is derived, or of a role."""
        definition = self.file.facts.get(fact)
        return () if definition is None or definition.calc else tuple(self._statements.of(definition))

    def stands_of_anybody(self, fact: str) -> bool:
        """Whether a true-or-false fact stands of anybody of the dispute."""
        return bool(self.people_of(fact))

    def unproved(self, fact: Fact) -> bool:
        """Whether a statement, of whomever it is told, is denied and not proved."""
        return self._statements.proof(fact) in SAID_ALONE

    def beside(self, fact: str) -> tuple[Known, ...]:
        """What documents state of a fact, where the form says something else, or one of several things."""
        definition, stated = self.file.facts[fact], self.in_form(fact)
        if not stated:
            return ()
        found = self.file.documents.state(definition, self.value)
        told = tuple(one for one in found if one.proof in ("document", "several"))
        in_steps = any(one.proof == "several" for one in told) and len(stated) > 1
        return () if in_steps or all(one.value in stated for one in told) else told

    def _find(self, fact: str) -> tuple[Known, ...]:
        if fact in self.file.assumed:
            supposed = self.file.assumed[fact]
            if isinstance(supposed, tuple):
                return supposed
            return (Known(supposed, "undisputed") if supposed is not None else self._if_nobody_spoke(fact),)
        if fact in ROLES:
            role = self.claimant.role if fact == "claimant_role" else self.respondent.role
            return (Known(role, "undisputed"),)
        for one in self.file.granted:
            if fact in one.facts and one.whose in (None, self.claimant.id, self.respondent.id):
                return (Known(True, "derived", (f"同案的另一项请求成立：{one.says}",)),)
        definition = self.file.facts[fact]
        found = self._told(definition)
        found = self._refuted(definition, found[-1]) or found if definition.refuted_by else found
        return self._beside_rivals(fact, found) if found[-1].value is True else found

    def _if_nobody_spoke(self, fact: str) -> Known:
        """A fact of which neither the form nor a document says anything."""
        return Known(self.file.facts[fact].default, "silent")

    def by_itself(self, fact: str) -> Known:
        """A fact as the form, the documents and other facts tell it, whatever excludes it."""
        if self._being_found:
            self._being_found[-1].add(fact)
        return self._told(self.file.facts[fact])[-1]

    def _beside_rivals(self, fact: str, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """A fact that is told to be so, beside those that exclude it: the better proved stands; of two with evidence,
        one of them denied, the court says which is so, for to say the one is to deny the other; and one word against
        another proves nothing."""
        own = found[-1]
        for one in excluding(fact):
            rival = one.rival(fact)
            self._being_found[-1].add(rival)
            supposed = self.file.assumed.get(rival)
            if supposed is True:
                return (Known(False, "derived"),)
            other = self.by_itself(rival) if supposed is None else None
            if other is None or other.value is not True or strength(own.proof) > strength(other.proof):
                continue
            if strength(own.proof) == strength(other.proof) and has_evidence(own.proof):
                if not (self.deniers(fact) or self.deniers(rival)):
                    continue  # what is proved and nobody denies is left as it is told
                turns_on = tuple(first for first in one.facts[:1] if first != fact)
                return (Known(None, "opposed", own.evidence, own.stated_at, turns_on=turns_on),)
            return (Known(None, "unproved", own.evidence),)
        return found

    def _refuted(self, definition: FactDefinition, general: Known) -> tuple[Known, ...]:
        """That a fact which speaks of everything is not so; empty where nothing that is as well proved shows it."""
        if general.value is False:
            return ()
        details = [known for id in definition.refuted_by if (known := self.known(id)).value is True]
        best = max(details, key=lambda known: strength(known.proof), default=None)
        if best is None or strength(best.proof) < strength(general.proof):
            return ()
        return (Known(False, "derived", best.evidence, best.stated_at),)

    def _told(self, definition: FactDefinition) -> tuple[Known, ...]:
        """A fact as the form, the documents and other facts tell it."""
        if definition.calc:
            return (self._derived(definition.calc, definition.default),)
        said = self._statements
        statements = said.of(definition)
        if any(self._in_doubt_whose(one) for one in statements):
            return (_UNATTRIBUTED,)
        if statements and definition.several:
            return each([said.standing(statement) for statement in statements])
        leaves_room = any(said.contested(one) or one.since or one.until for one in statements)
        stated = self.file.documents.state(definition, self.value) if leaves_room or not statements else ()
        spoken = [said.standing(one) for one in statements if not (fixed(stated) and said.contested(one))]
        if definition.shown_by and (shown := self._shown(definition.shown_by, spoken)):
            return (shown,)
        if spoken:
            return self._said(definition, spoken, stated)
        if stated:
            return stated
        if self._claimed(definition):
            return (Known(True, "undisputed"),)
        if shown := implied(definition, self):
            return (shown,)
        if (other := self._told_as(definition)) is not None:
            return self.all(other)
        return (self._untold(definition),)

    def _untold(self, definition: FactDefinition) -> Known:
        """A fact that nobody tells and no document states: it counts as it does in silence, unless a clause speaks of
        it that was not understood."""
        if clauses := self._clauses_on(definition):
            return Known(None, "not_understood", stated_at=clauses)
        if (usual := self._usual(definition)) is not None:
            return Known(usual, "silent")
        if definition.asked_with is not None and self.value(definition.asked_with) is True:
            return Known(None, "unknown")
        unread = self.file.documents.unread(definition)
        return Known(None, "unread", stated_at=unread) if unread else _SILENT

    def _clauses_on(self, definition: FactDefinition) -> tuple[Locator, ...]:
        """The clauses that speak of a fact and were not understood: what silence means is not to be taken from them."""
        if definition.id not in self.file.documents.not_understood:
            return ()
        return self.file.documents.clauses_on(definition, self.said_to_be)

    def said_to_be(self, fact: str) -> bool:
        """Whether the form says what a fact is, and not only that it is unknown."""
        return any(one.value is not None or one.low is not None for one in self.told(fact))

    def _usual(self, definition: FactDefinition) -> bool | None:
        """What a fact of which nobody spoke counts as; None where it is open."""
        spared = definition.type == "boolean" and self.spares(definition)
        return False if spared and definition.default is None else definition.default

    def spares(self, definition: FactDefinition) -> bool:
        """Whether what both sides agree on leaves nothing of a fact to ask."""
        spared = definition.spared_by
        return bool(spared) and all(self.known(one).proof == "admitted" for one in spared)

    def _in_doubt_whose(self, told: Fact) -> bool:
        """Whether it has to be asked of whom a statement is, to whom it was done, or of which event it is told."""
        if told.of is None and told.id in self.file.unclear:
            return True
        if not told.towards and told.id in self.file.undirected:
            return True
        return told.claim is None and (told.id, told.of) in self.file.unplaced

    def _told_as(self, definition: FactDefinition) -> str | None:
        """The fact that says the same of the person whose fact it is."""
        holder = self._statements.holder(definition) if definition.told_as else None
        return definition.told_as.get(holder.role) if holder else None

    def _claimed(self, definition: FactDefinition) -> bool:
        """Whether a claim is raised that says the fact is so: by anybody, or between these two."""
        claims, between = self.file.dispute.claims, (self.claimant.id, self.respondent.id)
        beside = (one for one in claims if one.by == between[0] and between[1] in one.against)
        return any(one.claim in definition.taken_from for one in claims) or any(
            one.claim in definition.claimed_beside for one in beside
        )

    def _said(self, definition: FactDefinition, spoken: list[Known], stated: tuple[Known, ...]) -> tuple[Known, ...]:
        """What the form says, with what documents state of other times, or what proves it where it is only said."""
        found = reconciled(spoken)
        if found[-1].proof in _SAID_TO_BE_UNKNOWN and (clauses := self._clauses_on(definition)):
            return (Known(None, "not_understood", stated_at=clauses),)
        if found[-1].proof in NOT_PROVED and (detail := proved_by_detail(definition, self)):
            return (detail,)
        if found[-1].proof in NOT_PROVED and definition.inferred:
            return (found[-1]._replace(proof="inferable"),)
        return filled_up(found, stated) if definition.type == "number" and fixed(stated) else found

    def _shown(self, deed: str, spoken: list[Known]) -> Known | None:
        """Whether it has been found out whose the deed is; None where nothing is told beyond what was said of that.

        Whose own deed it is may admit it for all; what was told of somebody and not proved takes away what is said
        without evidence of its own (民诉法解释 90 II).
        """
        told = [(one, self._statements.standing(one)) for one in self.file.said.get(deed, ()) if one.value is True]
        found = [known for one, known in told if known.value is True or one.of in one.admitted_by]
        if found:
            return max(found, key=lambda known: strength(known.proof))._replace(value=True)
        said = reconciled(spoken)[-1] if spoken else None
        backed = said is not None and (said.value is False or said.proof in ("admitted", "evidenced", "denied"))
        doubted = (said is not None and said.proof in NOT_PROVED) or any(known.proof in NOT_PROVED for _, known in told)
        return Known(False, "not_shown") if doubted and not backed else None

    def _derived(self, calc: str, default: bool | None) -> Known:
        found = self._derived_as_told(calc, default)
        if self.file.documents.not_understood and (clauses := self._rested_on_clauses()):
            return self._whatever_they_say(clauses, calc, default)
        return found

    def _derived_as_told(self, calc: str, default: bool | None) -> Known:
        words = words_in(DERIVED[calc])
        unsaid = {*self.file.unclear, *(id for id, _ in self.file.unplaced)}
        read = words & unsaid if unsaid else set()
        if any(self.known(fact).proof == "unattributed" for fact in read):
            return _UNATTRIBUTED
        ways = self._ways_told(words)
        if ways:
            return self._derived_under(ways, calc, default)
        try:
            return Known(DERIVED[calc](self), "derived")
        except UndecidedError as undecided:
            return Known(None, "unproved" if self._all_unproved(undecided.facts) else "underived")
        except MissingFactsError as missing:
            return Known(default, "underived") if default is not None else self._not_derived(missing.facts)

    def _rested_on_clauses(self) -> tuple[str, ...]:
        """Of what the fact that is being found rests on: that of which a clause speaks that was not understood."""
        rests_on = self._being_found[-1] if self._being_found else set[str]()
        speaking = self.file.documents.not_understood
        speaking = speaking if not rests_on.isdisjoint(_ANYTHING) else speaking & rests_on
        return tuple(id for id in sorted(speaking) if self.known(id).proof == "not_understood")

    def _whatever_they_say(self, clauses: tuple[str, ...], calc: str, default: bool | None) -> Known:
        """What is derived whatever clauses say that were not understood; open where it hangs on one of them."""
        from .clause_may_say import may_say  # few disputes have such a clause

        if self._being_found:
            self._being_found[-1] |= _ANYTHING
        nothing = dict.fromkeys(clauses)
        unless_agreed = self._under(self.file.assuming(nothing))._derived_as_told(calc, default)
        turning = []
        for id in clauses:
            ways = (
                self._under(self.file.assuming({**nothing, id: one})) for one in may_say(self.file.facts[id], self.on)
            )
            if any(way._derived_as_told(calc, default).value != unless_agreed.value for way in ways):
                turning.append(id)
        return Known(None, "underived", turns_on=self.one_of_each_clause(turning)) if turning else unless_agreed

    def one_of_each_clause(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Of facts of which clauses speak that were not understood, one of each clause: who tells it has read that."""
        by_clause: dict[tuple[Locator, ...], str] = {}
        for id in facts:
            by_clause.setdefault(self.known(id).stated_at, id)
        return tuple(by_clause.values())

    def _ways_told(self, words: Collection[str]) -> list[CaseFile]:
        """The dispute under each way in which the facts of a calculation may lie: at the ends of their bounds, or as
        one side and as the other says, where both prove a day or a number; empty where there is one way alone."""
        between = told_between(self.file.dispute, words)
        rivals = {fact: values for fact in words if len(values := self.rivals(fact)) > 1}
        return list(at_ends(self.file, between, rivals)) if between or rivals else []

    def rivals(self, fact: str) -> tuple[Supposed, ...]:
        """The days, or the least and the most of the numbers, of which both sides have evidence, where that leaves the
        fact without a value."""
        if len(self.file.said.get(fact, ())) < _BOTH:
            return ()
        definition = self.file.facts.get(fact)
        if definition is None or definition.calc:
            return ()
        if definition.type == "number":
            return at_either_end(self.all(fact))
        if definition.type != "date" or self.value(fact) is not None:
            return ()
        return tuple(dict.fromkeys(one.value for one in self.told(fact) if one.evidence and one.value is not None))

    def _derived_under(self, ways: list[CaseFile], calc: str, default: bool | None) -> Known:
        """What is derived under several ways in which the facts may lie: the same under each, or between bounds."""
        if self._being_found:
            self._being_found[-1] |= _ANYTHING
        found = [self._under(file)._derived(calc, default) for file in ways]
        values = [one.value for one in found]
        if len(set(values)) == 1:
            return found[0]
        numbers = [value for value in values if isinstance(value, Decimal)]
        if len(numbers) == len(values):
            return Known(None, "derived", bounds=(min(numbers), max(numbers)))
        return Known(default, "underived")

    def _under(self, file: CaseFile) -> PairFacts:
        """The same two parties under another form of the dispute."""
        return PairFacts(file, self.claimant, self.respondent, self._answers_as, self._relied)

    def _not_derived(self, lacking: tuple[str, ...]) -> Known:
        """A derived fact for which these are missing: as open as what is told to be unknown or is not proved."""
        if self._all_unproved(lacking):
            return Known(None, "unproved")
        told_unknown = any(self.known(fact).proof == "unknown" for fact in lacking)
        return Known(None, "underived") if told_unknown else _SILENT

    def _all_unproved(self, facts: tuple[str, ...]) -> bool:
        """Whether all of these were told, denied and not proved: then so is what hangs on them."""
        known = [self.known(fact) for fact in facts]
        return bool(known) and all(one.proof in NOT_PROVED and not one.evidence for one in known)

    def question(self, definition: FactDefinition) -> str:
        """The question for a fact, as it is put of what happened, or of the party that it is about."""
        fitting = (words for fact, words in definition.asked_where.items() if self.value(fact) is True)
        about = self._statements.holder(definition) or self.respondent
        return next(fitting, "") or definition.asked_of.get(about.role, definition.question)

    def _named(self, definition: FactDefinition) -> str | None:
        """The party to name beside the fact."""
        holder = self._statements.holder(definition)
        named = holder and could_be_either(definition, self.claimant.role, self.respondent.role)
        return holder.id if holder and named else None


def _is_a_step(definition: FactDefinition, known: Known) -> bool:
    """Whether a fact is a step of the rules by themselves, or not so only because too little is told to derive it."""
    too_little = known.proof == "underived" and known.value is not None
    return definition.inner or too_little or (known.proof == "derived" and definition.by_default(known.value))
