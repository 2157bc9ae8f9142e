"""CON016: a time for a duty is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity


@check("CON016", "vague_reasonable_time", Severity.LOW)
def vague_reasonable_time(contract: Contract) -> Iterator[Hit]:
    """期限不明。

    期限没有写明，用“及时、尽快、合理时间”等词代替，发生争议时无法判断是否逾期。

    会报告：乙方接到报修后，应当尽快派人上门处理。

    会报告：急修三十分钟到场；其他报修由值班人员择期处理。

    不报告：乙方接到报修后，应当在两小时内派人上门处理。
    """
    for clause in contract.clauses:
        if pattern("{open_time_defined}").search(clause.masked):
            continue
        found = ((one, match) for one in clause.sentences for match in _open_times(one))
        for sentence, match in islice(found, 1):
            yield Hit(whole_steps(sentence, match), says=f"“{match[0]}”")


def _open_times(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Open times that no limit measures: a limit for the urgent case measures no other."""
    words = sentence.masked
    begins = [0, *(one.end() for one in pattern("{case_ends}").finditer(words))]
    for start, end in zip(begins, [*begins[1:], len(words)], strict=True):
        match = pattern("{open_time}|{time_at_will}").search(words, start, end)
        if match is None or pattern("{time_limit}").search(words, start, end):
            continue
        if pattern("{owed_by_provider}").search(sentence.lead + words[start : match.end()]):
            yield match
