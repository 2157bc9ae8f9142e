"""A dispute of two victims, `v` and `w`, who raise one claim against the same people, and what each is owed by whom."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from worked_cases import BOOK

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Dispute
from propertylaw.reasoning import analyze


def harmed(
    claim: str, against: Sequence[str], place: str, parties: Sequence[dict[str, Any]], facts: Sequence[dict[str, Any]]
) -> Analysis:
    """The claim of both against these parties."""
    claims = [{"by": by, "against": [*against], "claim": claim} for by in ("v", "w")]
    form = {"on": "2025-06-30", "place": place, "parties": [*parties], "claims": claims, "facts": [*facts]}
    dispute = Dispute.model_validate(form)
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK))


def owed(analysis: Analysis, claimant: str, respondent: str) -> tuple[Decimal | None, Decimal]:
    """The least and the most that one of the respondents owes one of the victims."""
    (found,) = (one for one in analysis.claims if (one.claimant, one.respondent) == (claimant, respondent))
    assert found.amount is not None
    return found.amount.low, found.amount.high
