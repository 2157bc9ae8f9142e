"""GAP004: a text given as a regulation has no provisions."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check(
    "GAP004",
    "no_provisions",
    Severity.MEDIUM,
    subject="regulation",
    message="没有找到条文，不像一部法规，无法逐条检查",
)
def no_provisions(regulation: Regulation) -> Iterator[Hit]:
    """没有找到条文。

    全文没有一个带编号的条文，不像一部法规；其他检查无从进行，没有报告不等于没有问题。

    会报告：今天天气不错。

    不报告：第一条　为了规范物业管理活动，制定本条例。

    怎样解决：核对文件；条文没有编号的，编号后再检查。
    """
    outline = regulation.outline
    if not outline.articles and not any(annex.articles for annex in outline.annexes):
        yield Hit(None, advice="核对文件；条文没有编号的，编号后再检查")
