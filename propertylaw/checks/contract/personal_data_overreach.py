"""CON043: personal data overreach."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON043", "personal_data_overreach", Severity.HIGH)
def personal_data_overreach(contract: Contract) -> Iterator[Hit]:
    """过度收集、共享、公开个人信息。

    超出服务所必需收集、捆绑取得同意、以人脸为唯一通行方式，或者向他人提供、公开个人信息，缺少合法依据。

    会报告：业主须录入人脸信息方可进入小区，乙方不再发放门禁卡。

    不报告：设置人脸识别的，应当取得业主单独同意，并保留刷卡方式。
    """
    yield from signs(contract, "personal_data_overreach")
