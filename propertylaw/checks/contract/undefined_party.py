"""CON018: a party or body that nobody can identify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity

_INTRODUCED = (
    r"[“\"（(|｜][\s*]*{name}[\s*]*[”\"）)|｜]|[|｜][\s*]*{name}[（(]"
    r"|^[\s*#>]*{name}[\s*]*(?:[（(][^（）()\n]*[）)])?[\s*]*[：:]"
)
"""In quotes or brackets, in a table of the parties, or before a colon at the head of a line."""


@check("CON018", "undefined_party", Severity.LOW)
def undefined_party(contract: Contract) -> Iterator[Hit]:
    """主体不明。

    义务或者责任的主体没有定义，无法确定是谁。

    不是当事人的“丙方”要做什么、承担什么的，程度为中。

    会报告：设备损坏的修复费用由责任方承担。

    不报告：本合同所称“责任人”，是指对损害负责的业主、使用人或者乙方；修复费用由责任人承担。
    """
    defined = {one.term for one in contract.outline.definitions} | set(contract.names)
    for clause in contract.clauses:
        for sentence in clause.sentences:
            unclear = [one for one in _unclear(sentence) if not _is_named(one[0], defined, contract)]
            bearing = next((one for one in unclear if _bears(sentence, one)), None)
            if bearing is not None:
                yield Hit(whole_steps(sentence, bearing), severity=Severity.MEDIUM, says=f"“{bearing[0]}”")
            elif unclear:
                yield Hit(whole_steps(sentence, unclear[0]), says=f"“{unclear[0][0]}”")


def _unclear(sentence: Sentence) -> Iterator[re.Match[str]]:
    for match in pattern("{unclear_party}").finditer(sentence.masked):
        if pattern("{concerned}").search(sentence.masked, max(0, match.start() - 8), match.end() + 10):
            yield match


def _is_named(name: str, defined: set[str], contract: Contract) -> bool:
    return name in defined or bool(re.search(_INTRODUCED.format(name=name), contract.source.text, re.MULTILINE))


def _bears(sentence: Sentence, name: re.Match[str]) -> bool:
    """Whether a party that only a signature could name has to do or to answer for something."""
    after = sentence.masked[name.end() :]
    return bool(pattern("{lettered_party}").fullmatch(name[0]) and pattern("{unnamed_bears}").match(after))
