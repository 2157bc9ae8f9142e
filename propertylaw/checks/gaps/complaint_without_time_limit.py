"""GAP006: a body has to deal with complaints, and no time limit or way is set."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.words import pattern
from propertylaw.model import Rank, Severity

_GENERAL = (Rank.STATUTE, Rank.INTERPRETATION)
"""Whose periods for complaints are set by the rules of departments."""
_HANDED_IN = ("投诉", "举报", "反映", "报告", "申请")


@check(
    "GAP006",
    "complaint_without_time_limit",
    Severity.LOW,
    subject="regulation",
    message="收到投诉、举报后应当处理，没有写明期限",
)
def complaint_without_time_limit(regulation: Regulation) -> Iterator[Hit]:
    """机关收到投诉、举报、报告后应当处理或者答复，却没有写明在多少日内。

    “及时处理”无从督促，投诉人不知道何时可以申请复议、起诉不作为。

    会报告：住房城乡建设主管部门接到投诉后，应当及时调查处理。

    不报告：住房城乡建设主管部门应当自接到投诉之日起十五日内答复投诉人。

    不报告：法律里的同样规定，期限由部门规章写明。

    怎样解决：写明受理、处理、答复的期限和方式。
    """
    if regulation.rank in _GENERAL:
        return
    text = regulation.source.text
    for match in regulation.matches(pattern("{complaint_handled}"), *_HANDED_IN):
        start, end = regulation.sentence_at(match.start())
        if not pattern("{soon_or_limited}").search(text, start, end + _NEXT):
            yield Hit(match.span(), advice="写明受理、处理、答复的期限")


_NEXT = 60
"""Characters of the next sentence, which may set the limit."""
