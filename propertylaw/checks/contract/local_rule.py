"""CON057: a clause that a mandatory local rule of the place contradicts, or that falls short of it."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.beside import Beside, below, overridden, told
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Norm, Severity


@check("CON057", "local_rule", Severity.MEDIUM)
def local_rule(contract: Contract) -> Iterator[Hit]:
    """违反当地的强制性规定。

    省、市的物业管理条例可以比全国的规定更细、更严。合同允许了当地所禁止的，或者低于当地规定的期限、数量的，当地主管部门可以责令改正；
    条款的效力由法院根据规定的目的判断。用 `--place 浙江省宁波市` 给出地点、资料库里有当地条例的文本时才检查。

    会报告：当地规定合同终止后十日内移交，合同写三十日内移交。

    不报告：合同写的期限比当地规定更短。
    """
    for beside in contract.beside:
        if beside.kind != "local":
            continue
        for conflict in overridden(contract.norms, beside):
            severity = Severity.HIGH if conflict.settled else Severity.MEDIUM
            at = conflict.higher.locator
            says = f"{_KINDS[conflict.kind]}{_rank(conflict.higher, beside)}"
            yield Hit(conflict.lower.text_span, says=says, severity=severity, basis=(at,))
        for relation in below(contract.norms, beside):
            says = f"{told(relation, beside.title(relation.higher))}{_rank(relation.higher, beside)}"
            yield Hit(relation.lower.text_span, says=says, basis=(relation.higher.locator,))


def _rank(norm: Norm, beside: Beside) -> str:
    rank = beside.rank(norm)
    return f"；该规定是{rank}" if rank else ""


_KINDS = {
    "permits_what_is_forbidden": "允许了当地规定所禁止的行为",
    "frees_from_duty": "免除了当地规定的义务",
    "takes_away_right": "剥夺了当地规定给另一方的权利",
    "gives_to_another": "把当地规定归一方的给了另一方",
    "takes_more_than_allowed": "提取的比例超过了当地规定的上限（没有经业主共同决定的）",
    "frees_from_liability": "免除了当地规定不许免除的责任",
    "falls_below_least": "低于当地规定的最低标准",
}
