"""GAP009: a fine applies to a list that ends in an open item."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Modality, Severity
from propertylaw.structure import cite


@check(
    "GAP009",
    "catch_all_punished",
    Severity.MEDIUM,
    subject="regulation",
    message="罚则连没有标准的兜底项一起处罚，什么会被罚事先看不出来",
)
def catch_all_punished(regulation: Regulation) -> Iterator[Hit]:
    """罚则引用整条或者整款禁止行为，而其中一项是“其他……行为”，没有标准。

    处罚的行为必须事先写明；凭兜底项处罚，当事人无从预见，复议、诉讼中站不住。

    会报告：第五条最后一项禁止“其他影响他人的行为”，第三十条对违反第五条的一律罚款。

    不报告：罚则只引用第五条第一项至第六项；兜底项写明“法律、法规禁止的其他行为”。

    怎样解决：罚则只引用具体各项，兜底项改为“法律、法规禁止的其他行为”，依照有关法律处罚。

    依据：《行政处罚法》第四条、第十二条。
    """
    text = regulation.source.text
    listed = {one.locator.numbers: one for one in regulation.paragraphs if one.items}
    for norm in regulation.norms:
        if norm.modality is not Modality.SANCTION or not norm.amount:
            continue
        for citation in norm.cites:
            for target in citation.targets:
                items = [
                    item
                    for numbers, paragraph in listed.items()
                    if target.instrument == norm.locator.instrument and _covers(target, numbers)
                    for item in paragraph.items
                    if _covers(target, item.locator.numbers)
                ]
                for item in items:
                    match = pattern("{vague_breach}").match(text, *item.text_span)
                    if match and citation.text_span:
                        says = f"{cite(item.locator)}“{match[0]}”"
                        yield Hit(citation.text_span, says=says, advice=_ADVICE, related=(item.locator,))


_ADVICE = "罚则只引用具体各项；要罚兜底项的，写明标准或者限于法律、法规规定的情形"


def _covers(target: Locator, numbers: tuple[int, ...]) -> bool:
    shared = min(len(target.numbers), len(numbers))
    return target.numbers[:shared] == numbers[:shared]
