"""CIT005: 前款 or 前条 where nothing stands before."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check("CIT005", "nothing_before", Severity.HIGH, subject="regulation", message="“前款”“前条”前面没有可指的款、条")
def nothing_before(regulation: Regulation) -> Iterator[Hit]:
    """第一款里写“前款”、第一条里写“前条”，前面没有可以指的规定。

    多半是合并、拆分条文后没有改引用；读的人只能猜它指上一条还是本款前半句。

    会报告：一条只有一款，却写“前款规定的期限届满后”。

    不报告：第二款写“前款规定的期限届满后”。

    怎样解决：写明条号、款号。
    """
    for citation in regulation.citations:
        if citation.text_span and citation.at and not citation.targets and "之前没有" in citation.reason:
            yield Hit(citation.text_span, says=f"“{citation.text}”", advice="写明条号、款号")
