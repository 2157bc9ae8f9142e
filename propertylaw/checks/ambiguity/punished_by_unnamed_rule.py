"""AMB012: a breach is answered by rules that are not named."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check(
    "AMB012", "punished_by_unnamed_rule", Severity.MEDIUM, subject="regulation", message="按哪部法律处罚、处理没有写明"
)
def punished_by_unnamed_rule(regulation: Regulation) -> Iterator[Hit]:
    """违反规定的后果只写“依照有关规定处理”，没有写明是哪部法律。

    当事人和执法机关都不知道适用哪一条；没有对应规定的，罚则落空。

    会报告：违反本条例第十条规定的，由有关部门依照有关规定予以处罚。

    不报告：违反前款规定的，依照《消防法》第六十条处罚；法律、法规对处罚另有规定的，从其规定；对“本条例其他规定”的兜底。

    怎样解决：写明法律的名称和条款。
    """
    text = regulation.source.text
    for match in regulation.matches(pattern("{by_unnamed_rule}"), "有关", "相关"):
        start = regulation.sentence_at(match.start())[0]
        if not pattern("{other_law_punishes}|{rest_of_text}").search(text, start, match.start()):
            yield Hit(match.span(), says=f"“{match[0]}”", advice="写明法律的名称和条款")
