"""GAP008: a list of emergencies or of duties to act that leaves out what it does not foresee."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check("GAP008", "closed_list", Severity.LOW, subject="regulation", message="列举没有兜底，没列到的情形怎么办没有写")
def closed_list(regulation: Regulation) -> Iterator[Hit]:
    """紧急情况的列举是封闭的，没有“其他”一项。

    没列到的紧急情况不能动用应急程序，等不到表决就会出事故。

    会报告：发生下列紧急情况的，应当立即维修：（一）电梯故障；（二）外墙脱落。

    不报告：（三）其他危及房屋安全的紧急情况。

    怎样解决：加一项“其他危及人身、房屋安全的紧急情况”，并写明由谁认定。
    """
    text = regulation.source.text
    for paragraph in regulation.paragraphs:
        if len(paragraph.items) < 2:
            continue
        lead = pattern("{emergency_list}").search(text, *paragraph.lead_span)
        if lead is None:
            continue
        items = [text[slice(*item.text_span)] for item in paragraph.items]
        if not any(pattern("{open_item}").search(item) for item in items):
            yield Hit(lead.span(), advice="加上兜底的一项，并写明由谁认定")
