"""AMB008: a figure belongs to two classes of a division, or to none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Article, Severity


@check("AMB008", "boundary_in_two_classes", Severity.MEDIUM, subject="regulation", message="分档的界限重叠或者有空当")
def boundary_in_two_classes(regulation: Regulation) -> Iterator[Hit]:
    """同一条里按数额、面积、人数分档，同一个数既是这一档的“以上”又是那一档的“以下”，或者两档都不包括它。

    “以上”“以下”都包括本数，恰好等于界限的落在两档；“超过”“不足”都不包括本数，恰好等于界限的哪一档也不是。

    会报告：一万平方米以下的可以设三人，一万平方米以上的应当设五人。

    不报告：不足一万平方米的可以设三人，一万平方米以上的应当设五人。

    怎样解决：一档用“以上”，相邻的一档用“不足”“不满”。

    依据：《民法典》第一千二百五十九条。
    """
    if pattern("{figures_defined}").search(regulation.source.text):
        return
    for article in regulation.outline.articles:
        words = regulation.words(article)
        if not all(any(side in words for side in sides) for sides in _BOTH_WAYS):
            continue
        for match, both in _clashes(regulation, article):
            says = f"“{match[0]}”与另一档都包括这个数" if both else f"“{match[0]}”与另一档都不包括这个数"
            yield Hit(match.span(), says=says, advice="一档用“以上”，相邻的一档用“不足”或者“不满”")


def _clashes(regulation: Regulation, article: Article) -> Iterator[tuple[re.Match[str], bool]]:
    """Figures of an article that an earlier class has on its other side, with whether both take them in."""
    seen: dict[tuple[object, str], set[str]] = {}
    for match in pattern("{reckoned}").finditer(regulation.source.text, *article.text_span):
        value = number(match["figure"] or match["figure2"])
        key = value, (match["unit"] or match["unit2"])
        side = _SIDES[match["side"] or match["open"]]
        if value is not None:
            others = seen.setdefault(key, set())
            if _CLASH.get(side) in others:
                yield match, side in ("from", "to")
            others.add(side)


_SIDES = {"以上": "from", "以下": "to", "以内": "to", "超过": "above", "多于": "above"} | dict.fromkeys(
    ("不满", "不足", "少于", "低于"), "below"
)
_BOTH_WAYS = (
    tuple(word for word, side in _SIDES.items() if side in ("from", "above")),
    tuple(word for word, side in _SIDES.items() if side in ("to", "below")),
)
_CLASH = {"from": "to", "to": "from", "above": "below", "below": "above"}
