"""CNF004: a period or measure falls short of what a source of higher rank asks."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity


@check(
    "CNF004",
    "period_against_higher_law",
    Severity.MEDIUM,
    subject="regulation",
    message="期限或者数量达不到上位法的要求",
)
def period_against_higher_law(regulation: Regulation) -> Iterator[Hit]:
    """同一件事的期限比上位法长、提前的日数比上位法短，或者数量比上位法少。

    照下位规定办会错过上位法的期限。

    会报告：省条例要求任期届满九十日前换届，市条例写六十日前。

    不报告：市条例的期限比省条例更紧，要求更高。

    怎样解决：改到不低于上位法的要求。

    依据：《立法法》第九十九条、第八十一条。
    """
    return differences(regulation, _wanted, Severity.MEDIUM, "改到不低于上位法的要求")


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.aspect in (Aspect.PERIOD, Aspect.QUANTITY) and one.by == "rank"
