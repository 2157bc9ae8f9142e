"""CON032: final interpretation right."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON032", "final_interpretation_right", Severity.MEDIUM)
def final_interpretation_right(contract: Contract) -> Iterator[Hit]:
    """最终解释权。

    由一方独自决定合同的含义或者补充规则；对格式条款有两种以上解释的，应当作出不利于提供方的解释。

    会报告：本合同的最终解释权归乙方所有。

    不报告：附件与正文不一致的，以正文为准；条款有歧义的，依法解释。
    """
    yield from signs(contract, "final_interpretation_right")
