"""CIT001: a reference to a provision that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.dangling import dangling
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.renumbered import renumbered
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check("CIT001", "dangling_citation", Severity.HIGH, subject="regulation", message="引用的条款不存在")
def dangling_citation(regulation: Regulation) -> Iterator[Hit]:
    """引用的条、款、项在被引用的文件里不存在。

    多半是修改后条文顺序变了而引用没有改，读的人会按错误的条款办事。

    会报告：全文只有六十条，却写“依照第七十二条处罚”。

    不报告：引用另一部文件而该文件不在手边。

    怎样解决：核对并改正条号。
    """
    day, own = regulation.day, regulation.outline.instrument
    current = [
        one
        for one in regulation.citations
        if day is None or not any(renumbered(target, day, own) for target in one.targets)
    ]  # what an amendment has moved since is told as such
    yield from dangling(current, regulation.scope, "只有")
