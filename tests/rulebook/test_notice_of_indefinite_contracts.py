"""Notice that ends an indefinite contract: the day it arrived tells when, whatever else is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from propertylaw.rulebook.calculations import DERIVED, FIGURES, MissingFactsError
from propertylaw.rulebook.calculations.inputs import UndecidedError
from propertylaw.rulebook.calculations.nothing_told import NothingTold
from propertylaw.rulebook.calculations.periods import contract_end

BEFORE = date(2025, 9, 1)


@dataclass
class Facts(NothingTold):
    on: date
    told: dict[str, date | bool] = field(default_factory=dict)

    def truth(self, fact: str) -> bool | None:
        value = self.told.get(fact)
        return value if isinstance(value, bool) else None

    def day(self, fact: str) -> date | None:
        value = self.told.get(fact)
        return value if isinstance(value, date) else None


@pytest.mark.parametrize("said", [True, False])
def test_the_day_the_notice_arrived_goes_before_what_is_said_of_the_end(said: bool) -> None:
    told: dict[str, date | bool] = {"indefinite_notice_date": date(2025, 7, 20), "indefinite_ended_by_notice": said}
    # 20 July and sixty days: 18 September
    assert DERIVED["sixty_days_running"](Facts(BEFORE, told))
    assert not DERIVED["sixty_days_running"](Facts(date(2025, 9, 18), told))


@pytest.mark.parametrize("said", [True, False])
def test_without_the_day_what_is_said_of_the_end_counts(said: bool) -> None:
    assert DERIVED["sixty_days_running"](Facts(BEFORE, {"indefinite_ended_by_notice": said})) is not said


def test_notice_that_arrived_on_a_day_nobody_tells_leaves_it_open() -> None:
    with pytest.raises(UndecidedError):
        DERIVED["sixty_days_running"](Facts(BEFORE, {"indefinite_notice_sent": True}))


def test_the_day_of_the_end_is_told_as_yet_to_come() -> None:
    facts = Facts(BEFORE, {"indefinite_notice_date": date(2025, 7, 20)})
    first, *_ = FIGURES["indefinite_end_day"](facts)
    assert (first.says, first.ahead) == ("合同于 2025-09-18 终止（尚未届至）", True)


def went_on(**more: date | bool) -> Facts:
    """The term ended in 2024 and the service went on."""
    told: dict[str, date | bool] = {
        "agreed_term_end": date(2024, 6, 30),
        "term_ended": True,
        "service_continued_after_term": True,
    }
    return Facts(BEFORE, told | more)


def test_a_contract_that_went_on_after_its_term_ends_by_notice() -> None:
    # sixty days end on Sunday 19 October
    assert contract_end(went_on(indefinite_notice_date=date(2025, 8, 20))) == date(2025, 10, 20)


def test_a_contract_that_went_on_does_not_end_with_its_term() -> None:
    with pytest.raises(MissingFactsError):
        contract_end(went_on())


def test_owners_who_chose_others_in_time_end_it_with_the_term() -> None:
    assert contract_end(went_on(owners_chose_other=True)) == date(2024, 6, 30)


def test_owners_who_chose_others_when_the_service_had_gone_on_leave_it_indefinite() -> None:
    late = went_on(owners_chose_other=True, decision_date=date(2025, 3, 2))
    with pytest.raises(MissingFactsError):
        contract_end(late)
    # it ends by notice: sixty days from 10 March 2025 is Friday 9 May
    late.told["indefinite_notice_date"] = date(2025, 3, 10)
    assert contract_end(late) == date(2025, 5, 9)
    # chosen within the term it ended with it, though the service went on for a while
    assert contract_end(went_on(owners_chose_other=True, decision_date=date(2024, 6, 2))) == date(2024, 6, 30)


def test_a_day_that_the_notice_names_counts_where_it_leaves_sixty_days() -> None:
    # sixty days from 20 August 2025 is Sunday 19 October
    told = date(2025, 8, 20)
    for named, end in ((date(2025, 10, 19), date(2025, 10, 19)), (date(2025, 10, 18), date(2025, 10, 20))):
        assert contract_end(went_on(indefinite_notice_date=told, dismissal_named_day=named)) == end


def test_what_comes_first_ends_it() -> None:
    # dismissed by notice of 8 January 2024, sixty days: Friday 8 March; the term would have run to June
    dismissed: dict[str, date | bool] = {"agreed_term_end": date(2024, 6, 30), "dismissed_by_decision": True}
    facts = Facts(BEFORE, dismissed | {"dismissal_notice_date": date(2024, 1, 8), "term_ended": True})
    assert contract_end(facts) == date(2024, 3, 8)
    # sixty days from 3 June 2024 lie behind the term, and the service did not go on
    late: dict[str, date | bool] = {"dismissal_notice_date": date(2024, 6, 3), "service_continued_after_term": False}
    assert contract_end(Facts(BEFORE, dismissed | late)) == date(2024, 6, 30)


def test_notice_that_is_said_not_to_have_ended_it_ends_nothing_once_its_time_is_over() -> None:
    with pytest.raises(MissingFactsError):
        contract_end(went_on(indefinite_notice_date=date(2025, 1, 10), indefinite_ended_by_notice=False))
