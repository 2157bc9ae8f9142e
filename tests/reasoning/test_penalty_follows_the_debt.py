"""The penalty is reckoned on what defences and payments leave of each instalment, not in proportion to the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from propertylaw.model import ClaimRequest, Dispute, Fact, Money, Participant
from propertylaw.reasoning import analyze

FEES = {
    "signed_contract": True,
    "service_provided": True,
    "fee_rate": Decimal(1),
    "floor_area": Decimal(100),
    "fee_due_day": Decimal(10),
    "unpaid_from": date(2024, 1, 1),
    "unpaid_to": date(2024, 2, 29),
    "late_fee_rate": Decimal("0.001"),
    "late_fee_requested": True,
}
"""100 a month. On 11 March January is 61 days late (21 + 29 + 11), February 30 (19 + 11): 6.10 and 3.00."""
POOR_FEBRUARY = {
    "service_defect": True,
    "defect_reduction_share": Decimal("0.2"),
    "defect_from": date(2024, 2, 1),
    "defect_to": date(2024, 2, 29),
}


def penalty(*told: Fact, on: date = date(2024, 3, 11), **facts: Any) -> Money:
    dispute = Dispute(
        on=on,
        place="江苏省南通市",
        parties=(
            Participant(id="a", name="甲物业公司", role="service_provider"),
            Participant(id="b", name="徐某", role="owner"),
        ),
        claims=(ClaimRequest(by="a", against=("b",), claim="fees.arrears"),),
        facts=(*told, *(Fact(id=id, value=value) for id, value in {**FEES, **facts}.items())),
    )
    (_, late) = analyze(dispute).claims[0].remedies
    assert late.money is not None
    return late.money


def test_without_a_reduction_each_instalment_bears_its_own_days() -> None:
    assert penalty().high == Decimal("9.10")


def test_a_reduction_of_one_month_leaves_the_penalty_of_the_other_alone() -> None:
    # 6.10 + 80 × 0.001 × 30; in proportion to the whole it would be 9.10 × 180 / 200 = 8.19
    money = penalty(**POOR_FEBRUARY, defect_notice_unheeded=True)
    assert (money.low, money.high) == (Decimal("8.50"), Decimal("8.50"))


def test_the_steps_name_each_instalment_with_its_days() -> None:
    says = [step.says for step in penalty(**POOR_FEBRUARY, defect_notice_unheeded=True).steps]
    assert says[0] == "2024-01-01 至 2024-01-31 一期 100.00 元，逾期 61 日"
    assert says[1] == "2024-02-01 至 2024-02-29 一期 80.00 元，逾期 30 日"


def test_a_reduction_that_is_open_leaves_the_penalty_between_two_sums() -> None:
    money = penalty(ownership_from=date(2024, 2, 1), assumed_old_debt=None)
    # January may fall to the owner before: then only 3.00
    assert (money.low, money.high) == (Decimal("3.00"), Decimal("9.10"))


@pytest.mark.parametrize(
    ("arrived", "expected"),
    [(date(2024, 1, 10), "3.00"), (date(2024, 1, 20), "4.00"), (date(2024, 3, 11), "9.10")],
    ids=["in time", "ten days late", "today"],
)
def test_what_is_set_off_bears_the_penalty_until_the_notice_arrived(arrived: date, expected: str) -> None:
    # 合同编通则解释 55; it goes to January, which fell due first
    money = penalty(setoff_notified=True, setoff_sum=Decimal(100), setoff_notice_date=arrived)
    assert (money.low, money.high) == (Decimal(expected), Decimal(expected))


def test_a_notice_whose_day_nobody_tells_arrived_between_the_day_the_fee_fell_due_and_today() -> None:
    money = penalty(setoff_notified=True, setoff_sum=Decimal(100))
    assert (money.low, money.high) == (Decimal("3.00"), Decimal("9.10"))
    assert [one.fact for one in money.supposing] == ["setoff_notice_date"]


def test_what_is_set_off_beyond_the_debt_goes_on_to_its_penalty() -> None:
    # 200 and the penalty until 11 March, 9.10: of 205 the last 5 go to the penalty
    money = penalty(setoff_notified=True, setoff_sum=Decimal(205), setoff_notice_date=date(2024, 3, 11))
    assert (money.low, money.high) == (Decimal("4.10"), Decimal("4.10"))


@pytest.mark.parametrize(
    ("paid_on", "expected"),
    [(date(2024, 1, 10), "3.00"), (date(2024, 1, 20), "4.00"), (date(2024, 3, 11), "9.10")],
    ids=["in time", "ten days late", "today"],
)
def test_money_paid_late_bears_the_penalty_until_it_was_paid(paid_on: date, expected: str) -> None:
    # it goes to January, which fell due first: 100 × 0.001 a day, besides the 3.00 for February
    money = penalty(Fact.model_validate({"id": "amount_paid", "value": Decimal(100), "from": paid_on, "to": paid_on}))
    assert (money.low, money.high) == (Decimal(expected), Decimal(expected))


def test_a_payment_whose_day_nobody_tells_was_made_between_the_day_it_fell_due_and_today() -> None:
    money = penalty(amount_paid=Decimal(100))
    assert (money.low, money.high) == (Decimal("3.00"), Decimal("9.10"))
    assert [one.fact for one in money.supposing] == ["amount_paid"]


def test_the_cap_is_taken_from_what_is_left() -> None:
    # 180 × 0.03 = 5.40, below 8.50
    money = penalty(**POOR_FEBRUARY, defect_notice_unheeded=True, late_fee_cap=Decimal("0.03"))
    assert money.high == Decimal("5.40")


def test_what_was_paid_went_to_the_fees_now_out_of_time_and_lessens_no_later_penalty() -> None:
    # 150 paid in January 2021 went to January and half of February, which are out of time (for March the last day was a
    # Sunday). Perhaps out of time: 50 of February, 1125 days. March and April, 1097 and 1066 days, are owed in full
    told = {"unpaid_from": date(2021, 1, 1), "unpaid_to": date(2021, 4, 30), "limitation_raised": True}
    day = date(2021, 1, 5)
    paid = Fact.model_validate({"id": "amount_paid", "value": Decimal(150), "from": day, "to": day})
    money = penalty(paid, **told)
    assert (money.low, money.high) == (Decimal("216.30"), Decimal("272.55"))


def test_each_of_several_notices_of_set_off_ends_what_it_covers_on_its_own_day() -> None:
    # 60 on 20 January, ten days late: 0.60; 40 on 20 February: 41 days, 1.64; February itself 3.00
    notices = [
        Fact.model_validate({"id": "setoff_sum", "value": Decimal(value), "from": day, "to": day})
        for value, day in ((60, date(2024, 1, 20)), (40, date(2024, 2, 20)))
    ]
    money = penalty(*notices, setoff_notified=True)
    assert (money.low, money.high) == (Decimal("5.24"), Decimal("5.24"))


def test_what_is_usually_left_of_a_penalty_is_told_up_to_the_last_day_whose_rate_is_known() -> None:
    asked = {"penalty_reduction_requested": True, "late_fee_rate": Decimal("0.003")}
    assert penalty(**asked).usual is not None
    late = {"unpaid_from": date(2025, 5, 1), "unpaid_to": date(2025, 6, 30)}  # the table ends in July 2025
    # 100 due on 10 May: 9 days at 3.10 and 62 at 3.00 per cent; 100 due on 10 June: 40 days at 3.00; 1.3 times
    money = penalty(**asked, **late, on=date(2025, 12, 31))
    assert (money.usual, money.usual_until) == (Decimal("1.19"), date(2025, 7, 20))


def test_a_reduction_whose_share_is_known_between_bounds_leaves_debt_and_penalty_between_bounds() -> None:
    # of February one to three tenths: 6.10 and 2.10 to 2.70
    poor = {**POOR_FEBRUARY, "defect_notice_unheeded": True}
    poor.pop("defect_reduction_share")
    share = Fact.model_validate({"id": "defect_reduction_share", "min": Decimal("0.1"), "max": Decimal("0.3")})
    money = penalty(share, **poor)
    assert (money.low, money.high) == (Decimal("8.20"), Decimal("8.80"))
