"""CIT001: a reference to a provision that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.model import Severity
from propertylaw.structure import Scope


@check("CIT001", "dangling_citation", Severity.HIGH, subject="regulation", message="引用的条款不存在")
def dangling_citation(regulation: Regulation) -> Iterator[Hit]:
    """引用的条、款、项在被引用的文件里不存在。

    多半是修改后条文顺序变了而引用没有改，读的人会按错误的条款办事。

    会报告：全文只有六十条，却写“依照第七十二条处罚”。

    不报告：引用另一部文件而该文件不在手边。

    怎样解决：核对并改正条号。
    """
    scope = Scope(regulation.outline, regulation.others)
    for citation in regulation.citations:
        if citation.text_span is None or citation.at is None:
            continue
        reasons = [why for target in citation.targets if (why := scope.missing(target))]
        reasons += [citation.reason] if not citation.targets and "只有" in citation.reason else []
        if reasons:
            yield Hit(citation.text_span, says=f"“{citation.text}”：{reasons[0]}", advice="核对并改正条号")
