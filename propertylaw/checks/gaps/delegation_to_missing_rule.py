"""GAP003: the details are left to a rule that nobody has to make by any day, and that is not at hand."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.words import pattern
from propertylaw.model import Rank, Severity

_NATIONAL = (Rank.STATUTE, Rank.INTERPRETATION, Rank.ADMINISTRATIVE_REGULATION)
"""Whose rules are made by departments and seldom at hand: that they are not here tells nothing."""


@check(
    "GAP003",
    "delegation_to_missing_rule",
    Severity.LOW,
    subject="regulation",
    message="授权另行制定的规则不在所给的文件里，也没有期限",
)
def delegation_to_missing_rule(regulation: Regulation) -> Iterator[Hit]:
    """具体办法留给别的机关另行制定，既没有期限，所给的文件里也找不到。

    办法迟迟不出，被授权的事项就没有规则可依。

    会报告：维修资金的具体管理办法由市人民政府另行制定。

    不报告：市人民政府应当自本条例施行之日起六个月内制定维修资金的具体管理办法。

    不报告：法律、行政法规授权国务院及其部门制定的办法，它们不在手头不说明没有制定。

    怎样解决：写明制定的期限，以及办法出台前适用什么规则。
    """
    if regulation.rank in _NATIONAL:
        return
    text = regulation.source.text
    titles = [other.title for other in regulation.others]
    for article in regulation.outline.articles:
        for match in pattern("{delegates}").finditer(text, *article.text_span):
            begun = text.rfind("。", 0, match.start()) + 1
            sentence = text[begun : match.end() + 20]
            before = pattern("{name_before}").search(text, begun, match.start())
            start = before.start() if before else match.start()
            if pattern("{delegate_deadline}").search(sentence):
                continue
            if any(_fits(title, text[start : match.end()]) for title in titles):
                continue
            yield Hit((start, match.end()), says=f"由{match['maker']}制定", advice="写明制定期限和过渡办法")


def _fits(title: str, words: str) -> bool:
    """Whether a text at hand bears the subject of the delegation in its title."""
    subject = words.split("由", maxsplit=1)[0].removeprefix("具体")
    return len(subject) > 2 and subject[-6:] in title
