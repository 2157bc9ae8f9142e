"""The day by which an instalment is due, however a contract writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.extraction.due_days import due_days
from propertylaw.extraction.quantities import quantities_in

PERIODS = {"每月": 1, "每个月": 1, "每季度": 3, "每个季度": 3, "每半年": 6, "每年": 12}
LAST_DAYS = ("末日", "末", "底", "的最后一日", "最后一天", "末日24时")
BY = ("前", "之前", "以前")


def measured(words: str) -> list[str]:
    return [one.unit for one in quantities_in(words, (0, len(words)))]


def read(words: str) -> list[tuple[int, int, int]]:
    """Day, months of the period, month within it."""
    return [(int(one.day), one.every, one.month) for one in due_days(words, (0, len(words)))]


@given(st.sampled_from(sorted(PERIODS)), st.sampled_from(LAST_DAYS), st.sampled_from(BY))
def test_the_last_day_of_a_period_is_read_however_it_is_written(period: str, last: str, by: str) -> None:
    every = PERIODS[period]
    assert read(f"业主应当于{period}{last}{by}交纳物业费") == [(31, every, every)]
    assert measured(f"业主应当于{period}{last}{by}交纳物业费") == ["due_day"]


@given(st.sampled_from(["每季度", "每半年"]), st.integers(1, 28), st.sampled_from(BY))
def test_a_day_of_the_first_month_of_a_period_is_read(period: str, day: int, by: str) -> None:
    assert read(f"业主应当于{period}首月{day}日{by}交纳物业费") == [(day, PERIODS[period], 1)]


@given(st.integers(1, 28), st.sampled_from(BY))
def test_a_day_of_the_same_or_the_next_month_is_read(day: int, by: str) -> None:
    assert read(f"业主应当于当月{day}日{by}交纳物业费") == [(day, 1, 1)]
    assert read(f"业主应当于次月{day}日{by}交纳当月物业费") == [(day, 1, 2)]


@given(st.integers(1, 12), st.integers(1, 28))
def test_a_date_of_the_year_is_read(month: int, day: int) -> None:
    assert read(f"业主应当于每年{month}月{day}日前交纳当年物业费") == [(day, 12, month)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("业主应当于月底前交纳当月物业费", (31, 1, 1)),
        ("业主应当于每月上旬交纳当月物业费", (10, 1, 1)),
        ("业主应当于每季度首月上旬内交纳", (10, 3, 1)),
        ("业主应当于每年年底前交纳当年物业费", (31, 12, 12)),
        ("业主应当于每年6月30日和12月31日前交纳", (31, 6, 6)),
        ("物业费按季预付，业主应当于每季度首月10日前交纳", (10, 3, 1)),
    ],
)
def test_further_ways_to_name_the_day(words: str, day: tuple[int, int, int]) -> None:
    assert read(words) == [day]
    assert measured(words) == ["due_day"]


@pytest.mark.parametrize("words", ["应当于2025年底前交付资料", "应当于每月上旬前交纳", "业主应当按月交纳物业费"])
def test_a_single_date_or_one_that_can_mean_two_days_is_none(words: str) -> None:
    assert not read(words)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("物业费每年1月、7月各交纳半年，均应在当月20日前交纳", (20, 6, 1)),
        ("物业费每年分两次交纳，3月和9月各交半年，均于当月15日前交清", (15, 6, 3)),
        ("物业费分期交纳，三月、六月、九月、十二月各交一个季度，于当月5日之前交清", (5, 3, 3)),
        ("物业费每年3月交纳，业主应在当月20日前交清全年费用", (20, 12, 3)),
        ("物业费每季度首月交纳，当月20日前交清", (20, 3, 1)),
        ("物业费每季度最后一个月交纳，业主应于当月25日前交清", (25, 3, 3)),
        ("物业费按月交纳，业主应在当月10日前交纳", (10, 1, 1)),
    ],
)
def test_the_same_month_is_the_one_that_was_named_before(words: str, due: tuple[int, int, int]) -> None:
    assert read(words) == [due]


@pytest.mark.parametrize("period", ["按季交纳", "每年分两次交纳", "按半年交纳", "每4个月交纳一次"])
def test_the_same_month_of_a_longer_period_is_not_every_month(period: str) -> None:
    assert read(f"物业费{period}，业主应于当月10日前交清") == []
