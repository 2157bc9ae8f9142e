"""CON055: a clause that says otherwise than the covenant."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.beside import differing, told
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check("CON055", "covenant_deviation", Severity.MEDIUM)
def covenant_deviation(contract: Contract) -> Iterator[Hit]:
    """与管理规约不一致。

    对同一件事，合同与管理规约写的期限、数额、可以还是不得不同。管理规约约束全体业主，由业主共同制定；合同要改变它，须由业主共同决定。
    用 `--covenant 规约` 给出规约时才检查。

    会报告：规约定装修噪声施工时间为九时至十七时，合同写八时至十八时；规约定书面催告后三十日，合同写七日。

    不报告：合同比规约多写了一项，规约没有规定。
    """
    for beside in contract.beside:
        if beside.kind != "covenant":
            continue
        for relation in differing(contract.norms, beside):
            says = told(relation, beside.title(relation.higher))
            yield Hit(relation.lower.text_span, says=says, related=(relation.higher.locator,))
