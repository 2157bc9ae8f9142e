"""CNF001: owners' votes are counted otherwise than a source of higher rank has it."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.model import Severity


@check(
    "CNF001", "votes_against_higher_law", Severity.HIGH, subject="regulation", message="业主表决的要求与上位法不一致"
)
def votes_against_higher_law(regulation: Regulation) -> Iterator[Hit]:
    """业主共同决定的人数、面积、计算基数与上位法不同。

    按下位规定通过的决议可能达不到法律的要求而被撤销，法律规定可以通过的又可能通不过。

    会报告：决定选聘物业服务人须经全体业主过半数同意，而《民法典》第二百七十八条以参与表决的业主计算。

    不报告：比例、基数与《民法典》第二百七十八条相同的条款。

    怎样解决：按上位法的参与比例和同意比例修改；按单元还是按整个区域计算有争议的，写明理由。

    依据：《立法法》第九十九条、《民法典》第二百七十八条。
    """
    return differences(regulation, _wanted, Severity.HIGH, "按上位法的参与比例和同意比例修改")


def _wanted(one: Relation) -> bool:
    return one.kind is RelationKind.CONFLICTS and one.aspect is Aspect.THRESHOLD and one.by == "rank"
