"""What decides a headline is asked before what only changes a sum, in every claim.

Only the days that may carry a part of it over the line of limitation come before both.
"""

from __future__ import annotations

import pytest
from worked_cases import DISPUTES

from propertylaw.model import Dispute
from propertylaw.reasoning import analyze

INTERRUPTING = ("demand_date", "suit_date", "acknowledged_date", "crime_report_date", "agreed_after_expiry")
SEVERAL = [one for one in DISPUTES if len(one.claims) > 1][:12] + list(DISPUTES[::97])


@pytest.mark.parametrize("dispute", SEVERAL, ids=lambda one: one.title or one.claims[0].claim if one.claims else "")
def test_what_decides_a_headline_is_asked_first(dispute: Dispute) -> None:
    by_claim: dict[tuple[str, str], list[str]] = {}
    for question in analyze(dispute).decisive:
        if not any(id.endswith(INTERRUPTING) for id in question.ids):
            by_claim.setdefault((question.claim, question.respondent), []).append(question.purpose)
    for purposes in by_claim.values():
        assert purposes == sorted(purposes, key=lambda one: one != "result")


def test_such_disputes_ask_for_both() -> None:
    asked = {question.purpose for one in SEVERAL for question in analyze(one).decisive}
    assert asked == {"result", "amount"}
