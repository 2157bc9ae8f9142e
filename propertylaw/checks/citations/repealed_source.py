"""CIT002: a reference to law that no longer applies."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.repealed import RepealedCitation, repealed_citations
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Locator, Severity


@check("CIT002", "repealed_source", Severity.MEDIUM, subject="regulation", message="引用的法律已经废止或者被替代")
def repealed_source(regulation: Regulation) -> Iterator[Hit]:
    """引用已经废止或者被替代的法律。

    旧法的条文不再是依据；新法的对应条文在内容上可能已有变化。

    会报告：根据《物权法》第七十六条，由业主共同决定。

    不报告：根据《民法典》第二百七十八条，由业主共同决定。

    怎样解决：改引现行法律的对应条文，并核对内容是否改变；第一条里只是立法依据的，改引现行法律的名称。
    """
    cited = tuple(repealed_citations(regulation.source.text))
    if any(one.source in regulation.outline.title for one in cited):
        return  # it says how the old law is to be applied
    for found in cited:
        place = regulation.locator_at(found.span[0])
        if place is not None:
            yield Hit(found.span, says=found.says, advice=_advice(found, place), related=found.successors)


def _advice(found: RepealedCitation, place: Locator) -> str:
    """What to cite instead: the first article says under which law a text is made, and cites no articles of it."""
    whole = place.article == 1 and found.successors and not any(one.article for one in found.successors)
    return f"改引《{found.successors[0].instrument}》" if whole else found.advice
