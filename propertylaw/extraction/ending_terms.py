"""What a contract says of its end by the owners' decision: that no time of notice is left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from propertylaw.model import Locator, Quantity, Span, Term

from .quantities import quantities_in
from .topics import topics_of

_AT_ONCE = "dismissal_at_once"
_TIMES = frozenset({"day", "working_day", "month", "year"})


def ending_terms(text: str, span: Span, at: Locator) -> Iterator[Term]:
    """A notice of no days, where a sentence lets the contract end with the decision or the notice itself.

    Args:
        text: of the contract, folded.
        span: the sentence.
        at: where it stands.
    """
    words = text[slice(*span)]
    if _AT_ONCE not in topics_of(words) or any(one.unit in _TIMES for one in quantities_in(text, span)):
        return
    none = Quantity(value=Decimal(0), unit="day", text=words.strip(), text_span=span, context=words.strip())
    yield Term(locator=at, text_span=span, words=words.strip(), part=True, topics=(_AT_ONCE,), quantities=(none,))
