"""One claim between two parties: elements, burden, defences and counter-defences, capacity, result.

The order is that of the method of claim basis and elements (要件审判): basis, elements, proof, defences, result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from propertylaw.model import (
    Capacity,
    Concept,
    CounterDefence,
    Defence,
    DefenceFinding,
    Effect,
    Element,
    ElementFinding,
    FactUse,
    FactValue,
    Locator,
    OpenReading,
    Participant,
    Result,
    Truth,
)
from propertylaw.model.claim import BasisOnly, Citing, Side
from propertylaw.rulebook import Rules
from propertylaw.rulebook.expression import ROLES, Expression, Junction, claims_in, names, parse

from .pair_facts import PairFacts
from .program import TAKES, Input, Part, ReadingOf, Reasons, program_of, touched
from .readings import agreed, told_left_out
from .truth import FALSE, OPEN, TRUE, TRUTHS, UNPROVED, Code, Stands, code_of, judge, truth_of
from .who_proves import Burden, burdens, of_sums


class Between(NamedTuple):
    """How things stand between two parties: the facts, and the claims that one may refer to."""

    facts: PairFacts
    claims: Callable[[str], Code]

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""
        return self.facts.value(fact)

    def gap(self, fact: str) -> Code:
        """Why a fact has no value."""
        return self.facts.gap(fact)

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """Bounds between which a number is known to lie, or None."""
        return self.facts.bounds(fact)

    def claim(self, id: str) -> Code:
        """Whether another claim succeeds between the two."""
        return self.claims(id)


class RolesAlone(NamedTuple):
    """The roles of two parties and nothing else: every fact is open."""

    roles: Mapping[str, FactValue | None]

    def value(self, fact: str) -> FactValue | None:
        """The role; None for every fact."""
        return self.roles.get(fact)

    def gap(self, fact: str) -> Code:
        """Every fact is open."""
        return OPEN

    def bounds(self, fact: str) -> None:
        """None are known."""

    def claim(self, id: str) -> Code:
        """Every other claim is open."""
        return OPEN


class _Concept(NamedTuple):
    """How the concept of a part stands."""

    open: str | None = None
    """Its id, where nothing decides it."""
    uses: tuple[FactUse, ...] = ()
    """The facts that were looked at for it."""
    left_out: tuple[OpenReading, ...] = ()
    """The readings that the facts rule out, where the others agree."""


class Examination:
    """A claim between the parties of one pair, and how each of its parts comes out.

    Args:
        part: the claim, against the kind of respondent.
        standing: how things stand between the two.
        rules: the rules it belongs to.
        readings: concept id and whether it is given, where a reading is assumed.
    """

    def __init__(self, part: Part, standing: Between, rules: Rules, readings: Mapping[str, bool]) -> None:
        self.part, self.standing, self.rules, self.readings = part, standing, rules, readings
        self.facts = standing.facts
        self._program = program_of(part, rules)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """How everything that the claim asks for stands."""
        return tuple(map(self._code, self._program.inputs))

    @property
    def lacks_proof(self) -> bool:
        """Whether something that was told is not proved, of the conditions or of what readings of concepts suppose."""
        if UNPROVED in self.codes:
            return True
        concepts = (self.rules.concepts[one.concept] for one in self._program.inputs if isinstance(one, ReadingOf))
        supposed = {name for one in concepts for reading in one.readings for name in names(parse(reading.when))}
        return any(self.standing.value(one) is None and self.standing.gap(one) == UNPROVED for one in sorted(supposed))

    @cached_property
    def possible(self) -> frozenset[Result]:
        """Results that remain possible, every open point taken either way."""
        return self._program.possible(self.codes)

    @property
    def result(self) -> Result:
        """The only possible result, or `depends`."""
        return next(iter(self.possible)) if len(self.possible) == 1 else Result.DEPENDS

    @cached_property
    def elements(self) -> tuple[ElementFinding, ...]:
        """How each element came out."""
        plain = self._plain.elements
        found = zip(self.part.elements, self._reasons.elements, plain, strict=True)
        return tuple(self._element(element, truth, without) for element, truth, without in found)

    @cached_property
    def defences(self) -> tuple[DefenceFinding, ...]:
        """How each defence came out, after its counter-defence."""
        reasons = self._reasons
        found = zip(self.part.defences, reasons.defences, self._plain.defences, reasons.counters, strict=True)
        return tuple(self._defence(*one) for one in found)

    @cached_property
    def capacities(self) -> tuple[Capacity, ...]:
        """The capacities in which the respondent may answer: the first that is given, and those open before it."""
        found: list[Capacity] = []
        for capacity in self.part.head.capacities:
            truth = self._answers_so(capacity)
            if truth is Truth.TRUE:
                return (*found, capacity)
            if truth is Truth.UNKNOWN:
                found.append(capacity)
        return tuple(found)

    def _answers_so(self, capacity: Capacity) -> Truth:
        """Whether it is given that the respondent answers in a way; what the law leaves open is told of what is so."""
        truth = truth_of(parse(capacity.when), self.standing)
        if capacity.where is None:
            return truth
        return self.concept(capacity.where) if truth is Truth.TRUE else Truth.FALSE

    def provers(self, fact: str, *, so: bool | None = None) -> tuple[str, ...]:
        """Who bears the burden of proof of a fact; where nothing tells, the claimant: what a sum is reckoned with.

        Args:
            fact: the id.
            so: what is to be proved of it, that it is so or is not, where it is known what would change the result.
        """
        return self.bearers(fact, so=so) or (self.facts.claimant.id,)

    def bearers(self, fact: str, *, so: bool | None = None) -> tuple[str, ...]:
        """The same, of each part that speaks of it, the side that it helps; nobody where none does.

        What only takes from the sum its holder has to prove (民诉法解释 91 (2)), what else it is reckoned with the
        claimant.
        """
        found = self._burdens(fact)
        sides = [one.side for one in found if one.so is so] or [one.side for one in found]
        sides = sides or [*of_sums(self._defences, self.part.remedies, fact)]
        return tuple(dict.fromkeys(self._bears(side).id for side in sides))

    def to_be_disproved(self, fact: str) -> bool:
        """Whether all who bear the burden of a fact have to prove that it is not so."""
        found = self._burdens(fact)
        return bool(found) and not any(one.so for one in found)

    def provers_of_sum(self, fact: str) -> tuple[str, ...]:
        """Who has to prove a fact from which a sum follows: the claimant, unless an element puts it on the other."""
        sides = (element.proof for element in self.part.elements if fact in names(parse(element.when)))
        return tuple(dict.fromkeys(self._bears(side).id for side in sides)) or (self._bears("claimant").id,)

    def _burdens(self, fact: str) -> tuple[Burden, ...]:
        """Who has to prove a fact, by all parts but the defences that the roles rule out."""
        parts: tuple[Element | Defence, ...] = (*self.part.elements, *self._defences)
        found = (burdens(part, self._left_open_by(part), fact) for part in parts)
        return tuple(one for some in found for one in some)

    def _left_open_by(self, part: Element | Defence) -> Concept | None:
        """The concept that a part leaves open; none of a defence that would take off a sum and is not raised: the sum
        is for the claimant to prove."""
        idle = isinstance(part, Defence) and part.effect is Effect.REDUCES and self.holds(part.when) is Truth.FALSE
        return self.rules.concepts[part.concept] if part.concept and not idle else None

    @property
    def _defences(self) -> tuple[Defence, ...]:
        """The defences but those that the roles rule out."""
        return tuple(one for one in self.part.defences if truth_of(parse(one.when), self._roles) is not Truth.FALSE)

    def holds(self, condition: str) -> Truth:
        """The truth of a condition that nobody has to prove (of a remedy, say)."""
        return TRUTHS[judge(parse(condition), self.standing, "D", prover_wants=True)]

    def holds_if_proved(self, condition: str) -> Truth:
        """The same, where what is disputed and not proved is taken to be open."""
        return TRUTHS[judge(parse(condition), self.standing, "L", prover_wants=True)]

    def cited(self, part: Citing) -> tuple[Locator, ...]:
        """The places on which a part rests here.

        What is cited only on a condition is left out unless that is known to be given. Where none of the places of a
        part counts for sure, those of which it is open stay; where none can count, what it would have rested on.
        """
        in_claim = ((at, self._of_claim.get(at, TRUE)) for at in part.basis)
        codes = {at: min(code, self._given(at, part.basis_only)) for at, code in in_claim if code != FALSE}
        most = max(codes.values(), default=TRUE)
        return tuple(at for at, code in codes.items() if code == most)

    @cached_property
    def _of_claim(self) -> Mapping[Locator, Code]:
        """Whether what the claim cites in any of its parts only on a condition counts."""
        only = self.part.claim.basis_only
        return {at: self._given(at, only) for one in only for at in one.basis}

    def _given(self, at: Locator, only: Iterable[BasisOnly]) -> Code:
        """Whether one of the conditions is given on which a place is cited; without any it always is."""
        conditions = (parse(one.when) for one in only if at in one.basis)
        return max((judge(when, self.standing, "L", prover_wants=True) for when in conditions), default=TRUE)

    @cached_property
    def _reasons(self) -> Reasons:
        return self._program.reasons(self.codes)[0]

    @cached_property
    def _plain(self) -> Reasons:
        """The same before the burden of proof is applied."""
        return self._program.reasons(self.codes, burden=False)[0] if UNPROVED in self.codes else self._reasons

    def _code(self, wanted: Input) -> Code:
        if not isinstance(wanted, ReadingOf):
            return code_of(wanted, self.standing)
        chosen = self.readings.get(wanted.concept)
        if chosen is None:
            return agreed(self.rules.concepts[wanted.concept], self.standing)
        return TRUE if chosen else FALSE

    def _element(self, element: Element, truth: Code, plain: Code) -> ElementFinding:
        concept = self._concept(element, "E", wants=element.proof == "claimant")
        by_role = truth == TRUE and self._given_by_role(element)
        decided_by = self._told_in_vain(element) if by_role else self._without_debt(element) if truth == FALSE else ""
        return ElementFinding(
            id=element.id,
            says=element.says,
            truth=TRUTHS[truth],
            by_burden=truth != OPEN and plain == OPEN,
            premature=element.premature,
            first=element.first,
            by_role=by_role and not decided_by,
            decided_by=decided_by,
            proof=self._bears(element.proof).role,
            prover=self._bears(element.proof).id,
            basis=self.cited(element),
            facts=self._uses(element.when) + concept.uses + self._told_with(element),
            concept=concept.open if truth == OPEN else None,
            left_out=concept.left_out,
        )

    def _told_with(self, element: Element) -> tuple[FactUse, ...]:
        """What is told with an element though it does not turn on it."""
        given = (when for when in element.told_with if self.holds(when) is Truth.TRUE)
        return tuple(use for when in given for use in self._uses(when) if use.proof != "silent")

    def _defence(self, defence: Defence, truth: Code, plain: Code, counter: Code) -> DefenceFinding:
        concept = self._concept(defence, "D", wants=defence.proof == "respondent")
        finding = DefenceFinding(
            id=defence.id,
            says=defence.says,
            truth=TRUTHS[truth],
            by_burden=truth != OPEN and plain == OPEN,
            effect=defence.effect,
            takes=self._takes(defence),
            of_office=defence.of_office,
            proof=self._bears(defence.proof).role,
            prover=self._bears(defence.proof).id,
            basis=self.cited(defence),
            facts=self._uses(defence.when) + self._uses(defence.asked) + (concept.uses or self._details(defence)),
            concept=concept.open if truth == OPEN else None,
            left_out=concept.left_out,
        )
        return finding if FALSE in (truth, counter) else self._countered(finding, defence, counter)

    def _takes(self, defence: Defence) -> tuple[str, ...]:
        """The remedies that a defence defeats or fulfils, of those that are asked for or may be."""
        taken = touched(defence, self.part) if defence.effect in TAKES else ()
        return tuple(remedy.says for remedy in taken if self.holds(remedy.when) is not Truth.FALSE)

    def _countered(self, finding: DefenceFinding, defence: Defence, truth: Code) -> DefenceFinding:
        """The defence after its counter-defence, which is given or open."""
        counter = defence.unless
        assert counter is not None
        effect = counter.effect or Effect.RULED_OUT
        if truth == OPEN and finding.effect is not Effect.RULED_OUT:
            effect = finding.effect
        settled = truth == TRUE and counter.effect is None
        concept = self._concept(counter, "D", wants=True)
        takes_away = truth == OPEN and counter.effect is None and effect is not Effect.RULED_OUT
        return finding.model_copy(
            update={
                "truth": Truth.FALSE if settled else finding.truth if truth == TRUE else Truth.UNKNOWN,
                "concept": None if settled else finding.concept or (concept.open if truth == OPEN else None),
                "effect": effect,
                "unless": counter.says,
                "unless_prover": self._bears(counter.proof).id if takes_away else None,
                "basis": tuple(dict.fromkeys((*finding.basis, *self.cited(counter)))),
                "facts": finding.facts + self._uses(counter.when) + concept.uses,
            }
        )

    def _concept(self, part: Element | Defence | CounterDefence, stands: Stands, *, wants: bool) -> _Concept:
        """How the concept of a part stands, where its condition is otherwise given."""
        if part.concept is None or judge(parse(part.when), self.standing, stands, prover_wants=wants) == FALSE:
            return _Concept()
        concept = self.rules.concepts[part.concept]
        uses = tuple(use for when in concept.conditions for use in self._uses(when))
        uses += tuple(self.facts.use(fact) for fact in concept.weighs if self._weighs(fact))
        lines = [line for line in concept.bright_lines if truth_of(parse(line.when), self.standing) is Truth.TRUE]
        if len({line.holds for line in lines}) == 1:
            decisive = {name for line in lines for name in names(parse(line.when))}
            return _Concept(uses=tuple(use for use in uses if use.fact in decisive or not _of_no_weight(use)))
        if part.concept in self.readings:
            return _Concept(uses=uses)
        if agreed(concept, self.standing) == OPEN:
            return _Concept(part.concept, uses)
        return _Concept(None, uses, told_left_out(concept, self.standing))

    def _details(self, defence: Defence) -> tuple[FactUse, ...]:
        """What is so and would decide for a defence of which nobody told the rest: it raises it."""
        wants = defence.proof == "respondent"
        if defence.concept is None or judge(parse(defence.when), self.standing, "E", prover_wants=wants) != OPEN:
            return ()
        lines = (line for line in self.rules.concepts[defence.concept].bright_lines if line.holds)
        told = (name for line in lines for name in names(parse(line.when)) if self.facts.value(name) is True)
        return tuple(map(self.facts.use, dict.fromkeys(told)))

    def concept(self, id: str) -> Truth:
        """Whether a concept of the rules is given, for a condition that nobody has to prove."""
        concept = self.rules.concepts[id]
        crossed = {
            line.holds for line in concept.bright_lines if truth_of(parse(line.when), self.standing) is Truth.TRUE
        }
        if len(crossed) == 1:
            return Truth.TRUE if crossed == {True} else Truth.FALSE
        return TRUTHS[self._code(ReadingOf(id))]

    def _weighs(self, fact: str) -> bool:
        """Whether a fact bears on a concept here: what belongs to another fact bears on it only where that is so."""
        belongs_to = self.rules.facts[fact].asked_with
        return belongs_to is None or self.facts.value(belongs_to) is True

    def _given_by_role(self, element: Element) -> bool:
        """Whether the roles of the two parties alone give an element that speaks of them, itself or by its concept."""
        condition = parse(element.when)
        if truth_of(condition, self._roles) is not Truth.TRUE:
            return False
        if element.concept is None:
            return any(name in ROLES for name in names(condition))
        lines = self.rules.concepts[element.concept].bright_lines
        return any(truth_of(parse(line.when), self._roles) is Truth.TRUE for line in lines)

    def _told_in_vain(self, element: Element) -> str:
        """The line that the roles cross, where the parties told what would else bear on the concept; else nothing."""
        concept = self.rules.concepts.get(element.concept or "")
        if concept is None or all(self.facts.known(fact).proof == "silent" for fact in concept.weighs):
            return ""
        lines = (line for line in concept.bright_lines if truth_of(parse(line.when), self._roles) is Truth.TRUE)
        return "；".join(line.says for line in lines)

    def _without_debt(self, element: Element) -> str:
        """That another claim fails which an element supposes; nothing where it supposes none, or none fails."""
        supposed = claims_in(parse(element.when))
        failing = [f"“{self.rules.claims[id].title}”" for id in supposed if self.standing.claim(id) == FALSE]
        return f"{'、'.join(failing)}不能支持" if failing else ""

    @property
    def _roles(self) -> RolesAlone:
        return RolesAlone({role: self.standing.value(role) for role in ROLES})

    def _uses(self, when: str) -> tuple[FactUse, ...]:
        condition = parse(when)
        uses = tuple(_figures_once(map(self.facts.use, dict.fromkeys(self._named(condition)))))
        if truth_of(condition, self.standing) is Truth.TRUE:
            # What nobody spoke of or told enough of stands beside an alternative that is given: it decides nothing.
            return tuple(use for use in uses if use.proof not in ("silent", "underived"))
        # Nor does what belongs to another fact bear on anything where that is not so.
        return tuple(use for use in uses if use.proof != "silent" or self._weighs(use.fact))

    def _named(self, condition: Expression) -> Iterator[str]:
        """The facts of a condition, but for alternatives that are closed to parties of these roles."""
        if isinstance(condition, Junction):
            either = condition.kind == "or"
            for one in condition.operands:
                if not (either and truth_of(one, self._roles) is Truth.FALSE):
                    yield from self._named(one)
        else:
            yield from (name for name in names(condition) if name not in ROLES)

    def _bears(self, side: Side) -> Participant:
        """Who bears the burden of proof."""
        return self.facts.claimant if side == "claimant" else self.facts.respondent


def _of_no_weight(use: FactUse) -> bool:
    """Whether a fact says nothing beside the line that decides: nobody spoke of it, a rule states it on an open
    condition, or it follows that it is not so."""
    return use.proof in ("silent", "conditional") or (use.proof == "derived" and use.value is False)


def _figures_once(uses: Iterable[FactUse]) -> Iterator[FactUse]:
    """The facts of one condition, the figures from which several of them follow told beside the first."""
    told: set[tuple[str, ...]] = set()
    for use in uses:
        again = use.proof == "derived" and use.evidence in told
        told.add(use.evidence)
        yield use.model_copy(update={"evidence": ()}) if again else use
