"""The penalty that a service contract sets for a provider that leaves or hands over late: by the day, once, its cap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Quantity, Span

from .delay_terms import penalty_amounts
from .topics import topics_of

LATE_HANDOVER = "late_handover"
_PART = re.compile("[^；;\n]+")
_EACH = re.compile("每?(?:逾期|延期|延迟|迟延|拖延|延误)$")
"""What stands before a day that is no period: 每逾期一日."""
_OF_MONEY = frozenset({"CNY", "CNY/day", "CNY/month", "share", "1/day", "1/month"})
_READ = frozenset({"CNY", "CNY/day"})


def handover_penalty(text: str, span: Span, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """What a sentence on late handing over measures, its sums as those of a penalty.

    Args:
        text: the contract.
        span: the sentence.
        quantities: what was read in it.
    """
    others = [
        one for one in quantities if one.unit not in _OF_MONEY and not _EACH.search(text[span[0] : one.text_span[0]])
    ]
    parts = [match.span() for match in _PART.finditer(text, *span)]
    about = [part for part in parts if LATE_HANDOVER in topics_of(text[slice(*part)])]
    return (*others, *(one for part in about or parts for one in penalty_amounts(text, part)))


def penalty_unread(quantities: Sequence[Quantity]) -> bool:
    """Whether such a penalty is measured in a way that no fact holds: by a share, by the month."""
    money = {one.unit for one in quantities} & _OF_MONEY
    return not money or not money <= _READ
