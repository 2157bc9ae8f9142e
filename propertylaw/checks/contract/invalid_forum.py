"""CON021: invalid forum."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON021", "invalid_forum", Severity.MEDIUM)
def invalid_forum(contract: Contract) -> Iterator[Hit]:
    """争议解决条款无效。

    争议解决的约定无效或者可以被推翻。

    会报告：发生争议的，可以向杭州仲裁委员会申请仲裁，也可以向人民法院起诉。

    不报告：发生争议的，向物业所在地有管辖权的人民法院起诉。
    """
    yield from signs(contract, "invalid_forum")
