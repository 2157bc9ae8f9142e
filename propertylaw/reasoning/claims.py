"""One claim between two parties: elements, burden, defences and counter-defences, capacity, result.

The order is that of the method of claim basis and elements (要件审判): basis, elements, proof, defences, result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from propertylaw.model import (
    BrightLine,
    Capacity,
    Claim,
    Concept,
    Defence,
    DefenceFinding,
    Effect,
    Element,
    ElementFinding,
    FactUse,
    FactValue,
    Respondent,
    Result,
    Truth,
)
from propertylaw.model.claim import Side
from propertylaw.rulebook.expression import ROLES, names, parse

from .casefile import PairFacts
from .truth import Gap, Judgement, judge, truth_of

KILLS = frozenset({Effect.BARS, Effect.EXTINGUISHES})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one claim against one respondent, before the sums."""

    possible: frozenset[Result]
    elements: tuple[ElementFinding, ...]
    defences: tuple[DefenceFinding, ...]
    capacities: tuple[Capacity, ...]
    """Those that are not excluded."""

    @property
    def result(self) -> Result:
        """The only possible result, or `depends`."""
        return next(iter(self.possible)) if len(self.possible) == 1 else Result.DEPENDS


@dataclass(frozen=True, slots=True)
class _Elements:
    """Facts for elements: who has not spoken leaves them open; who did not prove loses."""

    facts: PairFacts
    claims: Callable[[str], bool | None]

    def value(self, fact: str) -> FactValue | None:
        return self.facts.value(fact)

    def why_open(self, fact: str) -> Gap:
        return "unproved" if self.facts.known(fact).proof == "unproved" else "unknown"

    def claim_holds(self, claim: str) -> bool | None:
        return self.claims(claim)


@dataclass(frozen=True, slots=True)
class _Defences(_Elements):
    """Facts for defences: what nobody raised does not count; what is said to be unknown stays open."""

    def why_open(self, fact: str) -> Gap:
        proof = self.facts.known(fact).proof
        return "unproved" if proof == "unproved" else "unraised" if proof == "silent" else "unknown"


class Examination:
    """Examines claims between the parties of one pair.

    Args:
        facts: the facts as they stand between the two.
        concepts: the open concepts of the rules.
        readings: concept id and whether it is given, where a reading is assumed.
        claims: whether another claim between the two succeeds, by its id.
    """

    def __init__(
        self,
        facts: PairFacts,
        concepts: Mapping[str, Concept],
        readings: Mapping[str, bool] | None = None,
        claims: Callable[[str], bool | None] = lambda claim: None,
    ) -> None:
        self.facts, self.concepts, self.readings = facts, concepts, readings or {}
        self._elements = _Elements(facts, claims)
        self._defences = _Defences(facts, claims)

    def verdict(self, claim: Claim, respondent: Respondent) -> Verdict:
        """The outcome of a claim against a kind of respondent."""
        elements = tuple(self._element(e) for e in (*claim.elements, *respondent.elements))
        defences = tuple(self._defence(d) for d in (*claim.defences, *respondent.defences))
        return Verdict(
            possible=_possible(elements, defences),
            elements=elements,
            defences=defences,
            capacities=self._capacities(respondent),
        )

    def holds(self, condition: str) -> Truth:
        """The truth of a condition that nobody has to prove (of a remedy, say)."""
        return judge(parse(condition), self._defences, prover_wants=True).truth

    def _element(self, element: Element) -> ElementFinding:
        judgement = judge(parse(element.when), self._elements, prover_wants=element.proof == "claimant")
        truth, open_concept, facts = self._read(judgement, element.concept)
        return ElementFinding(
            id=element.id,
            says=element.says,
            truth=truth,
            by_burden=judgement.by_burden,
            proof=self._role(element.proof),
            basis=element.basis,
            facts=self._uses(element.when) + facts,
            concept=open_concept,
        )

    def _defence(self, defence: Defence) -> DefenceFinding:
        wants = defence.proof == "respondent"
        judgement = judge(parse(defence.when), self._defences, prover_wants=wants)
        truth, open_concept, facts = self._read(judgement, defence.concept)
        finding = DefenceFinding(
            id=defence.id,
            says=defence.says,
            truth=truth,
            by_burden=judgement.by_burden and self._spoken(defence.when),
            effect=defence.effect,
            proof=self._role(defence.proof),
            basis=defence.basis,
            facts=self._uses(defence.when) + facts,
            concept=open_concept,
        )
        return self._countered(finding, defence) if truth is not Truth.FALSE else finding

    def _countered(self, finding: DefenceFinding, defence: Defence) -> DefenceFinding:
        """The defence after its counter-defence."""
        counter = defence.unless
        if counter is None:
            return finding
        against = judge(parse(counter.when), self._defences, prover_wants=True).truth
        if against is Truth.FALSE:
            return finding
        effect = counter.effect or Effect.RULED_OUT
        if against is Truth.UNKNOWN and finding.effect is not Effect.RULED_OUT:
            effect = finding.effect
        settled = against is Truth.TRUE and counter.effect is None
        return finding.model_copy(
            update={
                "truth": Truth.FALSE if settled else finding.truth if against is Truth.TRUE else Truth.UNKNOWN,
                "concept": None if settled else finding.concept,
                "effect": effect,
                "unless": counter.says,
                "basis": tuple(dict.fromkeys((*finding.basis, *counter.basis))),
                "facts": finding.facts + self._uses(counter.when),
            }
        )

    def _read(self, judgement: Judgement, concept: str | None) -> tuple[Truth, str | None, tuple[FactUse, ...]]:
        """What a concept makes of a condition that is otherwise given; and the concept, where it stays open."""
        if concept is None or judgement.truth is Truth.FALSE:
            return judgement.truth, None, ()
        lines = self.concepts[concept].bright_lines
        uses = tuple(use for line in lines for use in self._uses(line.when))
        uses += tuple(map(self.facts.use, self.concepts[concept].weighs))
        holds = self._bright_line(lines)
        if holds is None:
            holds = self.readings.get(concept)
        if holds is None:
            return Truth.UNKNOWN, concept, uses
        if not holds:
            return Truth.FALSE, None, uses
        return judgement.truth, None, uses

    def _bright_line(self, lines: Iterable[BrightLine]) -> bool | None:
        """What the bright lines that are crossed say; None when none is, or when they disagree."""
        crossed = {line.holds for line in lines if truth_of(parse(line.when), self._elements) is Truth.TRUE}
        return crossed.pop() if len(crossed) == 1 else None

    def _capacities(self, respondent: Respondent) -> tuple[Capacity, ...]:
        found: list[Capacity] = []
        for capacity in respondent.capacities:
            truth = truth_of(parse(capacity.when), self._elements)
            if truth is Truth.TRUE:
                return (*found, capacity)
            if truth is Truth.UNKNOWN:
                found.append(capacity)
        return tuple(found)

    def _uses(self, when: str) -> tuple[FactUse, ...]:
        wanted = dict.fromkeys(name for name in names(parse(when)) if name not in ROLES)
        return tuple(self.facts.use(name) for name in wanted)

    def _spoken(self, when: str) -> bool:
        return any(use.proof not in ("silent", "derived") for use in self._uses(when))

    def _role(self, side: Side) -> str:
        return (self.facts.claimant if side == "claimant" else self.facts.respondent).role


def _possible(elements: Iterable[ElementFinding], defences: Iterable[DefenceFinding]) -> frozenset[Result]:
    """Results that remain possible, every open point taken either way."""
    open_elements = any(element.truth is Truth.UNKNOWN for element in elements)
    if any(element.truth is Truth.FALSE for element in elements):
        return frozenset({Result.NOT_SUPPORTED})
    found = {Result.NOT_SUPPORTED} if open_elements else set()
    given = {defence.effect for defence in defences if defence.truth is Truth.TRUE}
    unsettled = {defence.effect for defence in defences if defence.truth is Truth.UNKNOWN}
    for answers in product((True, False), repeat=len(unsettled)):
        found.add(_result(given | {effect for effect, answer in zip(unsettled, answers, strict=True) if answer}))
    return frozenset(found)


def _result(effects: set[Effect]) -> Result:
    """The result of a claim whose elements are given, under the effects of its defences."""
    if effects & KILLS:
        return Result.NOT_SUPPORTED
    if Effect.SUSPENDS in effects:
        return Result.PREMATURE
    return Result.PARTLY_SUPPORTED if Effect.REDUCES in effects else Result.SUPPORTED
