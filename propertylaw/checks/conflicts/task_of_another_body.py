"""CNF005: a task is given to a body other than the one a source of higher rank names."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity


@check(
    "CNF005",
    "task_of_another_body",
    Severity.MEDIUM,
    subject="regulation",
    message="把上位法交给别的机关或者组织的事交给了这里的主体",
)
def task_of_another_body(regulation: Regulation) -> Iterator[Hit]:
    """同一项职责，上位法由一个机关或者组织承担，这里由另一个承担。

    两边都可以说不归自己管；没有法定职权作出的行为会被撤销。

    会报告：上位法由街道办事处组建筹备组，这里由住房城乡建设主管部门组建。

    不报告：由上位法所列的同一机关承担，只写得更细。

    怎样解决：改为上位法规定的机关；上位法允许另行确定的，写明依据。

    依据：《立法法》第九十九条。
    """
    return differences(regulation, _wanted, Severity.MEDIUM, "改为上位法规定的主体，或者写明另行确定的依据")


def _wanted(one: Relation) -> bool:
    return (
        one.kind is RelationKind.CONFLICTS
        and one.aspect in (Aspect.BEARER, Aspect.AUTHORITY)
        and not isinstance(one.lower_value, str)
        and one.by == "rank"
    )
