"""CON050: what a service contract is expected to settle, and this one does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.contract_kind import SERVICE_KINDS
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Severity
from propertylaw.model.base import Model


class _Content(Model):
    issue: str
    severity: Severity
    basis: tuple[Locator, ...]
    message: str
    advice: str
    found: tuple[str, ...]


@check("CON050", "missing_content", Severity.MEDIUM)
def missing_content(contract: Contract) -> Iterator[Hit]:
    """合同应有的内容缺失。

    法律要求物业服务合同写明服务事项、质量、费用、期限、维修资金、用房、交接和违约责任；缺了的，只能靠事后协商或者交易习惯填补。

    会报告：整份物业服务合同没有一处写到服务期限。

    不报告：期限写在附件里，正文指向该附件。
    """
    if contract.kind.id not in SERVICE_KINDS:
        return
    for one in _expected():
        texts = (contract.masked, contract.source.text)  # a word may be a party by its token (项目经理) and tell yet
        if not any(pattern(found).search(text) for found in one.found for text in texts):
            yield Hit(
                None, message=one.message, severity=one.severity, issue=one.issue, basis=one.basis, advice=one.advice
            )


@cache
def _expected() -> tuple[_Content, ...]:
    return contract_data("content", tuple[_Content, ...])
