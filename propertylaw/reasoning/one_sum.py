"""One sum asked for by two claims between the same two, as fees with and without a contract: it is due once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from propertylaw.model import Claim, ClaimFinding, Diagnostic, Severity
from propertylaw.rulebook import Rules

from .program import FAILS


def one_sum(findings: Iterable[ClaimFinding], rules: Rules, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That two claims between the same two reckon one and the same sum: they are alternatives.

    Args:
        findings: the claims, each against one respondent.
        rules: the rules.
        names: of the parties, by id.
    """
    standing = [finding for finding in findings if finding.result not in FAILS and finding.remedies]
    for one, other in combinations(standing, 2):
        same_two = (one.claimant, one.respondent) == (other.claimant, other.respondent)
        if same_two and one.id != other.id and _sums(rules.claims[one.id]) & _sums(rules.claims[other.id]):
            who = f"{names[one.claimant]}向{names[one.respondent]}"
            yield Diagnostic(
                code="SUM003",
                severity=Severity.HIGH,
                message=f"“{one.title}”和“{other.title}”由{who}请求的是同一笔钱，算的是同样的数，只能得一次",
                related=(*one.basis, *other.basis),
                advice="两项择一（一项为主、一项备用），金额不能相加；依据互相排斥的（如有合同、没有合同），承认了其中"
                "一项的前提，另一项就不成立",
            )


def _sums(claim: Claim) -> set[str]:
    """What the sums of a claim are reckoned by, but for what only follows a debt."""
    return {one.calc for one in claim.remedies if one.calc and not one.accessory}
