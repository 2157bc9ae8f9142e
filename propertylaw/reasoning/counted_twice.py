"""The same money counted twice: as a defence against the fee, and as a claim to have the fee reduced or paid back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from propertylaw.model import ClaimFinding, DefenceFinding, Diagnostic, Severity, Truth

from .case import Case
from .program import FAILS
from .time import span


def counted_twice(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That a reduction raised against one claim is asked for by another, between the same two and for the same time.

    Args:
        findings: the claims as they came out.
        case: the dispute.
    """
    rules, names = case.law.rules, case.names
    stand = [one for one in findings if one.result not in FAILS]
    for one in stand:
        for other in stand:
            if _same_two(one, other) and not _apart(one, other, case):
                for defence in one.defences:
                    shared = [id for id in _shared(defence, other) if rules.facts[id].counted_as]
                    if shared and defence.truth is not Truth.FALSE and _takes_off(defence):
                        titles = "、".join(dict.fromkeys(rules.facts[id].title for id in shared))
                        once = rules.facts[shared[0]].counted_as
                        first = f"{names[one.claimant]}对{names[one.respondent]}的“{one.title}”"
                        yield Diagnostic(
                            code="SUM002",
                            severity=Severity.HIGH,
                            message=f"“{titles}”既在{first}里作为抗辩（{defence.says}）减了数额，"
                            f"又在“{other.title}”里由{names[other.claimant]}请求一次：{once}只算一次",
                            related=defence.basis,
                            advice="两处只保留一处；两处都提的，另一处算出来的数额从这一处里扣除",
                        )
                        break


def _same_two(one: ClaimFinding, other: ClaimFinding) -> bool:
    return (one.claimant, one.respondent) == (other.respondent, other.claimant)


def _apart(one: ClaimFinding, other: ClaimFinding, case: Case) -> bool:
    """Whether the two are about times that do not meet: what was overpaid for one is not taken off the next."""
    times = [_time(found, case) for found in (one, other)]
    known = sorted(time for time in times if time)
    return len(known) == len(times) and known[0][1] < known[1][0]


def _time(found: ClaimFinding, case: Case) -> tuple[date, date] | None:
    return span(case.law.rules.claims[found.id], case.bench(found.claimant, found.respondent).facts)


def _takes_off(defence: DefenceFinding) -> bool:
    return defence.effect in ("reduces", "measures")


def _shared(defence: DefenceFinding, other: ClaimFinding) -> tuple[str, ...]:
    """Facts on which the defence and an element of the other claim rest."""
    read = {use.fact for element in other.elements for use in element.facts if use.value is True}
    return tuple(use.fact for use in defence.facts if use.value is True and use.fact in read)
