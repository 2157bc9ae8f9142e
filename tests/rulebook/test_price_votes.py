"""What tells that the owners decided a price, and that they did not; votes as far as their figures are known."""

from __future__ import annotations

import pytest
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, FIGURES, MissingFactsError, UndecidedError

SHORT = {"vote_area_total": "300", "vote_area_in": "199", "vote_area_for": "190"}  # two thirds are 200
MISSED = Facts(numbers=SHORT, truths={"decision_made": True, "rate_raised_unilaterally": True})


def test_a_price_announced_as_a_decision_that_falls_short_is_told_by_one_count() -> None:
    assert DERIVED["price_decision_short"](MISSED) is True
    assert [step.says for step in FIGURES["vote_figures"](MISSED)] == [
        "参加表决的面积占全体的 66.33%（199/300，要三分之二以上，不够）",
        "同意的面积占参加表决的 95.48%（190/199，要过半数，够）",
    ]


@pytest.mark.parametrize(
    "other", ["vote_on_provider", "vote_on_fund_use", "vote_on_common_use", "dismissed_by_decision"]
)
def test_the_figures_of_another_vote_show_nothing_of_a_price(other: str) -> None:
    assert DERIVED["price_decision_short"](Facts(numbers=SHORT, truths={**MISSED.truths, other: True})) is False


def test_a_decision_of_which_nothing_tells_that_it_was_on_a_price_is_none_on_it() -> None:
    assert DERIVED["price_decision_short"](Facts(numbers=SHORT, truths={"decision_made": True})) is False
    assert DERIVED["price_decision_short"](Facts(numbers=SHORT, truths={"vote_on_price": True})) is True


def test_how_the_vote_on_a_price_went_is_open_where_nobody_tells() -> None:
    with pytest.raises(UndecidedError):
        DERIVED["price_decision_short"](Facts(truths=MISSED.truths))
    assert DERIVED["price_vote_untold"](Facts(truths=MISSED.truths)) is True
    assert DERIVED["price_vote_untold"](MISSED) is False


def test_one_count_alone_never_carries_a_decision() -> None:
    enough = {"vote_area_total": "300", "vote_area_in": "200", "vote_area_for": "101"}
    with pytest.raises(MissingFactsError):
        DERIVED["ordinary_vote_reached"](Facts(numbers=enough))
    assert DERIVED["ordinary_vote_reached"](Facts(numbers={**enough, **SHORT})) is False


@pytest.mark.parametrize(("bad", "reached"), [("3", True), ("4", False)])  # 66 of 100 are less than two thirds
def test_ballots_without_authority_count_neither_as_taking_part_nor_as_agreeing(bad: str, reached: bool) -> None:
    figures = {"total": "100", "in": "70", "for": "40", "bad": bad}
    numbers = {f"vote_{of}_{name}": number for of in ("area", "heads") for name, number in figures.items()}
    facts = Facts(numbers=numbers, truths={"vote_on_provider": True, "forged_votes": True})
    assert DERIVED["reached_without_bad"](facts) is reached
    assert DERIVED["bad_votes_unmeasured"](facts) is False
