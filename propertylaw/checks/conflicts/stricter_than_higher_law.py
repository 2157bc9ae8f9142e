"""CNF009: more is asked than a source of higher rank asks."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.graph import Relation, RelationKind
from propertylaw.model import Severity


@check("CNF009", "stricter_than_higher_law", Severity.INFO, subject="regulation", message="比上位法要求更高")
def stricter_than_higher_law(regulation: Regulation) -> Iterator[Hit]:
    """期限比上位法短，或者把可以做的变成必须做的。

    地方可以从严，但上位法没有留余地的，从严也是抵触；执行的人要知道按哪一个期限办。

    会报告：省条例给六十日，市条例给三十日。

    不报告：期限与上位法相同；六十日内办理、经批准可以再延三十日，合起来正是上位法的九十日。

    怎样解决：确认上位法留有余地；适用时按较严的期限。

    依据：《立法法》第八十二条。
    """
    return differences(regulation, _wanted, Severity.INFO, "确认上位法留有余地；适用时按较严的要求")


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.STRICTER and one.by == "rank"
