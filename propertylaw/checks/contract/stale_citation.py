"""CON044: a contract cites law that is no longer in force."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.repealed import repealed_citations
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check("CON044", "stale_citation", Severity.LOW)
def stale_citation(contract: Contract) -> Iterator[Hit]:
    """引用已废止法律。

    引用的法律已经废止或者被替代。

    会报告：业主的权利义务，依照《物权法》第七十条确定。

    会报告：合同开头写“根据《中华人民共和国合同法》订立本合同”。

    不报告：业主的权利义务，依照《民法典》第二百七十一条确定。
    """
    first = min((clause.start for clause in contract.clauses), default=0)
    for found in repealed_citations(contract.source.text):
        if found.span[0] < first or contract.clause_at(found.span[0]) is not None:
            yield Hit(found.span, says=found.says, advice=found.advice, related=found.successors)
