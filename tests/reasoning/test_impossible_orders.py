"""Figures and days that cannot be: more agree than take part, a notice before its decision, knowing before harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Dispute
from propertylaw.reasoning import read_form
from propertylaw.rulebook import rules
from propertylaw.rulebook.orders import orders

VOTE = {
    "vote_area_total": 90000,
    "vote_heads_total": 800,
    "vote_area_in": 60000,
    "vote_heads_in": 534,
    "vote_area_for": 30500,
    "vote_heads_for": 268,
}
DISMISSAL = """\
on: 2025-09-10
place: 浙江省宁波市
parties:
  - {id: a, name: 业主委员会, role: owners_committee}
  - {id: b, name: 甲物业公司, role: service_provider}
claims: [{by: a, against: [b], claim: contract.dismissal}]
facts:
"""
ACCIDENT = """\
on: 2025-09-10
place: 浙江省宁波市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 甲物业公司, role: service_provider}
claims: [{by: a, against: [b], claim: torts.falling_object}]
facts:
"""


def read(folder: Path, head: str, *facts: str) -> Dispute:
    path = folder / "案.yaml"
    path.write_text(head + "".join(f"  - {{{fact}}}\n" for fact in facts), encoding="utf-8")
    return read_form(path)


def voted(folder: Path, **figures: int) -> Dispute:
    return read(folder, DISMISSAL, *(f"id: {id}, value: {value}" for id, value in {**VOTE, **figures}.items()))


def test_a_vote_that_can_be_is_read(tmp_path: Path) -> None:
    assert len(voted(tmp_path).facts) == 6
    # all took part, and all agreed
    assert voted(tmp_path, vote_heads_for=800, vote_heads_in=800, vote_area_for=90000, vote_area_in=90000)


@pytest.mark.parametrize(
    ("figures", "named"),
    [
        ({"vote_heads_for": 568}, ("vote_heads_for", "568", "vote_heads_in", "534")),
        ({"vote_heads_total": 85}, ("vote_heads_for", "268", "vote_heads_total", "85")),
        ({"vote_area_in": 95000}, ("vote_area_in", "95000", "vote_area_total", "90000")),
        ({"vote_area_for": 60001}, ("vote_area_for", "60001", "vote_area_in", "60000")),
        ({"vote_units_total": 500}, ("vote_heads_in", "534", "vote_units_total", "500")),
    ],
)
def test_figures_of_a_vote_that_cannot_be_are_refused_by_name(
    figures: dict[str, int], named: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(FormError) as refused:
        voted(tmp_path, **figures)
    assert refused.value.code == "FORM001"
    assert all(word in str(refused.value) for word in named)


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        (DISMISSAL, "id: decision_date, value: 2025-08-20, said_by: a", "id: dismissal_notice_date, value: 2025-06-10"),
        (ACCIDENT, "id: act_date, value: 2022-07-20", "id: harm_known_date, of: a, value: 2018-07-20"),
        (ACCIDENT, "id: act_date, value: 2022-07-20", "id: harm_demand_date, of: a, value: 2021-03-01"),
    ],
)
def test_days_in_an_order_that_cannot_be_are_refused(head: str, first: str, last: str, tmp_path: Path) -> None:
    with pytest.raises(FormError, match="晚于"):
        read(tmp_path, head, first, last)


def test_one_and_the_same_day_is_in_order(tmp_path: Path) -> None:
    assert read(tmp_path, ACCIDENT, "id: act_date, value: 2022-07-20", "id: harm_known_date, value: 2022-07-20")


def test_what_two_sides_say_is_weighed_and_not_refused(tmp_path: Path) -> None:
    own = "id: decision_date, value: 2025-05-20, said_by: a"
    theirs = "id: decision_date, value: 2025-08-01, said_by: b"
    assert read(tmp_path, DISMISSAL, own, theirs, "id: dismissal_notice_date, value: 2025-06-10, said_by: a")


def test_every_order_is_of_facts_of_one_type_that_the_form_states() -> None:
    for order in orders():
        definitions = [rules().facts[id] for id in order.facts]
        assert len({one.type for one in definitions}) == 1
        assert {one.type for one in definitions} <= {"number", "date"}
        assert not any(one.calc for one in definitions)
