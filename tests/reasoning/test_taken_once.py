"""Defences on fees of the same time: of each day at most its whole fee is taken off; sums counted by hand.

1.5 yuan × 100 square metres is 150 a month, due on its last day; 2023 comes to 1800.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.model import Dispute
from propertylaw.reasoning.casefile import CaseFile, NoDocuments
from propertylaw.reasoning.pair_facts import PairFacts
from propertylaw.reasoning.reductions import Cut
from propertylaw.reasoning.taken_once import taken_once
from propertylaw.rulebook import rules
from propertylaw.rulebook.calculations import SUMS

BASE = {"fee_rate": 1.5, "floor_area": 100, "unpaid_from": date(2023, 1, 1), "unpaid_to": date(2023, 12, 31)}


def facts(**more: object) -> PairFacts:
    parties = [{"id": "a", "name": "甲", "role": "service_provider"}, {"id": "b", "name": "乙", "role": "owner"}]
    told = [{"id": id, "value": value} for id, value in {**BASE, **more}.items()]
    form = {"on": date(2024, 12, 31), "place": "江苏省南通市", "parties": parties, "facts": told}
    dispute = Dispute.model_validate(form)
    return CaseFile(dispute, rules().facts, NoDocuments()).between(*dispute.parties)


def cut(calc: str, pair: PairFacts, *, given: bool) -> Cut:
    money = SUMS[calc](pair)
    return Cut((), calc, money.high if given else Decimal(0), money.high, calc)


def taken(cuts: tuple[Cut, ...]) -> tuple[Decimal, Decimal]:
    return sum((one.sure for one in cuts), Decimal(0)), sum((one.possible or Decimal(0) for one in cuts), Decimal(0))


EMPTY = {"empty_flat_share": 0.7, "empty_from": date(2023, 5, 16), "empty_to": date(2023, 8, 31)}
OWNED = {"ownership_from": date(2023, 7, 1)}


def test_what_lies_apart_is_taken_off_as_a_whole() -> None:
    pair = facts(**EMPTY, contract_end_date=date(2023, 10, 31))
    cuts = tuple(cut(calc, pair, given=True) for calc in ("empty_flat_reduction", "after_end_part"))
    # November and December: 300; the flat empty for 16 days of May and three months: (150 × 16/31 + 450) × 0.3 = 158.23
    assert taken(taken_once(cuts, pair)) == (Decimal("458.23"), Decimal("458.23"))


def test_a_day_within_a_month_is_taken_off_once() -> None:
    pair = facts(**EMPTY | {"empty_to": date(2023, 12, 31)}, contract_end_date=date(2023, 10, 15))
    cuts = tuple(cut(calc, pair, given=True) for calc in ("after_end_part", "empty_flat_reduction"))
    # after the end: 150 × 16/31 + 300 = 377.42; empty before it: (150 × 16/31 + 4 × 150 + 150 × 15/31) × 0.3 = 225.00
    assert taken(taken_once(cuts, pair)) == (Decimal("602.42"), Decimal("602.42"))


def test_what_is_open_counts_only_for_the_least_that_is_left() -> None:
    pair = facts(**EMPTY | {"empty_from": date(2023, 1, 1), "empty_to": date(2023, 12, 31)}, **OWNED)
    sure, open_one = cut("before_ownership_part", pair, given=True), cut("empty_flat_reduction", pair, given=False)
    # before 1 July: 900 for certain; the second half of the year at seven tenths: 270 perhaps
    assert taken(taken_once((sure, open_one), pair)) == (900, 1170)


def test_a_sum_without_a_time_and_one_defence_alone_are_left_as_they_are() -> None:
    pair = facts(**EMPTY, setoff_sum=500)
    cuts = tuple(cut(calc, pair, given=True) for calc in ("setoff", "empty_flat_reduction"))
    assert taken_once(cuts, pair) == cuts


@pytest.mark.parametrize(
    "order", list(permutations(("before_ownership_part", "after_end_part", "empty_flat_reduction")))
)
def test_the_order_of_the_defences_changes_nothing_in_all(order: tuple[str, ...]) -> None:
    pair = facts(**EMPTY, **OWNED, contract_end_date=date(2023, 8, 15))
    # 900 to June; 150 × 16/31 + 4 × 150 = 677.42 from 16 August; empty between: (150 + 150 × 15/31) × 0.3 = 66.77
    assert taken(taken_once(tuple(cut(calc, pair, given=True) for calc in order), pair))[0] == pytest.approx(
        Decimal("1644.19"), abs=Decimal("0.02")
    )


DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))


@settings(deadline=None, max_examples=20)
@given(DAYS, DAYS, DAYS, st.sampled_from((0, 0.3, 0.7)))
def test_no_more_is_taken_than_there_is(one: date, other: date, end: date, share: float) -> None:
    since, until = sorted((one, other))
    pair = facts(empty_flat_share=share, empty_from=since, empty_to=until, contract_end_date=end)
    cuts = tuple(cut(calc, pair, given=True) for calc in ("empty_flat_reduction", "after_end_part"))
    once, _ = taken(taken_once(cuts, pair))
    assert max(found.sure for found in cuts) - Decimal("0.02") <= once
    assert once <= min(taken(cuts)[0], SUMS["arrears"](pair).high) + Decimal("0.02")


def test_what_the_victim_bears_is_a_part_of_what_limitation_leaves() -> None:
    pair = facts(damage_amount=8000, victim_fault_share=0.3)
    own = cut("own_part_of_damage", pair, given=True)
    barred = Cut((), "barred_damage", Decimal(0), Decimal(3000), "时效")
    # 8000 × 0.3 where nothing is out of time; 3000 + 5000 × 0.3 where 3000 are
    assert taken(taken_once((own, barred), pair)) == (2400, 4500)
    assert taken(taken_once((own,), pair)) == (2400, 2400)


def test_what_is_left_of_fees_is_rounded_once() -> None:
    # 108.4 × 2.1 = 227.64 a month. To 14 October 12 months and 14 of 31 days, 2834.4852; the time from 9 September on,
    # 22 of 30 and 14 of 31 days, 269.7412: 2564.744 is left, where 2834.49 − 269.74 would be 2564.75
    time = {"unpaid_from": date(2022, 10, 1), "unpaid_to": date(2023, 10, 14)}
    pair = facts(**time, fee_rate=Decimal("2.1"), floor_area=Decimal("108.4"), contract_end_date=date(2023, 9, 8))
    cuts = taken_once((cut("after_end_part", pair, given=True),), pair)
    assert [one.sure for one in cuts] == [Decimal("269.74"), Decimal("0.01")]
    assert SUMS["arrears"](pair).high - taken(cuts)[0] == Decimal("2564.74")


def test_what_is_not_measured_by_the_fees_alone_is_not_rounded_again() -> None:
    pair = facts(ownership_from=date(2023, 7, 1), inherited_value=400, inherited_from_debtor=True)
    alone = cut("above_estate", pair, given=True)
    # six months of 150 less what was inherited
    assert alone.sure == Decimal("500.00")
    assert taken_once((alone,), pair) == (alone,)
