"""CON016: a time for a duty is left open."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.signs import whole_steps
from propertylaw.checks.view import Contract
from propertylaw.checks.words import pattern
from propertylaw.model import Severity


@check("CON016", "vague_reasonable_time", Severity.LOW)
def vague_reasonable_time(contract: Contract) -> Iterator[Hit]:
    """期限不明。

    期限没有写明，用“及时、尽快、合理时间”等词代替，发生争议时无法判断是否逾期。

    会报告：乙方接到报修后，应当尽快派人上门处理。

    不报告：乙方接到报修后，应当在两小时内派人上门处理。
    """
    for clause in contract.clauses:
        for sentence in clause.sentences:
            match = pattern("{open_time}").search(sentence.masked)
            if match is None or pattern("{time_limit}").search(sentence.masked):
                continue
            if pattern("{open_time_defined}").search(clause.masked):
                continue
            if pattern("{owed_by_provider}").search(sentence.lead + sentence.masked[: match.end()]):
                yield Hit(whole_steps(sentence, match), says=f"“{match[0]}”")
                break
