"""One sum asked for by two claims between the same two, as fees with and without a contract: it is due once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from propertylaw.model import ClaimFinding, Diagnostic, Severity

from .case import Case
from .figures_of import Figure, figures_of
from .program import FAILS


def one_sum(findings: Iterable[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That two claims between the same two reckon one and the same sum: they are alternatives.

    Args:
        findings: the claims, each against one respondent.
        case: the dispute.
    """
    standing = [finding for finding in findings if finding.result not in FAILS and _brings_money(finding)]
    for one, other in combinations(standing, 2):
        same_two = (one.claimant, one.respondent) == (other.claimant, other.respondent)
        shared = _sums(one.id, case) & _sums(other.id, case) if same_two and one.id != other.id else set()
        if shared:
            who = f"{case.names[one.claimant]}向{case.names[one.respondent]}"
            yield Diagnostic(
                code="SUM003",
                severity=Severity.HIGH,
                message=f"“{one.title}”和“{other.title}”由{who}请求的是同一笔钱，算的是同样的数，只能得一次",
                related=(*one.basis, *other.basis),
                advice="两项择一（一项为主、一项备用），金额不能相加；依据互相排斥的（如有合同、没有合同），承认了其中"
                f"一项的前提，另一项就不成立{_apart(one, (figure for _, read in shared for figure in read), case)}",
            )


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
    return {(one.calc, figures_of(one.calc, id, case)) for one in remedies if one.calc and not one.accessory}
