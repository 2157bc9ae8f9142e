"""CNF007: two sources of equal rank contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity


@check("CNF007", "conflict_between_equals", Severity.MEDIUM, subject="regulation", message="与效力相同的另一规定不一致")
def conflict_between_equals(regulation: Regulation) -> Iterator[Hit]:
    """同一机关或者同一效力层级的两个文件，对同一件事规定不同。

    谁优先要看特别与一般、新与旧，两者交叉时要报请裁决，当事人无所适从。

    会报告：同一市的两部法规，一部罚一千元以下，一部罚五千元以上。

    不报告：后一部写明前一部同时废止。

    怎样解决：修改其中一部，或者写明以哪一部为准。

    依据：《立法法》第一百零三条、第一百零五条、第一百零六条。
    """
    return differences(regulation, _wanted, Severity.MEDIUM, "修改其中一部，或者写明以哪一部为准")


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.by in ("time", "open") and one.aspect is not Aspect.BEARER
