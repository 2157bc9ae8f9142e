"""CON064: 前述保证金 and the like where nothing of that name stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Severity

_BACK = "{refers_back}[一-龥]{0,4}?(?:(?P<sum>{back_sum})|(?P<thing>{back_thing}))"


@check("CON064", "nothing_referred_to", Severity.LOW)
def nothing_referred_to(contract: Contract) -> Iterator[Hit]:
    """“前述”“上述”所指的东西没有写。

    写着“前述保证金”“上述清单”，前面却没有这样东西，多半是从别的合同抄来，或者删了前一条。所指的是一笔钱或者
    一个限额的，程度为中。

    会报告：全文没有写过保证金，却写“累计不超过前述保证金”。

    不报告：前一条写明甲方缴纳保证金，后一条写“前述保证金”。
    """
    text = contract.source.text
    for match in pattern(_BACK).finditer(text):
        if contract.clause_at(match.start()) and not _stands(_name(match), text[: match.start()]):
            severity = Severity.MEDIUM if match["sum"] else Severity.LOW
            yield Hit(match.span(), says=f"“{match[0]}”", severity=severity)


def _stands(name: str, before: str) -> bool:
    """Whether the thing is named before, or is a limit and one is set there in other words."""
    return name in before or bool(pattern("{a_limit}").fullmatch(name) and pattern("{limit_set}").search(before))


def _name(match: re.Match[str]) -> str:
    return match["sum"] or match["thing"]
