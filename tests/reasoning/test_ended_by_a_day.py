"""What went on is over from the day that ended it, unless a part of it is told to go on."""

from __future__ import annotations

from datetime import date

import pytest

from propertylaw.reasoning import analyze
from tests.two_parties import agreed, raised

LEAVE, ROOMS, PAPERS = "退出物业服务区域", "交还物业服务用房", "交还物业服务所必需的资料"


@pytest.mark.parametrize(
    ("told", "ordered"),
    [
        ({}, {LEAVE, ROOMS, PAPERS}),
        ({"handed_over_date": date(2025, 5, 26)}, set()),
        ({"handed_over_date": date(2025, 5, 26), "papers_kept": True}, {PAPERS}),
    ],
)
def test_who_barred_the_way_and_left_on_a_day_is_ordered_nothing_any_more(
    told: dict[str, object], ordered: set[str]
) -> None:
    facts = {
        "dismissed_by_decision": True,
        "notice_given": True,
        "contract_end_date": date(2025, 4, 1),
        "handover_days": 10,
        "takeover_blocked": True,
        "handover_loss": 5000,
    }
    stated = [agreed(id, value) for id, value in {**facts, **told}.items()]
    (finding,) = analyze(raised("handover.refusal", ("owners_committee", "outgoing_provider"), *stated)).claims
    given = {one.says.split("，")[0].split("、")[0] for one in finding.remedies if one.money is None}
    assert given == ordered
    assert any(one.money and one.money.high == 5000 for one in finding.remedies)
