"""Findings for programs: JSON objects and lines whose shapes are documented and stable."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from propertylaw.checks import Review
from propertylaw.model import Diagnostic


def review_json(review: Review) -> str:
    """A review as one object."""
    content = {
        "title": review.title,
        "kind": review.kind,
        "side": review.side.value,
        "findings": [_contract_finding(one) for one in review.findings],
        "balance": [one.model_dump(mode="json") for one in review.balance],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def review_lines(review: Review) -> str:
    """A review as one object a line."""
    return "\n".join(json.dumps(_contract_finding(one), ensure_ascii=False) for one in review.findings)


def clause_line(id: str, findings: Sequence[Diagnostic]) -> str:
    """The findings about one clause of a clause file, as a line."""
    told = [{**_finding(one), "quote": one.quote or None} for one in findings]
    return json.dumps({"id": id, "findings": told}, ensure_ascii=False)


def lint_json(findings: Sequence[Diagnostic]) -> str:
    """What was found in regulations, as a list."""
    return json.dumps([_diagnostic(one) for one in findings], ensure_ascii=False, indent=2)


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "issue": one.issue,
        "also": list(one.also),
        "code": one.code,
        "severity": one.severity.value,
        "span": one.span,
        "basis": [str(at) for at in one.basis],
        "message": one.message,
    }


def _contract_finding(one: Diagnostic) -> dict[str, Any]:
    quote = one.quote or None
    told = {"clause": one.clause, "place": one.place or None, "quote": quote, "advice": one.advice}
    return {**_finding(one), **told, "wording": one.replacement, "replaces": one.replaces}


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "locator": str(one.locator) if one.locator else None,
        "file": one.file,
        "span": one.span,
        "related": [str(at) for at in one.related],
        "advice": one.advice,
    }
