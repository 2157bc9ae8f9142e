"""A set-off that one claim counts and another does not: what is set off ends on both sides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from propertylaw.model import ClaimFinding, DefenceFinding, Diagnostic, Severity, Truth
from propertylaw.rulebook import Rules

from .program import FAILS

_SET_OFF = "setoff"
"""The defence of set-off, in every claim that counts it."""


def set_off_once(findings: Collection[ClaimFinding], rules: Rules, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That a sum set off in one claim may be asked for in full in a claim the other way (民法典 557 I, 568).

    Args:
        findings: the claims as they came out.
        rules: the rules.
        names: of the parties, by id.
    """
    for one in findings:
        defence = next((defence for defence in one.defences if defence.id == _SET_OFF), None)
        if defence is None or defence.truth is Truth.FALSE or defence.effect != "reduces":
            continue
        for other in findings:
            if _the_other_way(one, other) and other.amount and other.result not in FAILS and not _counts(other, rules):
                yield _doubt(one, defence, other, names)


def _the_other_way(one: ClaimFinding, other: ClaimFinding) -> bool:
    return (one.claimant, one.respondent) == (other.respondent, other.claimant)


def _counts(finding: ClaimFinding, rules: Rules) -> bool:
    """Whether the claim takes off by itself what is set off."""
    claim = rules.claims[finding.id]
    heads = [defence for head in claim.respondents for defence in head.defences]
    return any(defence.id == _SET_OFF for defence in (*claim.defences, *heads))


def _doubt(one: ClaimFinding, defence: DefenceFinding, other: ClaimFinding, names: Mapping[str, str]) -> Diagnostic:
    return Diagnostic(
        code="SUM005",
        severity=Severity.HIGH,
        message=f"“{one.title}”里算进了抵销；{names[other.claimant]}在“{other.title}”里请求的，如果就是拿来抵的（或者被抵的）那笔钱，"
        "抵掉多少就消灭多少，那一项的数额没有减",
        related=defence.basis,
        advice=f"从“{other.title}”的数额里减去实际抵掉的部分（两笔债中较小的一笔）；抵的是别的债的，不减",
    )
