"""The month with which a contract lets its fee year begin is read however it is written."""

from __future__ import annotations

import pytest

from propertylaw.extraction.due_days import due_days
from propertylaw.extraction.fee_years import fee_years
from propertylaw.model import Locator
from propertylaw.rulebook.calculations.month_of_period import counted_from


def begins(words: str) -> list[int]:
    terms = fee_years(words, (0, len(words)), Locator(instrument="合同"))
    return [int(one.value) for term in terms for one in term.quantities]


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("物业服务费以每年7月1日至次年6月30日为一个收费年度。", 7),
        ("按年预交，每年7月15日前交清下一年度（7月1日至次年6月30日）费用。", 7),
        ("收费年度为每年4月1日至翌年3月31日。", 4),
        ("物业费按收费年度（当年10月1日起至次年9月30日止）收取。", 10),
        ("计费年度自每年5月1日起算。", 5),
        ("每年七月至次年六月为一个缴费年度，业主应在每年六月底前交清物业费。", 7),
        ("每年3月1日为收费年度的起始日。", 3),
        ("物业费按自然年度收取，业主于每年3月31日前交清。", 1),
        ("每半年为一期（4月1日至9月30日、10月1日至次年3月31日），期初15日内交物业费。", 4),
        ("物业服务年度为9月1日-次年8月31日。", 9),
    ],
)
def test_a_fee_year_is_read(words: str, month: int) -> None:
    assert begins(words) == [month]


@pytest.mark.parametrize(
    "words",
    [
        "本合同期限自2021年7月1日至2024年6月30日，物业服务费每平方米2元。",  # one time, not every year
        "采暖费收费期为11月15日至次年3月15日。",
        "车位租金按年交纳，每年7月1日至次年6月30日为一期。",
        "收费年度的物业费应于6月30日前交清。",
        "物业费每年1月1日至3月31日集中收取。",
    ],
)
def test_what_is_no_fee_year_is_not_read_as_one(words: str) -> None:
    assert begins(words) == []


def test_two_beginnings_in_one_sentence_are_not_understood() -> None:
    words = "物业费的收费年度，住宅为4月1日至次年3月31日，商铺为7月1日至次年6月30日。"
    (term,) = fee_years(words, (0, len(words)), Locator(instrument="合同"))
    assert (term.quantities, term.not_understood) == ((), ("fee_year",))


@pytest.mark.parametrize(
    ("words", "begins", "month"),
    [
        ("业主应于每年6月30日前交清物业费", 7, 12),
        ("业主应于每年6月30日前交清当年的物业费", 4, 3),
        ("业主应于每年12月31日前交清次年物业费", 1, 0),
        ("业主应于每年6月30日前预交下一年度物业费", 7, 0),
        ("业主应于每年7月15日前交清下一年度物业费", 7, 1),
        ("业主应于每年1月31日前交清上一年度物业费", 1, 13),
        ("业主应于每年6月30日前交清当年7月1日至次年6月30日的物业费", 7, 0),
        ("业主应于每年7月31日前交清上年7月1日至当年6月30日的物业费", 7, 13),
        ("业主应于每年6月30日前交清上年7月1日至当年6月30日的物业费", 7, 12),
        ("业主应于每年3月31日、9月30日前交纳物业费", 4, 6),
        ("物业费按年交纳，每年年底前交清", 10, 3),
    ],
)
def test_a_month_of_the_calendar_is_counted_from_the_month_with_which_periods_begin(
    words: str, begins: int, month: int
) -> None:
    (due,) = due_days(words, (0, len(words)))
    assert due.by_calendar
    assert counted_from(begins, due.month, due.every) == month


@pytest.mark.parametrize("words", ["业主应于每季度首月10日前交物业费", "业主应于每年度第一个月15日前交物业费"])
def test_a_month_told_by_its_place_in_the_period_is_none_of_the_calendar(words: str) -> None:
    assert not any(one.by_calendar for one in due_days(words, (0, len(words))))
