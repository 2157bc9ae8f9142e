"""CON047: a text given as a contract has no clauses."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check("CON047", "no_clauses", Severity.MEDIUM, message="没有找到条款，不像一份合同，无法逐条审查")
def no_clauses(contract: Contract) -> Iterator[Hit]:
    """没有找到条款。

    全文没有一个带编号的条款，不像一份合同；其他检查无从进行，没有报告不等于没有问题。

    会报告：今天天气不错。

    不报告：第一条　乙方提供物业服务。

    怎样解决：核对文件；条款没有编号的，按“第一条”或者“一、”编号后再审查。
    """
    if not contract.clauses:
        yield Hit(None, advice="核对文件；条款没有编号的，编号后再审查")
