"""Two facts that cannot both be so, and are both told with proof: the reader is told, for the court weighs them up."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Diagnostic, Severity
from propertylaw.rulebook.exclusions import Exclusion, exclusions

from .case import Case
from .pair_facts import PairFacts


def both_so(case: Case) -> Iterator[Diagnostic]:
    """Each pair of facts that exclude each other and stand both between the two sides of a claim, told once."""
    told = {fact.id for fact in case.dispute.facts}
    for one in exclusions() if len(told) > 1 else ():
        if told.issuperset(one.facts) and any(_stand(one, facts) for facts in _facts(case)):
            yield _told(one, case)


def _facts(case: Case) -> Iterator[PairFacts]:
    for _, (part, by, other) in case.wanted:
        yield case.bench(by.id, other.id).inside(part.claim.id).facts


def _stand(one: Exclusion, facts: PairFacts) -> bool:
    return all(facts.by_itself(fact).value is True for fact in one.facts)


def _told(one: Exclusion, case: Case) -> Diagnostic:
    first, second = (case.law.rules.facts[fact].title for fact in one.facts)
    return Diagnostic(
        code="FCT009",
        severity=Severity.HIGH,
        message=f"“{first}”和“{second}”都写了“是”，两者不能同时成立：{one.says}；双方都有证据而有一方否认的，"
        "要由法院判断哪一项属实，结论没有定",
        related=one.basis,
        advice="比较双方的证据；法院认定了的，把不属实的一项改为 false",
    )
