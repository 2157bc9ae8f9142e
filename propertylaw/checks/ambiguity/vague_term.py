"""AMB001: an open term in a duty or a sanction, with nothing by which to measure it."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Modality, Rank, Severity

_TERMS = {
    Modality.DUTY: "{reg_open_time}",
    Modality.SANCTION: "{reg_open_degree}",
}
_BEFORE = 12
"""Characters before a term in which the Civil Code's own words stand."""
_GENERAL = (Rank.STATUTE, Rank.INTERPRETATION)
"""Whose open terms are for the courts to fill, and for the rules on discretion below them."""


@check("AMB001", "vague_term", Severity.LOW, subject="regulation", message="词义没有判断标准")
def vague_term(regulation: Regulation) -> Iterator[Hit]:
    """义务的期限或者处罚的条件用了没有判断标准的词。

    “合理期限”“情节恶劣”等词决定义务何时到期、处罚是否加重，文中却没有可以对照的标准，同样的事会得到不同的处理。

    会报告：物业服务企业应当在合理期限内答复业主。

    不报告：物业服务企业应当在合理期限内答复业主；合理期限是指不超过十日。

    不报告：照《民法典》写的催告后“合理期限”内支付、“约定期限或者合理期限内”退出，由合同和法院认定。

    不报告：法律、司法解释里的同样词语，留给法院和裁量基准；处罚分档惯用的“情节严重”，裁量基准已有法定授权；对工作人员的处分。

    怎样解决：写明日数、数额或者列举情形；确需留给裁量的，授权制定裁量基准。

    依据：《行政处罚法》第三十四条。
    """
    text = regulation.source.text
    if regulation.rank in _GENERAL:
        return
    seen = set()
    for norm in regulation.norms:
        written = _TERMS.get(norm.modality)
        if written is None or norm.text_span is None:
            continue
        match = pattern(written).search(text, *norm.text_span)
        if match is None or (match.span(), match[0]) in seen or _is_defined(match[0], text):
            continue
        if pattern("{crime_follows}").match(text, match.end()) or _is_of_the_code(text, match.start()):
            continue
        if pattern("{discipline_follows}").match(text, match.end(), norm.text_span[1]):
            continue
        if norm.modality is Modality.DUTY and norm.deadline:
            continue
        seen.add((match.span(), match[0]))
        yield Hit(match.span(), says=f"“{match[0]}”", advice="写明标准，或者授权制定裁量基准")


def _is_of_the_code(text: str, start: int) -> bool:
    """Whether the words before are those with which the Civil Code itself leaves a period to contract and court."""
    return bool(pattern("{code_leaves_open}").search(text, max(0, start - _BEFORE), start))


def _is_defined(term: str, text: str) -> bool:
    return pattern(f'{term}[”"]?[，,]?(?:是指|指|系指|包括)').search(text) is not None
