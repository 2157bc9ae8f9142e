"""CON070: public promises of the provider that are said to be no part of the contract."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON070", "promises_excluded", Severity.MEDIUM)
def promises_excluded(contract: Contract) -> Iterator[Hit]:
    """公开承诺不算数。

    物业服务人公开作出的有利于业主的服务承诺，是合同的组成部分；约定宣传、投标文件里的承诺不构成合同内容的，与此相抵触。

    会报告：乙方在投标文件和公众号中的服务承诺仅供参考，不构成本合同内容。

    不报告：乙方在公示栏公布的服务承诺，为本合同的组成部分。
    """
    yield from signs(contract, "promises_excluded")
