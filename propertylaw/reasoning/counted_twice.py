"""One defect counted twice: as a defence against the fee, and as a claim to have the fee reduced or paid back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from propertylaw.model import ClaimFinding, DefenceFinding, Diagnostic, Severity, Truth
from propertylaw.rulebook import Rules

from .program import FAILS


def counted_twice(findings: Collection[ClaimFinding], rules: Rules, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That a reduction raised against one claim is asked for by another between the same two as well.

    Args:
        findings: the claims as they came out.
        rules: the rules.
        names: of the parties, by id.
    """
    for one in findings:
        for other in findings:
            if _same_two(one, other) and one.result not in FAILS and other.result not in FAILS:
                for defence in one.defences:
                    shared = _shared(defence, other)
                    if shared and defence.truth is not Truth.FALSE and _takes_off(defence):
                        titles = "、".join(dict.fromkeys(rules.facts[id].title for id in shared))
                        yield Diagnostic(
                            code="SUM002",
                            severity=Severity.HIGH,
                            message=f"“{titles}”既作为“{one.title}”的抗辩（{defence.says}）减了数额，"
                            f"又在“{other.title}”里由{names[other.claimant]}请求一次：同一瑕疵只算一次",
                            related=defence.basis,
                            advice="两处只保留一处；两处都提的，另一处算出来的数额从这一处里扣除",
                        )
                        break


def _same_two(one: ClaimFinding, other: ClaimFinding) -> bool:
    return (one.claimant, one.respondent) == (other.respondent, other.claimant)


def _takes_off(defence: DefenceFinding) -> bool:
    return defence.effect in ("reduces", "measures")


def _shared(defence: DefenceFinding, other: ClaimFinding) -> tuple[str, ...]:
    """Facts on which the defence and an element of the other claim rest."""
    read = {use.fact for element in other.elements for use in element.facts if use.value is True}
    return tuple(use.fact for use in defence.facts if use.value is True and use.fact in read)
