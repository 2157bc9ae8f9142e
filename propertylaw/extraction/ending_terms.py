"""What a contract says of its end by the owners' decision: that no time of notice is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from propertylaw.model import Locator, Quantity, Span, Term

from .quantities import quantities_in
from .topics import topics_of

_AT_ONCE = "dismissal_at_once"
_TIMES = frozenset({"day", "working_day", "month", "year"})
_IN_ONE_CASE = re.compile(
    "(?:^|[，；：])(?![^，；：]*(?:解聘|解除|终止|决定|决议|表决|通知|公告|公示|通过))[^，；：]*(?:的|时)(?=，)"
    "|(?:因|由于|如果?|若|倘若?|一旦|凡)[^，。；]{0,4}(?:乙方|物业(?!服务合同))"
    "|乙方[^，。；]{0,20}(?:不合格|不达标|违约|违反|过错|不履行|未履行|未达到|未能|未按|拒不|事故|情形)"
)
"""More than that the owners decide and tell it: a failing of the provider, an event."""


def ending_terms(text: str, span: Span, at: Locator) -> Iterator[Term]:
    """A notice of no days, where a sentence lets the contract end with the decision or the notice itself.

    Where it does so only in one case, whether that is there stands in no contract: the sentence is not understood.

    Args:
        text: of the contract, folded.
        span: the sentence.
        at: where it stands.
    """
    words = text[slice(*span)].strip()
    if _AT_ONCE not in topics_of(words) or any(one.unit in _TIMES for one in quantities_in(text, span)):
        return
    if _IN_ONE_CASE.search(words):
        yield Term(locator=at, text_span=span, words=words, part=True, not_understood=(_AT_ONCE,))
    else:
        none = Quantity(value=Decimal(0), unit="day", text=words, text_span=span, context=words)
        yield Term(locator=at, text_span=span, words=words, part=True, topics=(_AT_ONCE,), quantities=(none,))
