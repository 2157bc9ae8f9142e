"""A dispute of two: `a` raises a claim against `b`."""

from __future__ import annotations

from typing import Any

from propertylaw.model import Dispute


def raised(
    claim: str, roles: tuple[str, str], *facts: dict[str, Any], on: str = "2025-06-30", place: str = "辽宁省沈阳市"
) -> Dispute:
    """The claim, raised by and against parties of these roles, who say these facts."""
    parties = [{"id": id, "name": name, "role": role} for id, name, role in zip("ab", "甲乙", roles, strict=True)]
    claims = [{"by": "a", "against": ["b"], "claim": claim}]
    return Dispute.model_validate({"on": on, "place": place, "parties": parties, "claims": claims, "facts": facts})


def agreed(fact: str, value: object = True) -> dict[str, Any]:
    """A fact that `a` says and `b` admits."""
    return {"id": fact, "value": value, "said_by": "a", "admitted_by": ["b"]}
