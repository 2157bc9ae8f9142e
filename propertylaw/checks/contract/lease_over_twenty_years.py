"""CON069: a lease of more than twenty years."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON069", "lease_over_twenty_years", Severity.MEDIUM)
def lease_over_twenty_years(contract: Contract) -> Iterator[Hit]:
    """租期超过二十年。

    租赁期限不得超过二十年，超过的部分无效；车位“租赁”写成三十年、七十年的，二十年以后没有保障。

    会报告：车位租赁期限自交付之日起四十年，租金一次付清。

    不报告：车位租赁期限二十年，期满可以续租。
    """
    yield from signs(contract, "lease_over_twenty_years")
