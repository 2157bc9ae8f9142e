"""One loss for which several answer: what one of them pays, the others owe no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from propertylaw.model import Claim, ClaimFinding, Diagnostic, Result, Severity
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in

_FREE = frozenset({Result.NOT_SUPPORTED, Result.PREMATURE})


def one_loss(findings: Iterable[ClaimFinding], rules: Rules, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That the sums against several respondents are not added up, once for each claim.

    Args:
        findings: the claims, each against one respondent.
        rules: the rules.
        names: of the parties, by id.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        if finding.result not in _FREE and finding.amount and _of_the_whole(rules.claims[finding.id], rules):
            found.setdefault((finding.id, finding.claimant), []).append(names[finding.respondent])
    for (id, _), people in found.items():
        if len(set(people)) > 1:
            said = f"“{rules.claims[id].title}”对{'、'.join(dict.fromkeys(people))}算的是同一笔损失，不重复受偿"
            advice = "几项金额不能相加；一方付了的，从其余各方应付的里扣除"
            yield Diagnostic(code="SUM001", severity=Severity.MEDIUM, message=said, advice=advice)


def _of_the_whole(claim: Claim, rules: Rules) -> bool:
    """Whether its sums follow from facts of the dispute, not from what is each respondent's own (his flat, his fee)."""
    calculations = [remedy.calc for remedy in claim.remedies if remedy.calc]
    read = {fact for calc in calculations for fact in words_in(SUMS[calc]) if fact in rules.facts}
    return bool(read) and not any(rules.facts[fact].of for fact in read)
