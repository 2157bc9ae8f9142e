"""CON018: a party or body that nobody can identify."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.signs import whole_steps
from propertylaw.checks.view import Contract
from propertylaw.checks.words import pattern
from propertylaw.model import Severity


@check("CON018", "undefined_party", Severity.LOW)
def undefined_party(contract: Contract) -> Iterator[Hit]:
    """主体不明。

    义务或者责任的主体没有定义，无法确定是谁。

    会报告：设备损坏的修复费用由责任方承担。

    不报告：本合同所称“责任人”，是指对损害负责的业主、使用人或者乙方；修复费用由责任人承担。
    """
    defined = {one.term for one in contract.outline.definitions} | set(contract.names)
    for clause in contract.clauses:
        for sentence in clause.sentences:
            for match in pattern("{unclear_party}").finditer(sentence.masked):
                name = match[0]
                if name in defined or pattern(f'[“"]{name}[”"]').search(contract.source.text):
                    continue
                around = sentence.masked[max(0, match.start() - 8) : match.end() + 10]
                if pattern("{concerned}").search(around):
                    yield Hit(whole_steps(sentence, match), says=f"“{name}”")
                    break
