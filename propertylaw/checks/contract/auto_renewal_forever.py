"""CON007: auto renewal forever."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON007", "auto_renewal_forever", Severity.HIGH)
def auto_renewal_forever(contract: Contract) -> Iterator[Hit]:
    """无限自动续期。

    未经业主共同决定，合同自动再延续一个固定期限；到期未作决定而继续服务的，法律上只成为不定期合同，可以提前六十日解除。

    会报告：合同期满前双方未书面提出异议的，本合同自动续期三年，此后亦同。

    不报告：期满后业主大会未作决定而乙方继续服务的，本合同转为不定期合同，任何一方可以提前六十日通知解除。
    """
    yield from signs(contract, "auto_renewal_forever")
