"""Limitation of action: three years (民法典 188 I), begun anew by each demand that reached the debtor (195).

Two years where they had run out before 民法总则 came into force (interpretation of 2018, articles 1 to 3).
"""

from __future__ import annotations

from datetime import date

from .inputs import Inputs, required_day

_OLD_LIMITATION_ENDS = date(2017, 10, 1)


def acts_of_creditor(inputs: Inputs, demands: str) -> list[date]:
    """Days that begin limitation anew: demands, acknowledgements, suits or mediation (or the day of the form)."""
    suits = inputs.days("suit_date") or (inputs.on,)
    return sorted([*inputs.days(demands), *inputs.days("acknowledged_date"), *suits])


def out_of_time(start: date, acts: list[date]) -> bool:
    """Whether no act of the creditor came within the time that ran from `start`, or from the act before it."""
    for act in acts:
        if act <= start:
            continue
        if act > _limit(start):
            return True
        start = act
    return False


def harm_claim_barred(inputs: Inputs) -> bool:
    """Whether a claim for damages is out of time, counted from the day harm and debtor were known."""
    known = required_day(inputs, "harm_known_date")
    return out_of_time(known, acts_of_creditor(inputs, "harm_demand_date"))


def recourse_claim_barred(inputs: Inputs) -> bool:
    """Whether recourse is out of time, counted from the day it could be taken and against whom was known."""
    known = required_day(inputs, "recourse_known_date")
    return out_of_time(known, acts_of_creditor(inputs, "recourse_demand_date"))


def _limit(start: date) -> date:
    two = years_after(start, 2)
    return two if two < _OLD_LIMITATION_ENDS else years_after(start, 3)


def years_after(day: date, years: int) -> date:
    """The same day so many years later."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 2, 28)
