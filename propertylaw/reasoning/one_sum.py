"""One sum asked for by several claims between the same two, as fees with and without a contract: it is due once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from propertylaw.model import ClaimFinding, Diagnostic, Result, Severity

from .case import Case
from .figures_of import Figure, figures_of
from .linked import linked
from .program import FAILS


def one_sum(findings: Iterable[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That several claims between the same two reckon one and the same sum: told once, with the one to go by.

    Args:
        findings: the claims, each against one respondent.
        case: the dispute.
    """
    standing = [finding for finding in findings if finding.result not in FAILS and _brings_money(finding)]
    for group in linked(standing, lambda one, other: one_and_the_same(one, other, case)):
        if len({one.id for one in group}) > 1:
            yield _told(group, case)


def one_and_the_same(one: ClaimFinding, other: ClaimFinding, case: Case) -> bool:
    """Whether two claims between the same two reckon one and the same sum."""
    same_two = (one.claimant, one.respondent) == (other.claimant, other.respondent)
    return same_two and one.id != other.id and bool(_sums(one.id, case) & _sums(other.id, case))


def _told(group: list[ClaimFinding], case: Case) -> Diagnostic:
    first = group[0]
    titles = "、".join(f"“{title}”" for title in dict.fromkeys(one.title for one in group))
    shared = [
        _sums(one.id, case) & _sums(other.id, case) for one, other in combinations(group, 2) if one.id != other.id
    ]
    figures = (figure for sums in shared for _, read in sums for figure in read)
    return Diagnostic(
        code="SUM003",
        severity=Severity.HIGH,
        message=f"{titles}由{case.names[first.claimant]}向{case.names[first.respondent]}请求的是同一笔钱，"
        f"算的是同样的数，只能得一次{_to_go_by(group)}",
        related=tuple(dict.fromkeys(at for one in group for at in one.basis)),
        advice="几项择一（一项为主、其余备用），金额不能相加；依据互相排斥的（如有合同、没有合同），承认了其中"
        f"一项的前提，另一项就不成立{_apart(first, figures, case)}",
    )


def _to_go_by(group: list[ClaimFinding]) -> str:
    """Which of the claims may be had as things stand: the only one that is settled; else they are alternatives."""
    sure = [one for one in group if one.result is not Result.DEPENDS]
    if len(sure) == len(group):
        return "：各项都能成立，由请求人选一项"
    return f"：现在能成立的是“{sure[0].title}”，其余取决于未定之处" if len(sure) == 1 else "：选哪一项取决于未定之处"


def _brings_money(finding: ClaimFinding) -> bool:
    """Whether a sum is asked for that is, or may be, more than nothing."""
    asked = (one for one in finding.remedies if not one.unasked)
    return any(one.missing or (one.money is not None and one.money.high > 0) for one in asked)


def _apart(one: ClaimFinding, figures: Iterable[Figure], case: Case) -> str:
    """How to say that a sum in yuan belongs to one of the two, where the form tells it of neither."""
    read = {figure.fact for figure in figures}
    told = (fact for fact in case.dispute.facts if fact.id in read and isinstance(fact.value, Decimal))
    sums = dict.fromkeys(fact.id for fact in told if case.law.rules.facts[fact.id].unit == "CNY")
    titles = "、".join(f"“{case.law.rules.facts[id].title}”（{id}）" for id in sums)
    return f"；只属于其中一项的，在{titles}那一行写上 claim: {one.id} 或另一项" if sums else ""


def _sums(id: str, case: Case) -> set[tuple[str, frozenset[Figure]]]:
    """What the sums of a claim are reckoned by and with, but for what only follows a debt."""
    remedies = case.law.rules.claims[id].remedies
    alone = (one for one in remedies if not (one.accessory or one.interest_on))
    return {(one.calc, figures_of(one.calc, id, case)) for one in alone if one.calc}
