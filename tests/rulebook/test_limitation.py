"""Limitation to the day: begun anew, stopped, moved from days off; every date is counted by hand beside it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.calculations import MissingFactsError
from propertylaw.rulebook.calculations.limitation import Acts, Obstacle, Report, course, end_of, out_of_time
from propertylaw.rulebook.calculations.working_days import LONGEST_BREAK, working_day_from
from propertylaw.rulebook.catalogue import catalogue
from propertylaw.rulebook.earlier_limitation import Kind, earlier_limitation
from propertylaw.rulebook.rates import prime_rates


@pytest.mark.parametrize(
    ("start", "obstacles", "last"),
    [
        (date(2021, 3, 10), (), date(2024, 3, 11)),  # 10 March 2024 is a Sunday
        (date(2021, 10, 2), (), date(2024, 10, 8)),  # the National Day break of 2024 ended on the 7th
        (date(2021, 9, 29), (), date(2024, 9, 29)),  # a Sunday on which people worked, before that break
        (date(2015, 9, 29), (), date(2017, 9, 29)),  # two years were over before 1 October 2017
        (date(2015, 10, 1), (), date(2018, 10, 8)),  # two years ended on that day: three, moved over the break
        # stopped within the last six months: six months from the end of the obstacle
        (date(2019, 2, 1), (Obstacle(date(2022, 1, 5), date(2022, 3, 1)),), date(2022, 9, 1)),
        # over before the last six months begin: no effect; 1 February 2022 lies in the New Year break
        (date(2019, 2, 1), (Obstacle(date(2020, 1, 5), date(2021, 7, 31)),), date(2022, 2, 7)),
        # a second obstacle within the last six months of the new end
        (
            date(2019, 2, 1),
            (Obstacle(date(2022, 1, 5), date(2022, 3, 1)), Obstacle(date(2022, 8, 1), date(2022, 8, 15))),
            date(2023, 2, 15),
        ),
        # over before October 2017: the 31 days it took are added; 2 May 2017 was the day after the break
        (date(2015, 4, 1), (Obstacle(date(2016, 12, 1), date(2016, 12, 31)),), date(2017, 5, 2)),
    ],
)
def test_the_last_day(start: date, obstacles: tuple[Obstacle, ...], last: date) -> None:
    assert end_of(start, obstacles).day == last
    assert not out_of_time(start, Acts((last,), obstacles))
    assert out_of_time(start, Acts((last + timedelta(days=1),), obstacles))


@pytest.mark.parametrize(
    ("start", "kind", "obstacles", "last"),
    [
        (date(2016, 9, 29), "body", (), date(2017, 9, 29)),  # over before 1 October 2017
        (date(2016, 9, 30), "deposit", (), date(2017, 9, 30)),  # the last day before
        (date(2016, 10, 1), "body", (), date(2019, 10, 8)),  # not over: three years, moved over the break
        (date(2015, 9, 30), "general", (), date(2017, 9, 30)),
        (date(2014, 3, 3), "body", (), date(2015, 3, 3)),
        # 40 days of illness carry the year over the day on which the law changed: three years
        (date(2016, 9, 20), "body", (Obstacle(date(2017, 5, 1), date(2017, 6, 9)),), date(2019, 9, 20)),
        (date(2018, 5, 4), "body", (), date(2021, 5, 6)),  # a day off of May 2021 ended on the 5th
    ],
)
def test_before_october_2017_harm_to_the_body_and_custody_had_one_year(
    start: date, kind: Kind, obstacles: tuple[Obstacle, ...], last: date
) -> None:
    assert end_of(start, obstacles, kind).day == last


def test_the_course_names_the_older_law_and_that_its_text_is_not_at_hand() -> None:
    (_, ended, late) = course(date(2015, 2, 2), Acts((date(2018, 1, 5),), ()), "body")
    assert ended.says.startswith("2016-02-02 届满：当时身体受到伤害的赔偿为一年（《民法通则》第一百三十六条，文本未附")
    assert late.says == "2018-01-05 已超过"
    assert "民法通则" not in "".join(step.says for step in course(date(2016, 11, 1), Acts((), ()), "body"))


def test_every_older_period_is_cited_in_words_and_as_a_place() -> None:
    table = earlier_limitation()
    assert {period.id for period in table.periods} == {"general", "body", "deposit"}
    for period in table.periods:
        (place,) = period.basis
        assert catalogue().get(place.instrument)
        assert f"《{place.instrument}》" in period.says
        assert "文本未附" in period.says
    assert all(catalogue().get(place.instrument) for place in table.basis)


@given(st.dates(date(2010, 1, 1), date(2024, 12, 31)))
def test_one_year_is_never_longer_than_two_and_from_october_2017_all_are_equal(start: date) -> None:
    body, general = end_of(start, (), "body").bare, end_of(start, ()).bare
    assert body is not None
    assert general is not None
    assert body <= general
    assert body == general or start < date(2016, 10, 1)


def test_while_an_obstacle_lasts_time_does_not_run_out() -> None:
    lasting = (Obstacle(date(2022, 1, 5), None),)
    assert not out_of_time(date(2019, 2, 1), Acts((date(2026, 1, 1),), lasting))
    assert "中止" in "".join(step.says for step in course(date(2019, 2, 1), Acts((), lasting)))


def test_each_act_in_time_begins_it_anew_and_the_course_says_so() -> None:
    acts = Acts((date(2022, 5, 1), date(2024, 11, 29)), ())
    assert not out_of_time(date(2020, 1, 31), acts)
    said = [step.says for step in course(date(2020, 1, 31), acts)]
    assert said[:3] == ["自 2020-01-31 起算", "2022-05-01 中断，重新计算", "2024-11-29 中断，重新计算"]
    assert said[3].startswith("2027-11-29 届满")
    assert "尚未公布" in said[3]


def test_days_off_that_are_not_announced_leave_it_open() -> None:
    acts = Acts((date(2027, 5, 2),), ())
    with pytest.raises(MissingFactsError):
        out_of_time(date(2024, 4, 30), acts)
    assert out_of_time(date(2024, 4, 30), Acts((date(2027, 6, 1),), ()))


@given(st.dates(date(2004, 1, 1), date(2026, 12, 20)))
def test_a_working_day_is_never_moved_and_a_day_off_only_to_the_next(day: date) -> None:
    moved = working_day_from(day)
    assert moved is not None
    assert chinese_calendar.is_workday(moved)
    assert all(chinese_calendar.is_holiday(day + timedelta(days=n)) for n in range((moved - day).days))


def test_no_break_is_longer_than_the_longest() -> None:
    days = [date(2004, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2004, 1, 1)).days)]
    longest = max(len(list(run)) for off, run in groupby(days, chinese_calendar.is_holiday) if off)
    assert timedelta(days=longest) < LONGEST_BREAK


def test_rates_stand_in_order_and_end_where_they_are_known() -> None:
    table = prime_rates()
    announced = [row.announced for row in table.rows]
    assert announced == sorted(set(announced))
    assert announced[0] == date(2019, 8, 20)
    assert announced[-1] <= table.known_until
    assert all(row.one_year < row.five_years < 1 for row in table.rows)
    assert list(table.between(date(2019, 1, 1), date(2019, 8, 19))) == []


def told(start: date, acts: Acts) -> list[str]:
    return [step.says for step in course(start, acts)]


def test_the_day_of_the_form_interrupts_nothing_and_the_last_day_to_sue_is_told() -> None:
    # known on 1 May 2023; nobody demanded or sued; 1 to 5 May 2026 are days off, the 6th is a Wednesday
    (began, ended, until, judged) = told(date(2023, 5, 1), Acts((), (), judged=date(2025, 6, 30)))
    assert began == "自 2023-05-01 起算"
    assert ended == "2026-05-01 届满，遇休假日顺延至 2026-05-06"
    assert until == "在 2026-05-06 以前（含当日）起诉或者催告，时效中断，没有超过"
    assert judged == "没有填起诉、申请调解的日期，按假定 2025-06-30 起诉判断：没有超过"


def test_a_suit_that_would_come_too_late_is_told_as_supposed() -> None:
    acts = Acts((), (), judged=date(2025, 6, 30))
    # 20 June 2025 is a Friday on which people worked
    assert out_of_time(date(2022, 6, 20), acts)
    assert told(date(2022, 6, 20), acts)[1:] == [
        "2025-06-20 届满",
        "没有填起诉、申请调解的日期，按假定 2025-06-30 起诉判断：已超过",
    ]


def test_a_suit_in_time_begins_it_anew_only_when_the_proceedings_are_over() -> None:
    sued = date(2024, 3, 1)
    assert told(date(2022, 3, 1), Acts((sued,), (), suits=(sued,))) == [
        "自 2022-03-01 起算",
        "2024-03-01 起诉（申请仲裁、调解）而中断，程序终结后重新计算",
    ]


@given(st.dates(date(2018, 1, 1), date(2024, 12, 31)), st.dates(date(2018, 1, 1), date(2026, 6, 30)))
def test_without_an_act_of_the_creditor_nothing_is_ever_called_interrupted(start: date, on: date) -> None:
    assert not any("重新计算" in says for says in told(start, Acts((), (), judged=on)))


STOLEN, SUED = date(2018, 3, 10), date(2024, 5, 1)


def reported(*reports: Report) -> Acts:
    return Acts((SUED,), (), suits=(SUED,), reports=reports)


@pytest.mark.parametrize(
    ("acts", "late"),
    [
        (reported(), True),
        (reported(Report(STOLEN, None)), False),  # the case is still open
        (reported(Report(STOLEN, date(2021, 6, 1))), False),  # from then to 2024-06-01
        (reported(Report(STOLEN, date(2021, 4, 1))), True),  # to 2024-04-01
        (reported(Report(date(2021, 4, 1), None)), True),  # reported when it was over since 2021-03-10
        # a second report while the first case is open takes nothing from it
        (reported(Report(STOLEN, date(2022, 1, 1)), Report(date(2019, 1, 1), date(2022, 1, 1))), False),
    ],
)
def test_a_report_to_the_police_stops_time_until_the_case_is_over(acts: Acts, late: bool) -> None:
    assert out_of_time(STOLEN, acts) is late
    assert ("已超过" in "；".join(step.says for step in course(STOLEN, acts))) is late


def test_a_case_of_which_nothing_is_told_may_have_ended_at_once() -> None:
    acts = reported(Report(STOLEN, None, "crime_case_open"))
    assert not out_of_time(STOLEN, acts)
    assert out_of_time(STOLEN, acts.at_least)
    assert acts.untold == ("crime_case_open",)
