"""CNF002: a fine leaves the frame that a source of higher rank sets for the same act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity
from propertylaw.structure import cite

_ADVICE = "对照两条所罚的是不是同一行为；是的，把数额改到上位法的幅度以内"


@check("CNF002", "fine_outside_frame", Severity.HIGH, subject="regulation", message="罚款不在上位法规定的幅度内")
def fine_outside_frame(regulation: Regulation) -> Iterator[Hit]:
    """同一行为，罚款高于上位法的上限、低于下限，或者计算方法不同。

    地方性法规只能在上位法规定的行为、种类和幅度以内作具体规定，超出的部分在复议、诉讼中会被撤销。

    会报告：上位法对不移交资料处一万元以上十万元以下罚款，这里一律处二十万元。

    不报告：在上位法的幅度以内划分档次。

    自己另写明法律、法规已有处罚规定的从其规定的，一并指出。

    哪些相同只能按行为的名称和写法判断；报告写明相同在哪里，是不是同一行为由读者对照。

    怎样解决：把数额改到上位法的幅度以内，或者改引上位法的罚则。

    依据：《行政处罚法》第十二条。
    """
    yields = next(regulation.matches(pattern("{yields_to_other_fines}"), "从其规定"), None)
    place = regulation.locator_at(yields.start()) if yields else None
    for hit in differences(regulation, _wanted, Severity.HIGH, _ADVICE):
        if place is None:
            yield hit
        else:
            says = f"{hit.says}；{cite(place)}又写已有规定的从其规定，是同一行为的，照它应按上位法的数额"
            yield replace(hit, says=says, related=(*hit.related, place))


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.aspect is Aspect.AMOUNT and one.by == "rank"
