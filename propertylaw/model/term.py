"""A term: what a sentence of a contract, or a row of one of its tables, fixes, whether or not it is a norm."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from .base import Model, Span
from .locator import Locator
from .norm import Quantity


class Stage(Model):
    """For which days of a delay a rate holds."""

    first: int = 1
    """The first such day, from 1."""
    last: int | None = None
    whole: bool = False
    """Whether it holds for the whole delay, once that has lasted so long."""
    exact: bool = False
    """Whether the words say that it holds for these days alone; with neither it is open."""


Event = Literal["due", "demand", "written_demand", "suit", "day"]
"""After what a penalty for delay begins: the day of payment, a demand of any form or in writing, the suit, a day."""


class Start(Model):
    """From when a penalty for delay runs."""

    event: Event
    nth: int | None = None
    """On which day after the event it begins: 1 the day after, 0 the day itself. None for the day after the
    time that a demand gave, or a day that is named."""
    day: date | None = None
    """That day."""


class Term(Model):
    """Something that a contract measures, in its words."""

    locator: Locator
    text_span: Span
    """The sentence or the row."""
    words: str
    """Its words with those that introduce it: tell which line of a schedule it is."""
    topics: tuple[str, ...] = ()
    """Ids of `rules/topics.yaml`."""
    quantities: tuple[Quantity, ...] = ()
    last_day: date | None = None
    """The last day of a stretch of time that it names: 自…起至…止, 期限三年自…起."""
    least_area: Decimal | None = None
    """For a line that holds for dwellings of some size: from so many square metres."""
    most_area: Decimal | None = None
    by_floor: bool = False
    """Whether it makes a price rise with the floor: so much for each."""
    times_unread: bool = False
    """Whether a time stands beside one of its prices that could not be read."""
    row: str = ""
    """For a row of a table: what tells it from the others, as written."""
    part: bool = False
    """Whether it is a part of a sentence, told for itself: its words are shown with what they state."""
    start: Start | None = None
    """For a penalty: from when it runs, where that is not the first day of the delay."""
    stage: Stage | None = None
    """For a penalty by stages: for which days of the delay it is."""
    on_price: bool = False
    """For a penalty of a sale: whether it is a share of the whole price, and not of what was paid."""
    to_day_before: bool = False
    """For a penalty by the day: whether it runs to the day before the one that ends the delay."""
    not_understood: tuple[str, ...] = ()
    """The topics of those terms of the contract of which it speaks and that were not, or not all, read: what it states
    of them can be relied on, what it does not state of them is open."""
