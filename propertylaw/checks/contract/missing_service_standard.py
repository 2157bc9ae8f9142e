"""CON020: a price without the service that it pays for."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_kind import SERVICE_KINDS
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check("CON020", "missing_service_standard", Severity.MEDIUM)
def missing_service_standard(contract: Contract) -> Iterator[Hit]:
    """服务标准缺失。

    约定了价格，却没有相应的服务项目、频次或者质量标准。

    会报告：物业服务费每月每平方米3.80元，乙方据此提供高品质的综合服务。

    不报告：物业服务费每月每平方米3.80元，服务项目、频次和标准见附件二。
    """
    if len(contract.clauses) > 1 and pattern("{standards_elsewhere}").search(contract.masked):
        return
    for clause in contract.clauses:
        words = clause.masked
        promised = pattern("{open_quality}|{content_left_open}").search(words)
        if promised is None or not pattern("{unit_price}").search(words) or pattern("{measured_service}").search(words):
            continue
        if contract.kind.id not in SERVICE_KINDS and not pattern("{service_words}").search(words):
            continue
        for sentence in clause.sentences:
            match = pattern("{unit_price}").search(sentence.masked)
            if match is not None:
                yield Hit(whole_steps(sentence, match))
                break
