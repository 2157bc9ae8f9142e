"""Sums and periods; every expected figure is worked out by hand beside it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.calculations import (
    DERIVED,
    FIGURES,
    SUMS,
    MissingFactsError,
    Period,
    UndecidedError,
)
from propertylaw.rulebook.calculations.nothing_told import NothingTold
from propertylaw.rulebook.calculations.registry import Registry

UNTOLD = frozenset({"amount_paid", "late_principal"})
"""Sums told with their times that no example here tells so."""


@dataclass
class Facts(NothingTold):
    on: date
    numbers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, tuple[date, ...]] = field(default_factory=dict)
    rates: tuple[Period, ...] = (Period(Decimal("1.5"), None, None),)

    def number(self, fact: str) -> Decimal | None:
        return Decimal(self.numbers[fact]) if self.numbers.get(fact, "yes") != "yes" else None

    def truth(self, fact: str) -> bool | None:
        return {"yes": True, "no": False}.get(self.numbers.get(fact, ""))

    def choice(self, fact: str) -> str | None:
        return self.numbers.get(fact)

    def day(self, fact: str) -> date | None:
        return self.dates[fact][-1] if fact in self.dates else None

    def days(self, fact: str) -> tuple[date, ...]:
        return self.dates.get(fact, ())

    def periods(self, fact: str) -> tuple[Period, ...]:
        paid = self.number(fact) if fact == "amount_paid" else None
        return (Period(paid, None, None),) if paid else () if fact in UNTOLD else self.rates


def _unpaid(start: date, end: date, on: date = date(2024, 12, 31), **numbers: str) -> Facts:
    return Facts(on, {"floor_area": "100", **numbers}, {"unpaid_from": (start,), "unpaid_to": (end,)})


QUARTERLY = {"fee_due_day": "20", "fee_period_months": "3", "fee_due_month": "1"}


def test_a_whole_year_is_twelve_months_of_rate_times_area() -> None:
    # 1.5 × 100 × 12
    assert SUMS["arrears"](_unpaid(date(2023, 1, 1), date(2023, 12, 31))).high == Decimal("1800.00")


def test_part_of_a_month_counts_by_days() -> None:
    # 16 of 31 days of January: 150 × 16 / 31 = 77.419…
    assert SUMS["arrears"](_unpaid(date(2023, 1, 16), date(2023, 1, 31))).high == Decimal("77.42")


def test_a_change_of_rate_splits_the_time() -> None:
    facts = _unpaid(date(2023, 1, 1), date(2023, 4, 30))
    facts.rates = (
        Period(Decimal("1.5"), None, date(2023, 2, 28)),
        Period(Decimal("2"), date(2023, 3, 1), None),
    )
    # 2 × 150 + 2 × 200
    assert SUMS["arrears"](facts).high == Decimal("700.00")


def test_an_instalment_that_has_not_fallen_due_is_left_out() -> None:
    # quarters due on 20 January and 20 April; on 1 April only the first is due: 450
    facts = _unpaid(date(2024, 1, 1), date(2024, 6, 30), on=date(2024, 4, 1), **QUARTERLY)
    assert SUMS["arrears"](facts).high == Decimal("450.00")
    assert DERIVED["instalments_due"](facts) == 1


def test_what_was_paid_comes_off() -> None:
    facts = _unpaid(date(2023, 1, 1), date(2023, 12, 31), amount_paid="300")
    assert SUMS["arrears"](facts).high == Decimal("1500.00")


def test_the_late_fee_runs_from_the_day_after_each_instalment_fell_due() -> None:
    # 450 due on 20 January 2024; 10 days late on 30 January: 450 × 0.0005 × 10 = 2.25
    facts = _unpaid(date(2024, 1, 1), date(2024, 3, 31), on=date(2024, 1, 30), late_fee_rate="0.0005", **QUARTERLY)
    assert SUMS["late_fee"](facts).high == Decimal("2.25")


def test_another_due_day_changes_the_late_fee() -> None:
    # due on 10 January instead: 20 days: 4.50
    quarterly = QUARTERLY | {"fee_due_day": "10"}
    facts = _unpaid(date(2024, 1, 1), date(2024, 3, 31), on=date(2024, 1, 30), late_fee_rate="0.0005", **quarterly)
    assert SUMS["late_fee"](facts).high == Decimal("4.50")


def _from(event: str, nth: str | None = None, **dates: date) -> Facts:
    """One quarter, 450, due on 20 January 2024 and unpaid on 30 June, at 0.03 % a day from another day than that."""
    started = {"late_fee_from": event} | ({"late_fee_from_nth": nth} if nth else {})
    facts = _unpaid(
        date(2024, 1, 1), date(2024, 3, 31), on=date(2024, 6, 30), late_fee_rate="0.0003", **started, **QUARTERLY
    )
    facts.dates |= {id: (day,) for id, day in dates.items()}
    return facts


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        (_from("due", "31"), 132),  # from 20 February: 10 + 31 + 30 + 31 + 30
        (_from("demand", "16", demand_date=date(2024, 5, 1)), 45),  # from 17 May: 15 + 30
        (_from("demand", "16", demand_letter_date=date(2024, 5, 1)), 45),  # a demand in writing is one of any form
        (_from("written_demand", "16", demand_date=date(2024, 3, 1), demand_letter_date=date(2024, 5, 1)), 45),
        (_from("written_demand", "1", demand_letter_date=date(2024, 6, 20)), 10),
        (_from("demand", "1", demand_date=date(2024, 1, 5)), 0),  # before it fell due nothing is to be demanded
        (_from("suit", "0", suit_date=date(2024, 6, 11)), 20),
        (_from("day", late_fee_from_date=date(2024, 6, 1)), 30),
    ],
)
def test_the_late_fee_runs_from_the_agreed_day(facts: Facts, days: int) -> None:
    assert SUMS["late_fee"](facts).high == (Decimal(450) * Decimal("0.0003") * days).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )


def test_where_the_contract_names_no_days_the_late_fee_runs_after_the_time_that_the_demand_gave() -> None:
    facts = _from("demand", demand_date=date(2024, 5, 1))
    facts.numbers["demand_days"] = "15"
    # the demand gives time until 16 May; 45 days to 30 June: 450 × 0.0003 × 45 = 6.075
    assert SUMS["late_fee"](facts).high == Decimal("6.08")


@pytest.mark.parametrize(
    ("event", "asked"), [("demand", "demand_date"), ("written_demand", "demand_letter_date"), ("suit", "suit_date")]
)
def test_the_day_with_which_the_late_fee_begins_is_asked_for(event: str, asked: str) -> None:
    with pytest.raises(MissingFactsError) as missing:
        SUMS["late_fee"](_from(event, "1"))
    assert missing.value.facts == (asked,)


def test_the_agreed_cap_holds_the_late_fee() -> None:
    facts = _unpaid(date(2020, 1, 1), date(2020, 3, 31), late_fee_rate="0.001", late_fee_cap="0.2", **QUARTERLY)
    # 450 × 0.2
    assert SUMS["late_fee"](facts).high == Decimal("90.00")


@pytest.mark.parametrize(
    ("demand", "barred"),
    [
        ((), "900.00"),  # 2021-03-31 and 2021-06-30 are more than three years before 2024-07-15: two quarters of 450
        ((date(2023, 1, 10),), "0.00"),
        ((date(2024, 5, 1),), "450.00"),  # too late for the first quarter, in time for the second
    ],
)
def test_limitation_runs_for_each_instalment_and_a_demand_begins_it_anew(demand: tuple[date, ...], barred: str) -> None:
    facts = _unpaid(
        date(2021, 1, 1),
        date(2021, 9, 30),
        on=date(2024, 7, 15),
        fee_due_day="31",
        fee_period_months="3",
        fee_due_month="3",
    )
    facts.dates["demand_date"] = demand
    assert DERIVED["barred_sum"](facts) == Decimal(barred)


def test_two_years_had_run_out_before_the_general_provisions() -> None:
    # due at the end of January 2014, the two years of the old law ended in January 2016, long before 2017-10-01
    facts = _unpaid(date(2014, 1, 1), date(2014, 1, 31), on=date(2016, 6, 1))
    assert DERIVED["barred_sum"](facts) == Decimal("150.00")


def test_cost_and_agreed_share_are_taken_from_gross_income() -> None:
    facts = Facts(date(2024, 1, 1), {"common_income_gross": "1000", "provider_income_share": "0.3"})
    assert SUMS["provider_share"](facts).high == Decimal("300.00")
    with pytest.raises(MissingFactsError):
        SUMS["income_cost"](facts)


@given(st.dates(date(2015, 1, 1), date(2024, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_two_stretches_of_time_cost_what_the_whole_costs(start: date, first: int, second: int) -> None:
    from datetime import timedelta

    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second + 1)
    on = date(2030, 1, 1)
    parts = [
        SUMS["arrears"](_unpaid(start, middle, on=on)).high,
        SUMS["arrears"](_unpaid(middle + timedelta(days=1), end, on=on)).high,
    ]
    whole = SUMS["arrears"](_unpaid(start, end, on=on)).high
    assert abs(sum(parts) - whole) <= Decimal("0.01")


def test_a_levy_for_the_maintenance_fund_is_shared_by_area_less_what_was_paid() -> None:
    shared = {"fund_levy_total": "300000", "fund_levy_area": "12000", "floor_area": "100", "fund_paid_sum": "500"}
    # 300000 × 100 ÷ 12000 − 500
    assert SUMS["fund_due"](Facts(date(2025, 1, 1), shared)).high == Decimal("2000.00")


def test_the_first_instalment_of_the_maintenance_fund_is_rate_times_area() -> None:
    assert SUMS["fund_due"](Facts(date(2025, 1, 1), {"fund_rate": "60", "floor_area": "100"})).high == Decimal(
        "6000.00"
    )


def test_a_contribution_without_figures_cannot_be_computed() -> None:
    with pytest.raises(MissingFactsError) as missing:
        SUMS["fund_due"](Facts(date(2025, 1, 1), {"fund_levy_total": "300000", "fund_levy_area": "0"}))
    assert missing.value.facts == ("fund_levy_area",)
    with pytest.raises(MissingFactsError) as missing:
        SUMS["fund_due"](Facts(date(2025, 1, 1), {"floor_area": "100"}))
    assert missing.value.facts == ("fund_rate",)


ORDINARY = {"vote_on_fund_or_rebuilding": "no", "vote_on_common_use": "no", "vote_on_fund_use": "no"}


def _vote(on: date = date(2025, 6, 30), heads: str = "100/67/34", **numbers: str) -> Facts:
    """A vote of 10 000 m² with the same shares of area as of heads."""
    every, taking_part, agreeing = heads.split("/")
    figures = {"vote_heads_total": every, "vote_heads_in": taking_part, "vote_heads_for": agreeing}
    areas = {key.replace("heads", "area"): f"{number}00" for key, number in figures.items()}
    return Facts(on, {**figures, **areas, **numbers})


@pytest.mark.parametrize(
    ("heads", "short"),
    [
        ("100/66/66", True),  # 66 < 66.67
        ("100/67/34", False),  # 34 > 33.5
        ("90/60/30", True),  # exactly two thirds take part, which is enough, but exactly half is not more than half
        ("90/60/31", False),
    ],
)
def test_two_thirds_must_take_part_and_more_than_half_of_them_agree(heads: str, short: bool) -> None:
    assert DERIVED["votes_short"](_vote(heads=heads, **ORDINARY)) is short


@pytest.mark.parametrize(("heads", "short"), [("100/80/60", False), ("100/80/59", True)])
def test_special_matters_need_three_quarters_of_those_taking_part(heads: str, short: bool) -> None:
    # 80 × 3/4 = 60
    assert DERIVED["votes_short"](_vote(heads=heads, vote_on_common_use="yes")) is short


def test_using_the_maintenance_fund_is_an_ordinary_matter_today_and_was_a_special_one_before() -> None:
    matter = {"vote_on_fund_use": "yes"}
    assert DERIVED["votes_short"](_vote(heads="100/70/60", **matter)) is False
    # before 2021 two thirds of all: 60 < 66.67
    assert DERIVED["votes_short"](_vote(on=date(2020, 6, 1), heads="100/70/60", **matter)) is True


def test_area_and_heads_must_both_be_reached() -> None:
    assert DERIVED["votes_short"](_vote(heads="100/70/40", vote_area_for="3000", **ORDINARY)) is True


def test_a_vote_on_an_unknown_matter_is_counted_only_where_the_matter_does_not_change_it() -> None:
    assert DERIVED["votes_counted"](_vote(heads="100/60/60")) is True
    # 70 of 80 is also three quarters; 41 of 80 is half only
    assert DERIVED["votes_counted"](_vote(heads="100/80/70")) is True
    assert DERIVED["votes_counted"](_vote(heads="100/80/41")) is False


def test_without_figures_the_vote_is_not_counted_and_what_is_established_decides() -> None:
    assert DERIVED["votes_counted"](Facts(date(2025, 1, 1))) is False
    assert DERIVED["votes_short"](Facts(date(2025, 1, 1))) is False
    assert DERIVED["votes_short"](Facts(date(2025, 1, 1), {"threshold_missed": "yes"})) is True


@pytest.mark.parametrize(
    ("figures", "lacking"),
    [
        (
            {},
            ("vote_area_total", "vote_heads_total", "vote_area_in", "vote_heads_in", "vote_area_for", "vote_heads_for"),
        ),
        ({"vote_units_total": "120", "vote_area_total": "9000"}, ("vote_area_in",)),
    ],
)
def test_whether_a_vote_was_carried_asks_for_the_figures_that_are_lacking(
    figures: dict[str, str], lacking: tuple[str, ...]
) -> None:
    with pytest.raises(MissingFactsError) as error:
        DERIVED["votes_reached"](Facts(date(2025, 1, 1), figures))
    assert set(lacking) <= set(error.value.facts)
    assert not set(figures) & set(error.value.facts)
    assert "vote_heads_total" not in error.value.facts or "vote_units_total" not in figures


def test_where_the_figures_alone_do_not_settle_it_the_matter_is_asked_for() -> None:
    with pytest.raises(MissingFactsError) as error:
        DERIVED["votes_reached"](_vote(heads="100/80/41"))
    assert error.value.facts == ("vote_on_fund_or_rebuilding", "vote_on_common_use")


def test_a_vote_without_figures_was_carried_or_not_as_is_established() -> None:
    assert DERIVED["votes_reached"](Facts(date(2025, 1, 1), {"threshold_missed": "yes"})) is False
    assert DERIVED["votes_reached"](_vote(heads="100/67/34", **ORDINARY)) is True
    assert DERIVED["votes_reached"](_vote(heads="100/66/66", **ORDINARY)) is False


@pytest.mark.parametrize(
    ("known", "sued", "over"),
    [
        (date(2024, 3, 5), date(2025, 3, 5), False),
        (date(2024, 3, 5), date(2025, 3, 6), True),
        (date(2024, 3, 2), date(2025, 3, 3), False),  # 2025-03-02 was a Sunday
        (date(2024, 3, 2), date(2025, 3, 4), True),
    ],
)
def test_the_year_for_revoking_a_decision_ends_on_the_same_day_or_the_next_working_day_a_year_later(
    known: date, sued: date, over: bool
) -> None:
    facts = Facts(date(2026, 1, 1))
    facts.dates = {"decision_known_date": (known,), "revocation_suit_date": (sued,)}
    assert DERIVED["revocation_year_over"](facts) is over


@pytest.mark.parametrize(("made", "over"), [(date(2024, 9, 1), False), (date(2024, 3, 5), None), (None, None)])
def test_without_the_day_of_knowledge_the_year_is_open_unless_the_decision_is_no_older(
    made: date | None, over: bool | None
) -> None:
    facts = Facts(date(2025, 6, 1))
    facts.dates = {"decision_date": (made,)} if made else {}
    if over is None:
        with pytest.raises(UndecidedError) as error:
            DERIVED["revocation_year_over"](facts)
        assert error.value.facts == ("decision_known_date",)
    else:
        assert DERIVED["revocation_year_over"](facts) is over


@given(st.integers(1, 200), st.integers(0, 200), st.integers(0, 200))
def test_more_consent_never_makes_a_decision_fail(every: int, taking_part: int, agreeing: int) -> None:
    taking_part = min(taking_part, every)
    agreeing = min(agreeing, taking_part)
    before = DERIVED["votes_short"](_vote(heads=f"{every}/{taking_part}/{agreeing}", **ORDINARY))
    after = DERIVED["votes_short"](_vote(heads=f"{every}/{taking_part}/{taking_part}", **ORDINARY))
    assert before or not after


def _yearly(**numbers: str) -> Facts:
    """Income of 50 000 in 2021 and 70 000 in 2023, known of since 2021."""
    income = (
        Period(Decimal(50000), date(2021, 1, 1), date(2021, 12, 31)),
        Period(Decimal(70000), date(2023, 1, 1), date(2023, 12, 31)),
    )
    return Facts(date(2025, 6, 30), numbers, {"income_known_date": (date(2021, 3, 1),)}, income)


def test_income_stated_by_period_is_added_up_and_runs_out_of_time_period_by_period() -> None:
    facts = _yearly(common_income_cost="20000")
    assert SUMS["common_income"](facts).high == Decimal("120000.00")
    assert DERIVED["income_claim_barred"](facts) is True
    # the net income of 2021: 50000 × (120000 − 20000) ÷ 120000
    assert SUMS["barred_income"](facts).high == Decimal("41666.67")


def test_a_demand_keeps_the_income_of_an_early_period_alive() -> None:
    facts = _yearly()
    facts.dates["income_demand_date"] = (date(2024, 5, 1),)
    assert DERIVED["income_claim_barred"](facts) is False
    assert SUMS["barred_income"](facts).high == Decimal("0.00")


def test_a_cost_whose_reasonableness_is_challenged_and_not_shown_does_not_come_off() -> None:
    shared = {"common_income_cost": "20000", "provider_income_share": "0.3", "cost_challenged": "yes"}
    # 0.3 × 120000; with the cost shown to be reasonable 0.3 × 100000
    assert SUMS["provider_share"](_yearly(**shared)).high == Decimal("36000.00")
    net = {**shared, "cost_justified": "yes", "share_of_net_income": "yes"}
    assert SUMS["provider_share"](_yearly(**net)).high == Decimal("30000.00")


def test_a_share_whose_base_the_contract_does_not_say_lies_between_that_of_net_and_that_of_all_income() -> None:
    shared = {"common_income_cost": "20000", "provider_income_share": "0.3", "income_divided_whole": "no"}
    kept = SUMS["provider_share"](_yearly(**shared))
    assert (kept.low, kept.high) == (Decimal("30000.00"), Decimal("36000.00"))
    assert [one.fact for one in kept.supposing] == ["share_of_net_income"]


@pytest.mark.parametrize(
    ("net", "low", "high"),
    # of 120000, cost 20000, divided three to seven: the owners have 70000 (of the net income) to 84000 (of all)
    [(None, "16000.00", "30000.00"), ("yes", "30000.00", "30000.00"), ("no", "16000.00", "16000.00")],
)
def test_of_income_divided_between_both_the_owners_have_their_part_without_cost_off_it_again(
    net: str | None, low: str, high: str
) -> None:
    shared = {"common_income_cost": "20000", "provider_income_share": "0.3", "income_divided_whole": "yes"}
    kept = SUMS["provider_share"](_yearly(**shared, **({"share_of_net_income": net} if net else {})))
    assert (kept.low, kept.high) == (Decimal(low), Decimal(high))


def test_whether_the_income_is_divided_between_both_may_be_open() -> None:
    shared = {"common_income_cost": "20000", "provider_income_share": "0.3"}
    kept = SUMS["provider_share"](_yearly(**shared))
    assert (kept.low, kept.high) == (Decimal("16000.00"), Decimal("36000.00"))


def test_income_of_civil_defence_spaces_runs_out_of_time_period_by_period_and_proved_cost_comes_off() -> None:
    facts = _yearly(cd_cost_sum="20000")
    assert SUMS["cd_income"](facts).high == Decimal("120000.00")
    assert DERIVED["cd_claim_barred"](facts) is True
    # the net income of 2021: 50000 × (120000 − 20000) ÷ 120000; without cost the whole 50000
    assert SUMS["cd_barred_income"](facts).high == Decimal("41666.67")
    assert SUMS["cd_barred_income"](_yearly(cd_cost_sum="20000", cost_challenged="yes")).high == Decimal("50000.00")


def test_grounds_that_can_be_argued_about_are_counted_apart_from_the_decisive_ones() -> None:
    argued = {"procedure_violated": "yes", "debtors_excluded": "yes", "covenant_restricts_debtors": "yes"}
    facts = Facts(date(2025, 1, 1), argued)
    assert DERIVED["arguable_grounds"](facts) == 2
    assert DERIVED["decisive_ground"](facts) is False
    assert DERIVED["decisive_ground"](Facts(date(2025, 1, 1), {"debtors_excluded": "yes"})) is True


def test_a_vote_that_only_unreturned_ballots_save_is_argued_about() -> None:
    saved = {"unreturned_rule": "yes", "vote_area_unreturned": "2000", "vote_heads_unreturned": "20"}
    # 60 of 100 take part, 80 with the unreturned ones
    vote = _vote(heads="100/60/55", **ORDINARY, **saved)
    assert (DERIVED["arguable_grounds"](vote), DERIVED["decisive_ground"](vote)) == (1, False)
    lost = _vote(heads="100/60/55", **ORDINARY, unreturned_rule="no")
    assert (DERIVED["arguable_grounds"](lost), DERIVED["decisive_ground"](lost)) == (0, True)


def test_whether_unreturned_ballots_save_a_vote_is_open_while_the_rule_or_their_number_is_unknown() -> None:
    heads_alone = {"unreturned_rule": "yes", "vote_heads_unreturned": "20"}
    for open_point in (heads_alone, {}):
        with pytest.raises(UndecidedError):
            DERIVED["decisive_ground"](_vote(heads="100/60/55", **ORDINARY, **open_point))
    # 60 and 5 of 100 are too few whatever the area
    too_few = {"unreturned_rule": "yes", "vote_heads_unreturned": "5"}
    assert DERIVED["decisive_ground"](_vote(heads="100/60/55", **ORDINARY, **too_few)) is True


def test_two_statements_of_income_for_the_same_days_are_not_added_up() -> None:
    facts = _yearly()
    facts.rates = (*facts.rates, Period(Decimal(30000), date(2021, 6, 1), date(2021, 12, 31)))
    with pytest.raises(MissingFactsError):
        SUMS["common_income"](facts)


def test_heads_are_counted_by_unit_the_developer_once_and_a_buyer_of_several_once() -> None:
    vote = _vote(heads="100/67/34", **ORDINARY)
    del vote.numbers["vote_heads_total"]
    assert DERIVED["votes_counted"](vote) is False
    # 150 units, 41 of them with the developer, 10 beyond the first of somebody: 150 − 40 − 10 = 100
    vote.numbers |= {"vote_units_total": "150", "vote_developer_units": "41", "vote_repeated_units": "10"}
    assert DERIVED["votes_short"](vote) is False
    # without the rule for buyers of several 67 of 110 would be less than two thirds
    vote.numbers["vote_repeated_units"] = "0"
    assert DERIVED["votes_short"](vote) is True


@pytest.mark.parametrize("registry", [SUMS, DERIVED, FIGURES], ids=["sums", "derived", "figures"])
def test_every_calculation_is_in_the_module_that_the_registry_names(registry: Registry[Any]) -> None:
    assert all(callable(registry[name]) for name in registry)


def test_a_calculation_that_nobody_wrote_is_not_there() -> None:
    assert "late_feee" not in SUMS
    with pytest.raises(KeyError):
        SUMS["late_feee"]


def test_naming_a_calculation_loads_no_module_of_it() -> None:
    code = """
        import sys
        from propertylaw.rulebook.calculations import DERIVED
        assert "votes_short" in DERIVED
        assert "propertylaw.rulebook.calculations.decisions" not in sys.modules
        DERIVED["votes_short"]
        assert "propertylaw.rulebook.calculations.decisions" in sys.modules
    """
    subprocess.run([sys.executable, "-c", dedent(code)], check=True)
