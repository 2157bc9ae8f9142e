"""Whom 双方 and 任何一方 mean: the two parties that the paragraph has named before."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence

from .draft import Parties
from .mentions import Mention, Mentions
from .subjects import clusters

_SIDE = {"outgoing_provider": "service_provider"}
"""Parties that stand on the same side as another."""
_BOTH = re.compile(
    r"(?:合同|协议)?双方(?:当事人)?(?=协商|约定|共同|应当|可以|不得|有权|另行|书面|签订|确认|签字)"
    r"|任何一方(?:当事人)?(?=均|都|提出|要求|应当|可以|可|不得|有权)"
)


def with_both_sides(text: str, mentions: Sequence[Mention]) -> Mentions:
    """The mentions, and one for every 双方 or 任何一方 that acts and whose two parties are plain.

    Args:
        text: of the paragraph.
        mentions: the parties named in it, in reading order.
    """
    found = Mentions(mentions)
    if "双方" not in text and "任何一方" not in text:
        return found
    known = list(mentions)
    for match in _BOTH.finditer(text):
        if any(mention.start < match.end() and match.start() < mention.end for mention in mentions):
            continue
        both = _last_two(clusters(text, found, 0, match.start()))
        if both:
            insort(known, Mention(match.start(), match.end(), both), key=lambda mention: mention.start)
    return Mentions(known)


def _last_two(groups: Sequence[Mention]) -> Parties:
    """The two parties named last; none where fewer are named, or more at once."""
    found: Parties = ()
    for group in reversed(groups):
        sides = {_SIDE.get(party, party) for party in found}
        found += tuple(party for party in group.parties if _SIDE.get(party, party) not in sides)
        if len(found) > 1:
            break
    return tuple(sorted(found)) if len(found) == 2 else ()
