"""Penalties by stages of a delay: which of them a delay reached, and for which days each holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import FactValue, Supply, Term

from .schedule import Line

Values = Callable[[str], FactValue | None]
"""The established value of a fact."""


def reached(terms: Sequence[Term], supply: Supply, values: Values) -> Sequence[Term]:
    """The terms without the stages that the delay never reached; one that holds for the whole delay is alone, once it
    is reached.

    Args:
        terms: what a document says on the point.
        supply: what is looked for.
        values: the established value of a fact.
    """
    late = values(supply.delay.late) if supply.delay else None
    if not isinstance(late, Decimal):
        return terms
    found = [one for one in terms if one.stage is None or one.stage.first <= max(late, Decimal(1))]
    whole = [one for one in found if one.stage and one.stage.whole and one.quantities]
    return whole[-1:] if whole else found


def in_stage(line: Line, term: Term, supply: Supply, values: Values) -> Line:
    """The line with the days for which its stage holds; open where these cannot be said.

    Args:
        line: a rate of the term.
        term: that states it.
        supply: what is looked for.
        values: the established value of a fact.
    """
    stage = term.stage
    if stage is None or supply.delay is None or line.known.proof != "document":
        return line
    if stage.whole and isinstance(values(supply.delay.late), Decimal):
        return line
    due = _due(supply, values)
    if due is None or not stage.exact:
        return Line(line.known._replace(value=None, proof="not_understood"), line.words)
    until = due + timedelta(days=stage.last) if stage.last else None
    return Line(line.known._replace(since=due + timedelta(days=stage.first), until=until), line.words)


def _due(supply: Supply, values: Values) -> date | None:
    """The day in time, as told or as it follows from the length of the delay."""
    if supply.delay is None:
        return None
    due, late, ended = (values(id) for id in (supply.delay.due, supply.delay.late, supply.delay.ended))
    if isinstance(due, date):
        return due
    return ended - timedelta(days=int(late)) if isinstance(ended, date) and isinstance(late, Decimal) and late else None
