"""One estate for all debts of the deceased: each claim against an heir may take it up, all together no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from propertylaw.model import ClaimFinding, Diagnostic, Severity

from .case import Case
from .program import FAILS

_HEIR, _RECEIVED, _BEYOND = "heir_of_debtor", "inherited_value", "heir_pays_beyond"


def one_estate(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That several claims against one heir come to more than he received, each of them within it by itself.

    Args:
        findings: the claims, each against one respondent.
        case: the dispute.
    """
    for heir in dict.fromkeys(one.respondent for one in findings):
        owed = [one for one in findings if one.respondent == heir and _of_the_deceased(one, case)]
        received = case.bench_of(owed[0]).facts.number(_RECEIVED) if owed else None
        whole = sum((one.amount.high for one in owed if one.amount), Decimal(0))
        if len(owed) > 1 and received is not None and whole > received:
            yield _told(owed, case.names[heir], whole, received)


def _of_the_deceased(finding: ClaimFinding, case: Case) -> bool:
    """Whether a sum is asked for that the deceased owed, and that the heir pays from the estate alone."""
    facts = case.bench_of(finding).facts
    standing = finding.result not in FAILS and finding.amount is not None
    return standing and facts.truth(_HEIR) is True and facts.truth(_BEYOND) is not True


def _told(owed: list[ClaimFinding], heir: str, whole: Decimal, received: Decimal) -> Diagnostic:
    from propertylaw.rulebook.debts_of_the_deceased import debts_of_the_deceased

    titles = "、".join(f"“{title}”" for title in dict.fromkeys(one.title for one in owed))
    return Diagnostic(
        code="SUM004",
        severity=Severity.MEDIUM,
        message=f"{titles}合起来最多 {whole:,.2f} 元，多于{heir}所得遗产的 {received:,.2f} 元：各项的限额是分别算的，"
        "其中死者去世以前的债务合起来也只以遗产的价值为限",
        related=debts_of_the_deceased().estate.basis,
        advice="几项债务一并清偿的，在遗产的价值以内分配；已经用遗产清偿的部分，从“所得遗产的实际价值”（inherited_value）里减去",
    )
