"""CON056: a clause that falls short of what the provider promised in public, and promises the contract passes over."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.beside import differing, left_out, told
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import RelationKind
from propertylaw.model import Severity


@check("CON056", "promise_deviation", Severity.MEDIUM)
def promise_deviation(contract: Contract) -> Iterator[Hit]:
    """低于公开的服务承诺。

    物业服务人公开作出的有利于业主的服务承诺，是物业服务合同的组成部分；合同写得比承诺低，或者没有写进去，业主仍可以要求按承诺履行。
    用 `--promises 文件` 给出承诺时才检查。

    会报告：承诺书写“接到报修后三十分钟内到场”，合同写“二小时内到场”。

    不报告：合同写的比承诺更快、更多。
    """
    for beside in contract.beside:
        if beside.kind != "promises":
            continue
        for relation in differing(contract.norms, beside):
            if relation.kind is RelationKind.STRICTER and "service_provider" in relation.lower.bearer:
                continue
            says = told(relation, beside.title(relation.higher))
            yield Hit(relation.lower.text_span, says=says, related=(relation.higher.locator,))
        missing = left_out(contract.norms, beside)
        if missing:
            named = "；".join(norm.action for norm in missing[:_MOST])
            more = f"等 {len(missing)} 项" if len(missing) > _MOST else ""
            says = f"承诺了而合同没有写：{named}{more}"
            related = tuple(norm.locator for norm in missing)
            yield Hit(None, says=says, severity=Severity.LOW, related=related)


_MOST = 5
"""How many of the promises that are left out are named."""
