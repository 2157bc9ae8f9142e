"""GAP003: the details are left to a rule that nobody has to make by any day, and that is not at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from propertylaw.checks.made_under import texts_below
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Article, Rank, Severity
from propertylaw.structure import cite

_NATIONAL = (Rank.STATUTE, Rank.INTERPRETATION, Rank.ADMINISTRATIVE_REGULATION)
"""Whose rules are made by departments and seldom at hand: that they are not here tells nothing."""
_FIGURE = "(?:标准|限额)"
"""Of these a figure is wanted, be it in a text of any name; of all else a rule with procedure."""
_TAKEN_UP = 0.4
"""Share of a lower sentence's pairs of characters that stand in the article which leaves the figure open."""


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

    会报告：维修资金的具体管理办法由市人民政府另行制定；一部法规里有几处的，逐处报告，每处列出其余各处。

    不报告：市人民政府应当自本条例施行之日起六个月内制定维修资金的具体管理办法。

    不报告：法律、行政法规授权国务院及其部门制定的办法，它们不在手头不说明没有制定。

    不报告：省条例把建筑面积标准留给市里规定，一起给的市条例就同一件事写明了多少平方米。

    怎样解决：写明制定的期限，以及办法出台前适用什么规则；留给别处的是标准、限额的，写明何时规定，或者直接写明数额。
    """
    if regulation.rank in _NATIONAL:
        return
    found = tuple(_left_open(regulation))
    for hit in found:
        alike = (one.span[0] for one in found if one.span and one is not hit and one.message == hit.message)
        others = tuple(filter(None, map(regulation.locator_at, alike)))
        also = f"；全文还有{len(others)}处：{'、'.join(map(cite, others))}" if others else ""
        yield replace(hit, says=f"{hit.says}{also}", related=others)


def _left_open(regulation: Regulation) -> Iterator[Hit]:
    """Each rule or figure that the text leaves to others without a day."""
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
            says = f"由{text[match.start('maker') : match.end()]}"
            subject = text[start : match.start("maker")].removesuffix("由")
            if not pattern(_FIGURE + "$").search(subject):
                yield Hit((start, match.end()), says=says, advice="写明制定期限和过渡办法")
            elif not _settled_below(regulation, article, subject):
                yield Hit((start, match.end()), says=says, message=_NO_FIGURE, advice="写明何时规定，或者直接写明数额")


_NO_FIGURE = "授权另行规定的标准没有期限，所给的下位法里也没有找到"


def _settled_below(regulation: Regulation, article: Article, subject: str) -> bool:
    """Whether a text made under this one has the figure, in a sentence that speaks of what the article speaks of."""
    thing = pattern(_FIGURE + "$").sub("", subject).split("的")[-1]
    figure = pattern(f"{re.escape(thing)}[^，。；]{{0,8}}?{{number}}")
    here = set(pairwise(regulation.words(article)))
    for source, _ in texts_below(regulation):
        for sentence in source.text.split("。"):
            told = set(pairwise(sentence.rpartition("\n")[2]))
            if thing and figure.search(sentence) and len(told & here) >= _TAKEN_UP * len(told):
                return True
    return False


def _fits(title: str, words: str) -> bool:
    """Whether a text at hand bears the subject of the delegation in its title."""
    subject = words.split("由", maxsplit=1)[0].removeprefix("具体")
    return len(subject) > 2 and subject[-6:] in title
