"""GAP007: something needs a body's leave, and neither conditions nor a time limit are set."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity

_LEAVE = ("批准", "核准", "同意", "许可", "审批")
_BEGINS = ("，", "。", "；", "：", "\n", "　", " ", "或者")


@check(
    "GAP007",
    "approval_without_procedure",
    Severity.LOW,
    subject="regulation",
    message="须经机关批准，没有写明条件、程序或者期限",
)
def approval_without_procedure(regulation: Regulation) -> Iterator[Hit]:
    """做一件事要经机关批准、同意，却没有写明条件、程序或者多少日内决定。

    申请人不知道要交什么、等多久；机关可以拖着不办，也可以任意拒绝。

    会报告：占用公共道路的，应当报街道办事处批准。

    会报告：住宅规模较小的，经主管部门批准，可以采用协议方式选聘，而全文没有写多小算较小。

    不报告：占用公共道路的，应当报街道办事处批准；街道办事处应当在五日内决定。

    怎样解决：写明条件、材料和决定的期限，或者指明适用的许可程序。

    依据：许可的程序见《行政许可法》（文本不在手头）。
    """
    text = regulation.source.text
    for match in regulation.matches(pattern("{needs_approval}"), *_LEAVE):
        article = regulation.article_at(match.start())
        if article is not None and not pattern("{approval_ruled}").search(text, *article.text_span):
            yield Hit(match.span(), advice="写明条件、材料和决定的期限")
    for match in regulation.matches(pattern("{approval_on_open_condition}"), *_LEAVE):
        article = regulation.article_at(match.start())
        if article is not None and not pattern("{approval_ruled}").search(text, *article.text_span):
            start = max(text.rfind(stop, 0, match.start()) + len(stop) for stop in _BEGINS)
            says = f"“{text[start : match.end('open')]}”没有标准，多少日内决定也没有写"
            yield Hit((start, match.end()), says=says, advice="写明标准、材料和决定的期限")
