"""CON017: a standard of service that nobody can test."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check("CON017", "vague_standard", Severity.LOW)
def vague_standard(contract: Contract) -> Iterator[Hit]:
    """标准不明。

    服务标准无法检验，发生争议时难以判断是否达标。

    会报告：乙方应当提供优质的保洁服务，保持环境整洁美观。

    会报告：剩余车位由符合优先条件的家庭先选。（全文没有写优先条件是什么）

    不报告：楼道每日清扫一次，电梯轿厢每日擦拭两次。
    """
    for clause in contract.clauses:
        for sentence in clause.sentences:
            words = sentence.lead + sentence.masked
            match = pattern("{open_quality}").search(sentence.masked)
            if match is None or pattern("{measured}").search(sentence.masked):
                continue
            if pattern("{service_words}").search(words) and pattern("{owed_by_provider}").search(words):
                yield Hit(whole_steps(sentence, match), says=f"“{match[0]}”")
                break
    yield from _unnamed_conditions(contract)


def _unnamed_conditions(contract: Contract) -> Iterator[Hit]:
    """Who meets conditions that the contract names nowhere comes first, or gets something."""
    for clause in contract.clauses:
        for sentence in clause.sentences:
            match = pattern("{unnamed_condition}").search(sentence.masked)
            if match is None or pattern(f"{match['condition']}{{condition_named}}").search(contract.masked):
                continue
            yield Hit(whole_steps(sentence, match), says=f"“{match['condition']}”没有写明是什么")
