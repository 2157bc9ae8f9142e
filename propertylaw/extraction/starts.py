"""From when a penalty for delay runs, by the words of its clause: from the delay itself, or from a later day."""

from __future__ import annotations

import re

from .figures import NUMBER

_DAYS = "个?(?:自然|日历|工作)?[日天月]"
_START = re.compile(
    rf"(?:自|从|由)(?P<from>[^，。；,;自从由]{{1,30}}?)(?:起|开始)(?:算|计)?(?![^，。；,;]{{0,4}}{NUMBER}{_DAYS}(?:之内|以内|内|满))"
)
"""自…起; not what begins a time to pay within: 自收到通知之日起15日内."""
_FROM_THE_DELAY = re.compile(
    f"逾期|欠|违约|延[迟期误]|迟延|到期|应[当]?|约定|规定|期限|期满|届满|[交缴付]|终止|解除|退出|{NUMBER}[日号]|次[日月年]|当[日月]|之日"
)
_LATER = re.compile(
    f"催|诉|仲裁|宽限|通知|告知|函|送达|收到|判决|(?:超过|逾|满){NUMBER}{_DAYS}|{NUMBER}{_DAYS}(?:以后|之后|后|期?满)"
    f"|第(?!一[日天]|1[日天]|二[日天]|2[日天]){NUMBER}{_DAYS}"
)
_REMINDED = re.compile(
    f"催[告交缴收款费要讨]|宽限|(?:书面|发出|收到|送达)[^，。；]{{0,6}}通知|通知[^，。；]{{0,6}}送达"
    f"|(?:逾期|拖欠|超过|届满|期满|满|逾)[^，。；、\\d]{{0,4}}{NUMBER}{_DAYS}(?!起)"
)
"""A condition before the rate: a demand, a time of grace, so many days of delay."""
_EACH = re.compile(f"每(?:逾期|延[迟期误]|迟延|拖欠|超过)?(?:{NUMBER})?{_DAYS}")


def reminded_first(before: str) -> bool:
    """Whether a demand, a time of grace or so many days of delay are a condition of a penalty.

    Args:
        before: the words of its clause before its rate.
    """
    return bool(_REMINDED.search(_EACH.sub("", before)))


def starts_later(words: str) -> bool:
    """Whether a day is named from which a penalty runs that is not the first of the delay."""
    starts = [one["from"] for one in _START.finditer(words)]
    return any(_LATER.search(one) or not _FROM_THE_DELAY.search(one) for one in starts)
