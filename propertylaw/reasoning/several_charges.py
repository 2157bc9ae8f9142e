"""Charges that one request, or two that are alike, throw together: what is said of one counts for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from propertylaw.model import ClaimFinding, DefenceFinding, Diagnostic, Effect, ElementFinding, Severity, Truth
from propertylaw.rulebook.expression import names, parse

from .case import Case

_APART = "几笔收费性质、经过不同的，每笔填一张表"


def several_charges(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That a defence to one kind of charge decides over others, and that two requests alike share every fact.

    Args:
        findings: the claims as they came out.
        case: the dispute.
    """
    yield from _asked_twice(case)
    for finding in findings:
        kinds = {one.id: one.kinds for one in case.law.rules.claims[finding.id].elements}
        defence = next((one for one in finding.defences if _decides_all(one)), None)
        for element in finding.elements if defence else ():
            told = [*_told(element, kinds.get(element.id, ()))]
            if defence and len(told) > 1:
                titles = "、".join(f"“{case.law.rules.facts[id].title}”" for id in told)
                yield _of_several_kinds(finding, titles, defence)


def _told(element: ElementFinding, kinds: tuple[str, ...]) -> Iterator[str]:
    """Of each kind of charge that is told the first fact that tells it."""
    true = [use.fact for use in element.facts if use.value is True]
    for kind in kinds:
        read = names(parse(kind))
        yield from [id for id in true if id in read][:1]


def _decides_all(defence: DefenceFinding) -> bool:
    """Whether a defence does away with the whole claim, or a counter-defence keeps the whole of it."""
    kept = defence.effect is Effect.RULED_OUT and defence.unless is not None
    return defence.truth is Truth.TRUE and (defence.effect is Effect.EXTINGUISHES or kept)


def _of_several_kinds(finding: ClaimFinding, titles: str, defence: DefenceFinding) -> Diagnostic:
    return Diagnostic(
        code="SUM006",
        severity=Severity.HIGH,
        message=f"“{finding.title}”里不止一种收费（{titles}），而抗辩“{defence.says}”在这里一并决定全部："
        "只关系其中一种的，对其余几种不起作用",
        related=defence.basis,
        advice=_APART,
    )


def _asked_twice(case: Case) -> Iterator[Diagnostic]:
    """That a claim is raised twice between the same two: nothing tells the facts of the one from those of the other."""
    raised = sorted((one.by, other, one.claim) for one in case.dispute.claims for other in one.against)
    for (by, other, claim), alike in groupby(raised):
        count = len([*alike])
        if count > 1:
            title = case.law.rules.claims[claim].title
            yield Diagnostic(
                code="SUM006",
                severity=Severity.HIGH,
                message=f"“{title}”由{case.names[by]}向{case.names[other]}提了 {count} 次，"
                "表上的事实（金额、抗辩、日期）对各次都算，分不出哪一笔，金额不能相加",
                advice=f"是同一笔的只写一次；{_APART}",
            )
