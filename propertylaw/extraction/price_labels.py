"""Prices of one sentence, each with its own words: what kind of dwelling it is for, and for which time it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from propertylaw.model import Quantity, Span

from .contract_years import by_contract_year
from .price_times import PriceTime, price_time
from .quantities import PRICE

_SEGMENT_ENDS = "；;"
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_TO_STOP = re.compile(r"[^，。；;,\n]*")
_THEREAFTER = re.compile("(?:此|其|之|以|自此以)后|自此")


class LabelledPrice(NamedTuple):
    """A quantity with its own words, and its time where it is a price."""

    quantity: Quantity
    time: PriceTime = PriceTime()


def labelled(text: str, span: Span, quantities: Sequence[Quantity]) -> Iterator[LabelledPrice]:
    """Prices with the words since the price before them: a list names the kind of dwelling in front of its price.

    Args:
        text: the whole text.
        span: the sentence.
        quantities: what it measures, in reading order.
    """
    start, leading, before = span[0], PriceTime(), PriceTime()
    for quantity in quantities:
        if quantity.unit != PRICE:
            yield LabelledPrice(quantity)
            continue
        begin, end = quantity.text_span
        segment = max(start, *(text.rfind(stop, start, begin) + 1 for stop in _SEGMENT_ENDS))
        if segment > start or start == span[0]:
            leading = price_time(text[segment:begin])
        aside = _ASIDE.match(text, end, span[1])
        own_end = aside.end() if aside else end
        time = _time(text[segment:begin], text[end:own_end], leading, before)
        tail = _TO_STOP.match(text, own_end, span[1])
        words = text[segment : tail.end() if tail else own_end]
        yield LabelledPrice(
            quantity.model_copy(update={"context": words, "since": time.since, "until": time.until}), time
        )
        start, before = own_end, time


def _time(front: str, aside: str, leading: PriceTime, before: PriceTime) -> PriceTime:
    """The time in front of a price or in brackets behind it, or that at the head of its part of the sentence."""
    for words in (front, aside):
        if (own := price_time(words)).told:
            return own
    if _THEREAFTER.search(front):
        return PriceTime(before.until + timedelta(days=1)) if before.until else PriceTime(unread=True)
    return PriceTime() if by_contract_year(front) else leading
