"""Claims between two parties that refer to each other: `claim:<id>` in a rule is the result of that claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from propertylaw.errors import RuleError
from propertylaw.model import FactValue, Participant
from propertylaw.rulebook import Rules

from .casefile import CaseFile
from .claims import Between, Examination
from .doers import answers_as, heads_of
from .pair_facts import PairFacts
from .program import SUCCEEDS, Part
from .relied_on import relied_on
from .truth import FALSE, OPEN, TRUE, Code


class Bench:
    """Two parties, the facts and the rules.

    Args:
        file: the facts of the dispute.
        rules: the rules.
        claimant: who claims.
        respondent: who answers.
        asked: claims whose results are being asked for, outermost first.
    """

    def __init__(
        self, file: CaseFile, rules: Rules, claimant: Participant, respondent: Participant, asked: tuple[str, ...] = ()
    ) -> None:
        self.file, self.rules, self.claimant, self.respondent, self.asked = file, rules, claimant, respondent, asked
        self.facts = self._of(asked[-1]) if asked else file.between(claimant, respondent)
        self.standing = Between(self.facts, self.claim)
        self._inside: dict[str, Bench] = {}
        self._results: dict[str, Code] = {}
        self._before: tuple[Bench, Collection[str]] | None = None

    def _of(self, claim: str) -> PairFacts:
        """The facts as a claim sees them."""
        raised, told = self.rules.claims[claim], self.file.dispute.facts
        roles = answers_as(raised, self.respondent, told, self.rules)
        heads = heads_of(raised, self.respondent, told, self.rules)
        relied = partial(relied_on, raised, heads, self.rules)  # few forms say anything that turns on it
        return self.file.about(claim).between(self.claimant, self.respondent, roles, relied)

    def examination(self, part: Part, readings: Mapping[str, bool] | None = None) -> Examination:
        """The examination of a claim, which may ask for the results of others."""
        return Examination(part, self.inside(part.claim.id).standing, self.rules, readings or {})

    def assuming(self, facts: Mapping[str, FactValue | None]) -> Bench:
        """The same bench if these facts were so."""
        return self.with_facts_of(self.file.assuming(facts))._supposing(facts.keys(), self)

    def _supposing(self, facts: Collection[str], before: Bench) -> Bench:
        """This bench, which differs from another in these facts alone."""
        self._before = before, facts
        self.facts.supposing(facts, before.facts)
        return self

    def with_facts_of(self, file: CaseFile) -> Bench:
        """The same bench on another form of the dispute."""
        return Bench(file, self.rules, self.claimant, self.respondent, self.asked)

    def inside(self, claim: str) -> Bench:
        """The same bench while a claim is being examined."""
        if self.asked[-1:] == (claim,):
            return self
        if claim not in self._inside:
            there = Bench(self.file, self.rules, self.claimant, self.respondent, (*self.asked, claim))
            if self._before is not None:
                before, facts = self._before
                there._supposing(facts, before.inside(claim))
            self._inside[claim] = there
        return self._inside[claim]

    def claim(self, id: str) -> Code:
        """Whether another claim between the two succeeds, whoever of them raises it.

        Raises:
            RuleError: the claims refer to each other in a circle.
        """
        if id not in self._results:
            self._results[id] = self._result(id)
        return self._results[id]

    def _result(self, id: str) -> Code:
        found = self.other(id)
        if found is None:
            return OPEN
        bench, part = found
        possible = bench.examination(part).possible
        return TRUE if possible <= SUCCEEDS else OPEN if possible & SUCCEEDS else FALSE

    def other(self, id: str) -> tuple[Bench, Part] | None:
        """Another claim between the two, and the bench on which it is raised; None where neither can raise it.

        Raises:
            RuleError: the claims refer to each other in a circle.
        """
        if id in self.asked:
            raise RuleError(f"请求权规则循环引用：{' → '.join((*self.asked, id))}")
        claim = self.rules.claims[id]
        for bench in (self, Bench(self.file, self.rules, self.respondent, self.claimant, self.asked)):
            heads = heads_of(claim, bench.respondent, self.file.dispute.facts, self.rules)
            if bench.claimant.role in claim.claimant and heads:
                return bench, Part(claim, heads[0])
        return None
