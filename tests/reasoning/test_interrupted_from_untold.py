"""An interruption is told and not the day from which limitation ran: it runs anew from there (民法典 195)."""

from __future__ import annotations

from datetime import date
from typing import Any

from two_parties import agreed, raised

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

DEMANDED = {"id": "harm_demand_date", "value": date(2024, 5, 6), "said_by": "a", "evidence": ["快递签收单"]}
PLEADED = {"id": "limitation_raised", "value": True, "said_by": "b"}


def slipped(*more: dict[str, Any], on: str = "2025-06-30") -> Analysis:
    told = [agreed(id) for id in ("harm_in_service_area", "harm_suffered")]
    told += [
        {"id": id, "of": "b", "value": True, "evidence": ["照片"]} for id in ("known_hazard_left", "breach_contributed")
    ]
    told += [agreed("third_party_caused", False), agreed("damage_amount", 20000)]
    return analyze(raised("torts.duty_of_care", ("owner", "service_provider"), *told, *more, on=on))


def course(analysis: Analysis) -> list[str]:
    return [step.says for step in analysis.claims[0].limitation_course]


def asked(analysis: Analysis) -> set[str]:
    return {id for one in analysis.decisive for id in one.ids}


def test_the_time_that_runs_anew_is_told_and_on_what_it_hangs() -> None:
    first, last, *_ = course(slipped(DEMANDED))
    assert "没有填：在 2021-05-06 至 2024-05-06 之间的，2024-05-06 中断，重新计算" in first
    assert "2027-05-06" in last


def test_a_suit_begins_it_anew_only_when_it_is_over() -> None:
    (only,) = course(slipped({"id": "suit_date", "value": date(2024, 5, 6)}))
    assert "程序终结后重新计算" in only


def test_nothing_is_asked_as_long_as_nobody_pleads_it() -> None:
    found = slipped(DEMANDED)
    assert found.claims[0].result is Result.SUPPORTED
    assert "harm_known_date" not in asked(found)


def test_the_day_is_asked_once_it_decides() -> None:
    found = slipped(DEMANDED, PLEADED)
    assert found.claims[0].result is Result.DEPENDS
    assert "harm_known_date" in asked(found)


def test_it_is_not_asked_where_any_day_leads_to_the_same() -> None:
    # Nobody knew of the harm before it was done: no three years can have gone by before the demand.
    found = slipped(DEMANDED, PLEADED, agreed("act_date", date(2023, 3, 1)))
    assert found.claims[0].result is Result.SUPPORTED
    assert "harm_known_date" not in asked(found)


def test_it_is_asked_long_after_the_interruption_for_he_may_have_learnt_later_whose_doing_it_was() -> None:
    found = slipped(DEMANDED, PLEADED, on="2027-09-10")
    assert found.claims[0].result is Result.DEPENDS
    assert "harm_known_date" in asked(found)


def test_without_an_interruption_there_is_nothing_to_tell() -> None:
    assert course(slipped()) == []
