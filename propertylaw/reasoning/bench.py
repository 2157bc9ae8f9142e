"""Claims between two parties that refer to each other: `claim:<id>` in a rule is the result of that claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from propertylaw.errors import RuleError
from propertylaw.model import Claim, Participant, Result
from propertylaw.rulebook import Rules

from .casefile import CaseFile
from .claims import Examination

_SUCCEEDS = frozenset({Result.SUPPORTED, Result.PARTLY_SUPPORTED})


@dataclass(frozen=True, slots=True)
class Bench:
    """Two parties, the facts and the rules."""

    file: CaseFile
    rules: Rules
    claimant: Participant
    respondent: Participant
    asked: tuple[str, ...] = ()
    """Claims whose results are being asked for, outermost first."""

    def examination(self, claim: Claim, readings: Mapping[str, bool] | None = None) -> Examination:
        """The examination of a claim, which may ask for the results of others."""
        inside = Bench(self.file, self.rules, self.claimant, self.respondent, (*self.asked, claim.id))
        facts = self.file.between(self.claimant, self.respondent)
        return Examination(facts, self.rules.concepts, readings, lambda id: inside.holds(id, readings))

    def holds(self, id: str, readings: Mapping[str, bool] | None = None) -> bool | None:
        """Whether another claim between the two succeeds, whoever of them raises it; None while it is open.

        Raises:
            RuleError: the claims refer to each other in a circle.
        """
        if id in self.asked:
            raise RuleError(f"请求权规则循环引用：{' → '.join((*self.asked, id))}")
        claim = self.rules.claims[id]
        for bench in (self, Bench(self.file, self.rules, self.respondent, self.claimant, self.asked)):
            heads = [head for head in claim.respondents if bench.respondent.role in head.role]
            if bench.claimant.role in claim.claimant and heads:
                possible = bench.examination(claim, readings).verdict(claim, heads[0]).possible
                return True if possible <= _SUCCEEDS else None if possible & _SUCCEEDS else False
        return None
