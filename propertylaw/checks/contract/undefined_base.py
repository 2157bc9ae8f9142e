"""CON067: a sum is worked out from a made-up term that the contract does not explain."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity

_BEFORE = 12
"""Characters before a term in which words stand that introduce it (以下简称“基准服务费”)."""


@check("CON067", "undefined_base", Severity.LOW)
def undefined_base(contract: Contract) -> Iterator[Hit]:
    """算钱用的词没有定义。

    扣款、酬金、违约金按“基准服务费”“考核系数”一类自造的词计算，而全文没有一处写明它是什么、怎么算，数额无法确定。

    会报告：每低一分扣减当季基准服务费的百分之零点五。（全文没有写明什么是基准服务费）

    会报告：公共电费乘以综合补偿系数后由业主分摊。（全文没有写明系数；业主按它付钱，分量重一些）

    不报告：基准服务费，是指附件一的单价乘以面积所得的月服务费；每低一分扣减基准服务费的百分之零点五。

    怎样解决：写明它按什么价格、面积、期间计算，或者改用合同里已有的费用名称。
    """
    seen = {one.term for one in contract.outline.definitions}
    for clause in contract.clauses:
        for sentence in clause.sentences:
            match = pattern("{base_term}").search(sentence.masked)
            if match is None or match[0] in seen or not pattern("{money_hangs}").search(sentence.masked):
                continue
            seen.add(match[0])
            if not _is_explained(contract, match[0]):
                weight = Severity.MEDIUM if pattern("{paid_by_it}").search(sentence.masked) else Severity.LOW
                yield Hit(whole_steps(sentence, match), says=f"“{match[0]}”", severity=weight)


def _is_explained(contract: Contract, term: str) -> bool:
    """Whether words that explain stand after or before the term wherever it stands, tables and headings included."""
    text = contract.source.text
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        if pattern("{explains_after}").match(text, end) or pattern("{explains_before}").search(text, at - _BEFORE, at):
            return True
        at = text.find(term, end)
    return False
