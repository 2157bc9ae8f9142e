"""GAP006: a body has to deal with complaints, and no time limit or way is set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Rank, Severity, Span

_GENERAL = (Rank.STATUTE, Rank.INTERPRETATION)
"""Whose periods for complaints are set by the rules of departments."""
_HANDED_IN = ("投诉", "举报", "反映", "报告", "申请")
_OBLIGED = "应当[^。；]{0,60}报告|(?:物业服务(?:企业|人)|建设单位|施工单位|管理单位|使用单位)的报告"
_FREE = "(?:可以|有权)[^。；]{0,60}报告"
_ANOTHER_BODY = "^[^。；]*，(?=[^，。；]*(?:部门|机关|办事处|人民政府|居民委员会)[^，。；]{0,4}(?:收到|接到))"
"""What stands before the clause of the body that receives, where a body of an earlier clause was taken for it."""
_NAME_BEGUN = r"(?:^（[一二三四五六七八九十]+）)?(?P<begun>(?:(?!应当|可以|有权)[^，。；：\s由向])*)$"
"""The words before a match that belong to the name of the body which it begins with."""


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

    不报告：物业服务企业依法应当报告，部门接到报告后应当处理；没有投诉人等待答复。

    不报告：法律里的同样规定，期限由部门规章写明。

    怎样解决：写明受理、处理、答复的期限和方式。
    """
    if regulation.rank in _GENERAL:
        return
    text = regulation.source.text
    for match in regulation.matches(pattern("{complaint_handled}"), *_HANDED_IN):
        start, end = regulation.sentence_at(match.start())
        handed_in = _handed_in(match[0])
        if pattern("{soon_or_limited}").search(text, start, end + _NEXT):
            continue
        if handed_in != ["报告"] or not _is_obliged(regulation, match):
            message = f"收到{'、'.join(handed_in)}后应当处理，没有写明期限"
            yield Hit(_from_whole_name(text, match), message=message, advice="写明受理、处理、答复的期限")


_NEXT = 60
"""Characters of the next sentence, which may set the limit."""


def _handed_in(words: str) -> list[str]:
    """What the sentence says is handed in, in its order; what the body then has to do does not count."""
    before = words.rpartition("应当")[0] or words
    return sorted((one for one in _HANDED_IN if one in before), key=before.index)


def _is_obliged(regulation: Regulation, match: re.Match[str]) -> bool:
    """Whether the report is one that the article makes somebody give, and leaves to nobody's choice."""
    article = regulation.article_at(match.start())
    before = regulation.source.text[article.text_span[0] if article else match.start() : match.end()]
    return bool(pattern(_OBLIGED).search(before)) and not pattern(_FREE).search(before)


def _from_whole_name(text: str, match: re.Match[str]) -> Span:
    """The match from the first word of the name of the body that has to act."""
    if match[0].startswith(("向", "对")):
        return match.span()
    earlier = pattern(_ANOTHER_BODY).match(match[0])
    if earlier:
        return match.start() + earlier.end(), match.end()
    line = text.rfind("\n", 0, match.start()) + 1
    name = pattern(_NAME_BEGUN).search(text[line : match.start()])
    return (match.start() - len(name["begun"]) if name else match.start(), match.end())
