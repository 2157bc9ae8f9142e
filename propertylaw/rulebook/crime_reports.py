"""What a report to the police does to limitation, from `rules/crime_reports.yaml`: a claim only says that harm of its
kind is reported (`limitation.reports`), and its defences of limitation become two, out of time with the report counted
and without it."""

from __future__ import annotations

import re
from functools import cache

from propertylaw.model import Claim, Defence, Locator
from propertylaw.model.base import Model

from .common_defences import changed
from .expression import names, parse
from .shipped import shipped


class Time(Model):
    """A time of limitation."""

    barred: str
    """Fact that says that it is over, as defences are written."""
    with_report: str
    """Fact that says so with the report counted: it is over whatever the report does."""
    but_for_report: str
    """Fact that says that it is over only if the report does nothing."""


class CrimeReports(Model):
    """What holds for every claim of which harm is reported."""

    says: str
    """What the defence says that stands only if the report does nothing; in Chinese."""
    concept: str
    """Whether the report works against this respondent."""
    basis: tuple[Locator, ...]
    times: tuple[Time, ...]


@cache
def crime_reports() -> CrimeReports:
    """The rules that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("crime_reports", CrimeReports)


def with_crime_reports(claim: Claim) -> Claim:
    """The claim with its defences of limitation as reports to the police change them."""
    if claim.limitation is None or not claim.limitation.reports:
        return claim
    return changed(claim, lambda defences, _: _counted(defences))


def _counted(defences: tuple[Defence, ...]) -> tuple[Defence, ...]:
    """The defences, those of limitation with the report counted; behind them, those that stand only without it.

    None of these beside one with a concept of its own: harm that goes on is reported as the doing of who does it.
    """
    timed = [(defence, _time(defence)) for defence in defences]
    counted = (_at(defence, time.barred, time.with_report) if time else defence for defence, time in timed)
    apart = ((defence, time) for defence, time in timed if time and defence.concept is None)
    return (*counted, *(_without_report(*one) for one in apart))


def _time(defence: Defence) -> Time | None:
    """The time that it says is over."""
    named = names(parse(defence.when))
    return next((time for time in crime_reports().times if time.barred in named), None)


def _without_report(defence: Defence, time: Time) -> Defence:
    rule = crime_reports()
    further = {
        "id": f"{defence.id}_reported",
        "says": rule.says,
        "concept": rule.concept,
        "basis": (*defence.basis, *rule.basis),
    }
    return _at(defence, time.barred, time.but_for_report).model_copy(update=further)


def _at(defence: Defence, fact: str, other: str) -> Defence:
    """The defence with one fact in the place of another."""
    return defence.model_copy(update={"when": re.sub(rf"\b{fact}\b", other, defence.when)})
