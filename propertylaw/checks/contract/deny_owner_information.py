"""CON010: deny owner information."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON010", "deny_owner_information", Severity.HIGH)
def deny_owner_information(contract: Contract) -> Iterator[Hit]:
    """拒绝公开、查阅。

    业主对收费、合同履行、公共收益、维修资金等有知情权，每个业主都可以查阅；拒绝公开或者设置禁止性条件没有依据。

    会报告：公共收益账目和外包合同属于乙方商业秘密，不向业主公开。

    不报告：业主可以预约查阅收支账目和凭证，复印的只收取工本费。
    """
    yield from signs(contract, "deny_owner_information")
