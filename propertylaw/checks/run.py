"""Runs checks over a view and turns what they found into diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propertylaw.model import Diagnostic, Severity

from .issue import issues
from .registry import Check, Hit
from .view import Contract

ORDER = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2, Severity.INFO: 3}
_LONGEST_QUOTE = 120
_MARKS = re.compile(r"[\s　、.．]+$")


def run_on_contract(contract: Contract, chosen: Iterable[Check]) -> tuple[Diagnostic, ...]:
    """What the checks found in a contract, in the order of the text; what the whole lacks comes last."""
    found = [diagnostic for check in chosen for diagnostic in _diagnostics(contract, check)]
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or (0, 0), one.code)))


def _diagnostics(contract: Contract, check: Check) -> Iterator[Diagnostic]:
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for hit in check.run(contract):
        one = _diagnostic(contract, check, hit)
        key = (one.issue, str(one.locator) if one.locator else None, one.quote)
        if key not in seen:
            seen.add(key)
            yield one


def _diagnostic(contract: Contract, check: Check, hit: Hit) -> Diagnostic:
    name = hit.issue or check.slug
    known = issues().get(name or "")
    message = hit.message or (known.message if known else check.message)
    clause = contract.clause_at(hit.span[0]) if hit.span else None
    return Diagnostic(
        code=check.code,
        severity=hit.severity or (known.severity if known else check.severity),
        message=f"{message}（{hit.says}）" if hit.says else message,
        locator=contract.locator_at(hit.span[0]) if hit.span else None,
        file=contract.source.path or contract.source.name,
        span=hit.span,
        related=hit.related,
        advice=hit.advice or (known.advice if known else ""),
        replacement=hit.wording or (known.wording if known else None),
        issue=name if check.subject == "contract" else None,
        basis=hit.basis or (known.basis if known else ()),
        quote=contract.text(hit.span)[:_LONGEST_QUOTE] if hit.span else "",
        clause=_MARKS.sub("", clause.article.label) if clause else None,
    )
