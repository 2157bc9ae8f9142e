"""GAP005: a right that needs somebody to act, and nobody has to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Modality, Severity
from propertylaw.model.base import Model

_OWES = (Modality.DUTY, Modality.LIABILITY, Modality.SANCTION)


class _Answered(Model):
    says: str
    right: str
    answered_by: str
    by: str


@check(
    "GAP005", "right_without_duty", Severity.MEDIUM, subject="regulation", message="写了权利，没有写明谁有相应的义务"
)
def right_without_duty(regulation: Regulation) -> Iterator[Hit]:
    """权利要靠别人的行为才能实现，而全文没有任何人负有相应的义务。

    权利人不知道向谁主张，被要求的人可以不理。

    会报告：业主有权查阅账目，而全文没有写明谁应当提供、公布。

    不报告：业主有权查阅账目，物业服务人应当提供。

    怎样解决：写明由谁、以什么方式、在多少日内照办。
    """
    owed = [norm.action for norm in regulation.norms if norm.modality in _OWES]
    for kind in _kinds():
        right, answer = re.compile(kind.right), re.compile(kind.answered_by)
        if any(answer.search(action) for action in owed):
            continue
        for norm in regulation.norms:
            held = norm.modality is Modality.RIGHT and not norm.counterparty and right.search(norm.action)
            if held and norm.text_span:
                yield Hit(norm.text_span, says=kind.says, advice=f"写明{kind.by}")


@cache
def _kinds() -> tuple[_Answered, ...]:
    return contract_data("rights_answered", tuple[_Answered, ...])
