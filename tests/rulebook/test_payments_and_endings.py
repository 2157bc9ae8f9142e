"""Late payment, refunds, notice and vote of a dismissal; figures are worked out by hand beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.calculations import DERIVED, FIGURES, SUMS, MissingFactsError, Period
from propertylaw.rulebook.calculations.nothing_told import NothingTold

JANUARY = Period(Decimal(1000), date(2024, 1, 1), date(2024, 4, 9))
"""A thousand yuan, a hundred days late."""


@dataclass
class Facts(NothingTold):
    on: date = date(2025, 6, 30)
    numbers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    stretches: dict[str, tuple[Period, ...]] = field(default_factory=dict)

    def number(self, fact: str) -> Decimal | None:
        return Decimal(self.numbers[fact]) if fact in self.numbers else None

    def day(self, fact: str) -> date | None:
        return self.dates.get(fact)

    def periods(self, fact: str) -> tuple[Period, ...]:
        return self.stretches.get(fact, ())


def late(*rates: Period, **numbers: str) -> Facts:
    return Facts(numbers=numbers, stretches={"late_principal": (JANUARY,), "late_loss_rate": rates})


def always(rate: str) -> Period:
    return Period(Decimal(rate), None, None)


def test_the_penalty_runs_from_the_first_day_overdue_to_the_day_of_payment() -> None:
    # 1000 × 0.003 × 100
    assert SUMS["late_fee_on_paid"](late(late_fee_rate="0.003")).high == Decimal("300.00")


def test_the_agreed_cap_holds_the_penalty_on_what_was_paid_late() -> None:
    # 1000 × 0.2
    assert SUMS["late_fee_on_paid"](late(late_fee_rate="0.003", late_fee_cap="0.2")).high == Decimal("200.00")


def test_interest_follows_a_change_of_the_rate() -> None:
    # 1000 × (0.0365 × 31 + 0.073 × 69) / 365 = 3.10 + 13.80
    rates = (
        Period(Decimal("0.0365"), date(2024, 1, 1), date(2024, 1, 31)),
        Period(Decimal("0.073"), date(2024, 2, 1), None),
    )
    assert SUMS["overdue_interest"](late(*rates)).high == Decimal("16.90")


def test_without_a_stated_rate_interest_follows_the_prime_rate_of_each_day() -> None:
    # 1 January to 9 April 2024: 100 days at 3.45 % (announced 2023-08-21): 1000 × 0.0345 × 100 / 365 = 9.45
    found = SUMS["overdue_interest"](late())
    assert found.high == Decimal("9.45")
    assert any("2023-08-21" in step.says and "3.45%" in step.says for step in found.steps)
    # 1 to 20 October 2024 at 3.35 %, 21 to 31 at 3.10 %: 10000 × (0.0335 × 20 + 0.031 × 11) / 365 = 27.70
    october = Facts(stretches={"late_principal": (Period(Decimal(10000), date(2024, 10, 1), date(2024, 10, 31)),)})
    assert SUMS["overdue_interest"](october).high == Decimal("27.70")


@pytest.mark.parametrize(
    ("days", "counted"),
    [
        ((date(2019, 8, 19), date(2019, 8, 25)), "6.99"),  # 10 000 × 0.0425 × 6 / 365
        ((date(2025, 7, 1), date(2025, 12, 1)), "16.44"),  # 10 000 × 0.03 × 20 / 365
    ],
)
def test_outside_the_table_of_rates_interest_is_unknown_not_guessed(days: tuple[date, date], counted: str) -> None:
    facts = Facts(stretches={"late_principal": (Period(Decimal(10000), *days),)})
    found = SUMS["overdue_interest"](facts)
    assert (found.high, found.wanting) == (Decimal(counted), ("prime_rate",))
    # who tells the rate of the days that are missing leaves nothing out
    facts.stretches["prime_rate"] = (always("0.0365"),)
    whole = SUMS["overdue_interest"](facts)
    assert whole.wanting == ()
    assert whole.high > found.high


def test_the_penalty_stands_beside_the_loss_and_the_usual_limit() -> None:
    # penalty 1000 × 0.003 × 100 = 300; loss 1000 × 0.0345 × 100 / 365 = 9.4520…; 1.3 × that = 12.2876…; 287.7123… above
    figures = [step.amount for step in FIGURES["penalty_against_loss"](late(late_fee_rate="0.003"))]
    assert figures == [Decimal("300.00"), Decimal("9.45"), Decimal("12.29"), Decimal("287.71")]


def test_the_loss_on_several_sums_is_rounded_once_of_the_whole() -> None:
    # ten sums of 100, each late on 1 January 2024 alone: 100 × 0.0345 / 365 = 0.00945…, a cent each if rounded one by
    # one; together 0.0945…
    day = date(2024, 1, 1)
    facts = Facts(
        numbers={"late_fee_rate": "0.003"}, stretches={"late_principal": (Period(Decimal(100), day, day),) * 10}
    )
    assert FIGURES["penalty_against_loss"](facts)[1].amount == Decimal("0.09")
    assert SUMS["overdue_interest"](Facts(stretches=facts.stretches)).high == Decimal("0.09")


def test_past_the_table_of_rates_the_loss_is_reckoned_to_its_end_and_told_to_be_the_least() -> None:
    late_sum = (Period(Decimal(1000), date(2025, 7, 1), date(2025, 12, 1)),)
    facts = Facts(numbers={"late_fee_rate": "0.001"}, stretches={"late_principal": late_sum})
    # penalty 1000 × 0.001 × 154 days; loss 1000 × 0.03 × 20 / 365 = 1.6438…; 1.3 × that = 2.1369…; 151.8630… above
    agreed, loss, limit, above = FIGURES["penalty_against_loss"](facts)
    assert [step.amount for step in (agreed, loss, limit, above)] == [
        Decimal("154.00"),
        Decimal("1.64"),
        Decimal("2.14"),
        Decimal("151.86"),
    ]
    assert "2025-07-20" in loss.says
    assert ("至少" in loss.says, "至少" in limit.says, "至多" in above.says) == (True, True, True)


def test_the_penalty_on_unpaid_fees_stands_beside_the_loss_at_the_stated_rate() -> None:
    facts = unpaid(fee_due_day="31", fee_period_months="12", fee_due_month="12", late_fee_rate="0.0005")
    facts.on = date(2024, 12, 31)
    facts.stretches["late_loss_rate"] = (always("0.0365"),)
    # 1800 late for 366 days: penalty × 0.0005 a day = 329.40; loss × 0.0001 = 65.88; 1.3 × that = 85.644; 243.756 above
    figures = [step.amount for step in FIGURES["penalty_against_loss"](facts)]
    assert figures == [Decimal("329.40"), Decimal("65.88"), Decimal("85.64"), Decimal("243.76")]
    assert "243.76 元" in FIGURES["penalty_guide"](facts)[-1].says
    assert DERIVED["penalty_over_limit"](facts) is True
    # a cap of 4 % of 1800 leaves 72.00, which is not above 85.644
    facts.numbers["late_fee_cap"] = "0.04"
    assert DERIVED["penalty_over_limit"](facts) is False


def test_days_for_which_no_loss_is_told_bear_interest_at_the_prime_rate() -> None:
    # 1000 × (0.0345 × 31 + 0.0365 × 69) / 365 = 2.93 + 6.90
    found = SUMS["overdue_interest"](late(Period(Decimal("0.0365"), date(2024, 2, 1), None)))
    assert (found.high, found.wanting) == (Decimal("9.83"), ())


def test_of_two_loss_rates_for_the_same_days_neither_counts() -> None:
    with pytest.raises(MissingFactsError, match="late_loss_rate"):
        SUMS["overdue_interest"](late(always("0.0365"), always("0.04")))


def test_each_late_sum_bears_the_penalty_of_the_time_in_which_it_fell_due() -> None:
    # 1000 × 0.0005 × 100 for what was late from January, × 0.001 had it been late from July
    rates = (
        Period(Decimal("0.0005"), None, date(2024, 6, 30)),
        Period(Decimal("0.001"), date(2024, 7, 1), None),
    )
    facts = late()
    facts.stretches["late_fee_rate"] = rates
    assert SUMS["late_fee_on_paid"](facts).high == Decimal("50.00")


def test_a_sum_without_its_days_is_not_computed() -> None:
    facts = Facts(numbers={"late_fee_rate": "0.003"}, stretches={"late_principal": (always("1000"),)})
    with pytest.raises(MissingFactsError, match="late_principal"):
        SUMS["late_fee_on_paid"](facts)


def test_an_excessive_penalty_comes_down_at_most_to_the_loss() -> None:
    # loss: 1000 × 0.0365 × 100 / 365 = 10; 300 − 10
    above = SUMS["penalty_above_loss"](late(always("0.0365"), late_fee_rate="0.003"))
    assert (above.low, above.high) == (Decimal(0), Decimal("290.00"))


def test_nothing_comes_off_a_penalty_below_the_loss() -> None:
    # 1000 × 0.00005 × 100 = 5 against a loss of 10
    assert SUMS["penalty_above_loss"](late(always("0.0365"), late_fee_rate="0.00005")).high == 0


def test_a_penalty_more_than_three_tenths_above_the_loss_is_over_the_limit() -> None:
    # the loss is 10: a penalty of 13 is not over 13, one of 14 is; one of 10 is within the loss itself
    for rate, over, within in (("0.00013", False, True), ("0.00014", True, False), ("0.0001", False, True)):
        facts = late(always("0.0365"), late_fee_rate=rate)
        assert DERIVED["penalty_over_limit"](facts) is over
        assert DERIVED["penalty_within_limit"](facts) is within


def test_without_late_sums_the_rates_are_compared_unless_a_cap_may_change_them() -> None:
    facts = Facts(numbers={"late_fee_rate": "0.003"}, stretches={"late_loss_rate": (always("0.0365"),)})
    assert DERIVED["penalty_over_limit"](facts) is True
    facts.numbers["late_fee_cap"] = "0.1"
    with pytest.raises(MissingFactsError):
        DERIVED["penalty_over_limit"](facts)


def test_an_agreed_penalty_leaves_no_room_for_interest() -> None:
    assert SUMS["overdue_interest"](late(always("0.0365"), late_fee_rate="0.003")).high == 0


@pytest.mark.parametrize(("on", "barred"), [(date(2027, 4, 9), False), (date(2027, 4, 22), True)])
def test_three_years_run_from_the_last_payment(on: date, barred: bool) -> None:
    facts = late(late_fee_rate="0.003")
    facts.on = on
    assert DERIVED["late_fee_barred"](facts) is barred


def test_a_day_too_late_by_a_calendar_that_is_not_out_yet_is_not_called_late() -> None:
    facts = late(late_fee_rate="0.003")
    facts.on = date(2027, 4, 10)  # the days off of 2027 are announced at the end of 2026
    with pytest.raises(MissingFactsError):
        DERIVED["late_fee_barred"](facts)


def prepaid(end: date) -> Facts:
    dates = {"prepaid_from": date(2024, 1, 1), "prepaid_to": date(2024, 12, 31), "contract_end_date": end}
    return Facts(numbers={"prepaid_sum": "3660"}, dates=dates)


def test_prepaid_fees_come_back_by_the_days_left() -> None:
    # 366 days, ten yuan a day; 70 days from 23 October to 31 December
    assert SUMS["prepaid_refund"](prepaid(date(2024, 10, 22))).high == Decimal("700.00")


def test_nothing_comes_back_once_the_prepaid_time_is_over() -> None:
    assert SUMS["prepaid_refund"](prepaid(date(2025, 3, 1))).high == 0


def test_all_comes_back_where_the_service_ended_before_it() -> None:
    assert SUMS["prepaid_refund"](prepaid(date(2023, 12, 1))).high == Decimal("3660.00")


def test_the_day_on_which_the_service_stopped_stands_in_for_the_end_of_the_contract() -> None:
    facts = prepaid(date(2024, 10, 22))
    facts.dates["service_stop_date"] = facts.dates.pop("contract_end_date")
    assert SUMS["prepaid_refund"](facts).high == Decimal("700.00")
    del facts.dates["service_stop_date"]
    with pytest.raises(MissingFactsError):
        SUMS["prepaid_refund"](facts)


@given(st.integers(0, 400), st.integers(0, 400))
def test_what_is_kept_for_bridging_never_exceeds_what_was_to_come_back(end: int, more: int) -> None:
    facts = prepaid(date(2024, 1, 1) + timedelta(days=end))
    facts.dates["takeover_date"] = facts.dates["contract_end_date"] + timedelta(days=more)
    assert SUMS["bridging_part"](facts).high <= SUMS["prepaid_refund"](facts).high


@pytest.mark.parametrize(
    ("told", "agreed", "over"),
    [
        (date(2025, 5, 1), None, True),  # 60 days to 30 June
        (date(2025, 5, 2), None, False),
        (date(2025, 5, 2), "30", True),
        (date(2025, 4, 30), "90", False),
    ],
)
def test_sixty_days_of_notice_or_what_the_contract_says(told: date, agreed: str | None, over: bool) -> None:
    facts = Facts(numbers={"agreed_notice_days": agreed} if agreed else {}, dates={"dismissal_notice_date": told})
    assert DERIVED["notice_period_over"](facts) is over


@pytest.mark.parametrize(
    ("told", "months", "last"),
    [
        (date(2024, 11, 30), "3", date(2025, 2, 28)),  # no 30 February: the last day of the month
        (date(2023, 11, 30), "3", date(2024, 2, 29)),
        (date(2025, 1, 15), "2", date(2025, 3, 17)),  # 15 March 2025 is a Saturday
        (date(2025, 2, 28), "1", date(2025, 3, 28)),  # the day that corresponds, not the last of the month
        (date(2024, 12, 24), "0.5", date(2025, 1, 8)),
    ],
)
def test_months_of_notice_end_on_the_day_that_corresponds(told: date, months: str, last: date) -> None:
    for on, over in ((last, True), (last - timedelta(days=1), False)):
        facts = Facts(on, numbers={"agreed_notice_months": months}, dates={"dismissal_notice_date": told})
        assert DERIVED["notice_period_over"](facts) is over


def test_where_days_and_months_are_agreed_the_later_end_counts() -> None:
    numbers = {"agreed_notice_months": "1", "agreed_notice_days": "45"}
    facts = Facts(date(2025, 4, 30), numbers=numbers, dates={"dismissal_notice_date": date(2025, 3, 18)})
    assert DERIVED["notice_period_over"](facts) is False  # 45 days: 2 May 2025, in the break to the 5th


def test_notice_that_would_end_on_days_off_nobody_knows_yet_is_left_open() -> None:
    dates = {"dismissal_notice_date": date(2030, 1, 1)}
    with pytest.raises(MissingFactsError):
        DERIVED["notice_period_over"](Facts(date(2030, 3, 4), dates=dates))
    assert DERIVED["notice_period_over"](Facts(date(2030, 2, 28), dates=dates)) is False
    assert DERIVED["notice_period_over"](Facts(date(2030, 4, 1), dates=dates)) is True


def unpaid(**numbers: str) -> Facts:
    return Facts(
        numbers={"floor_area": "100", **numbers},
        dates={"unpaid_from": date(2023, 1, 1), "unpaid_to": date(2023, 12, 31)},
        stretches={"fee_rate": (always("1.5"),)},
    )


def test_fees_before_and_after_ownership_split_the_whole() -> None:
    facts = unpaid()
    facts.dates |= {"ownership_from": date(2023, 5, 1), "ownership_until": date(2023, 5, 1)}
    # January to April: 1.5 × 100 × 4; May to December: 1.5 × 100 × 8
    assert SUMS["before_ownership_part"](facts).high == Decimal("600.00")
    assert SUMS["after_ownership_part"](facts).high == Decimal("1200.00")


def test_what_lies_above_the_lawful_price_comes_off() -> None:
    facts = unpaid()
    # (1.5 − 1.2) × 100 × 12
    facts.stretches["lawful_rate"] = (always("1.2"),)
    assert SUMS["above_lawful_rate"](facts).high == Decimal("360.00")
    facts.stretches["lawful_rate"] = (always("1.8"),)
    assert SUMS["above_lawful_rate"](facts).high == 0


def test_a_lawful_price_that_rises_is_the_limit_of_each_day() -> None:
    facts = unpaid()
    facts.stretches["lawful_rate"] = (
        Period(Decimal("1.2"), None, date(2023, 6, 30)),
        Period(Decimal("1.4"), date(2023, 7, 1), None),
    )
    # (1.5 − 1.2) × 100 × 6 + (1.5 − 1.4) × 100 × 6
    assert SUMS["above_lawful_rate"](facts).high == Decimal("240.00")


def test_without_a_lawful_price_what_lies_above_it_cannot_be_reckoned() -> None:
    with pytest.raises(MissingFactsError, match="lawful_rate"):
        SUMS["above_lawful_rate"](unpaid())


@pytest.mark.parametrize(
    ("since", "whole", "part"),
    [(date(2023, 1, 1), False, False), (date(2023, 1, 2), False, True), (date(2024, 1, 1), True, False)],
)
def test_fees_may_come_wholly_or_partly_before_ownership(since: date, whole: bool, part: bool) -> None:
    facts = unpaid()
    facts.dates["ownership_from"] = since
    assert DERIVED["all_before_ownership"](facts) is whole
    assert DERIVED["some_before_ownership"](facts) is part


@pytest.mark.parametrize(
    ("until", "whole", "part"),
    [(date(2023, 1, 1), True, False), (date(2023, 12, 31), False, True), (date(2024, 1, 1), False, False)],
)
def test_fees_may_come_wholly_or_partly_after_ownership(until: date, whole: bool, part: bool) -> None:
    facts = unpaid()
    facts.dates["ownership_until"] = until
    assert DERIVED["all_after_ownership"](facts) is whole
    assert DERIVED["some_after_ownership"](facts) is part


@pytest.mark.parametrize(
    ("end", "whole", "part"),
    [(date(2022, 12, 31), True, True), (date(2023, 6, 30), False, True), (date(2023, 12, 31), False, False)],
)
def test_fees_may_come_wholly_or_partly_after_the_contract(end: date, whole: bool, part: bool) -> None:
    facts = unpaid()
    facts.dates["contract_end_date"] = end
    assert DERIVED["all_after_end"](facts) is whole
    assert DERIVED["some_after_end"](facts) is part


def test_a_raise_within_the_time_is_cut_only_from_its_day() -> None:
    facts = unpaid()
    facts.stretches["lawful_rate"] = (always("1.2"),)
    facts.stretches["fee_rate"] = (
        Period(Decimal("1.2"), None, date(2023, 6, 30)),
        Period(Decimal("1.5"), date(2023, 7, 1), None),
    )
    # (1.5 − 1.2) × 100 × 6
    assert SUMS["above_lawful_rate"](facts).high == Decimal("180.00")


def test_unpaid_fees_bear_interest_from_their_due_day() -> None:
    facts = unpaid(fee_due_day="31", fee_period_months="12", fee_due_month="12")
    facts.on = date(2024, 12, 31)
    facts.stretches["late_loss_rate"] = (always("0.0365"),)
    # 1800 × 0.0365 / 365 × 366 days
    assert SUMS["arrears_interest"](facts).high == Decimal("65.88")
    facts.numbers["late_fee_rate"] = "0.0005"
    assert SUMS["arrears_interest"](facts).high == 0


def vote(taking_part: str, agreeing: str, **dates: date) -> Facts:
    figures = {"total": "900", "in": taking_part, "for": agreeing}
    numbers = {f"vote_{count}_{part}": figure for count in ("area", "heads") for part, figure in figures.items()}
    return Facts(numbers=numbers, dates=dates)


@pytest.mark.parametrize(
    ("taking_part", "agreeing", "reached"),
    [
        ("600", "301", True),  # exactly two thirds of 900 take part, more than half of them agree
        ("600", "300", False),  # half is not more than half
        ("599", "599", False),  # one short of two thirds
    ],
)
def test_a_dismissal_is_an_ordinary_matter(taking_part: str, agreeing: str, reached: bool) -> None:
    facts = vote(taking_part, agreeing)
    assert DERIVED["ordinary_vote_reached"](facts) is reached
    assert DERIVED["ordinary_vote_missed"](facts) is not reached


def test_before_the_code_more_than_half_of_all_had_to_agree() -> None:
    # 301 are more than half of the 600 that took part, not of all 900
    assert DERIVED["ordinary_vote_missed"](vote("600", "301", decision_date=date(2020, 6, 1))) is True
    assert DERIVED["ordinary_vote_reached"](vote("600", "451", decision_date=date(2020, 6, 1))) is True


def test_without_figures_a_vote_is_neither_reached_nor_missed() -> None:
    for fact in ("ordinary_vote_reached", "ordinary_vote_missed"):
        with pytest.raises(MissingFactsError):
            DERIVED[fact](Facts())


def test_the_figures_of_a_vote_stand_beside_what_the_law_asks() -> None:
    says = [step.says for step in FIGURES["vote_figures"](vote("549", "319"))]
    assert says[:2] == [
        "参加表决的面积占全体的 61%（549/900，要三分之二以上，不够）",
        "同意的面积占参加表决的 58.11%（319/549，要过半数，够）",
    ]
    before = [step.says for step in FIGURES["vote_figures"](vote("600", "450", decision_date=date(2020, 6, 1)))]
    assert before[0].startswith("同意的面积占全体的 50%（450/900，要过半数，不够；")


def test_a_vote_that_hangs_on_one_flat_or_one_vote_says_so() -> None:
    area, agreed_area, heads, agreed_heads = [step.says for step in FIGURES["vote_figures"](vote("600", "300"))]
    assert "够；少一户（平均 1.00 平方米）就不够" in area
    assert "不够；只差一户" in agreed_area
    assert "够；少一票就不够" in heads
    assert "不够；只差一票" in agreed_heads
    assert not [step for step in FIGURES["vote_figures"](vote("700", "500")) if "核对" in step.says]


def test_without_figures_of_a_vote_no_share_is_told() -> None:
    assert FIGURES["vote_figures"](Facts()) == ()
