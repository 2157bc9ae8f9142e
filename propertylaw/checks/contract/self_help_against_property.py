"""CON039: self help against property."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON039", "self_help_against_property", Severity.HIGH)
def self_help_against_property(contract: Contract) -> Iterator[Hit]:
    """锁车、扣物、拦阻搬离。

    物业服务人不能锁车、扣留或者处分他人财物，也不能拦阻搬离；自助只限于情况紧急且事后立即请求国家机关处理。

    会报告：违规停放的车辆，乙方有权锁住车轮或者拖离，缴费后放行。

    不报告：违规停车的，乙方应当联系车主挪车，联系不上的报告公安机关交通管理部门。
    """
    yield from signs(contract, "self_help_against_property")
