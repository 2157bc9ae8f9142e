"""Clauses that keep people or cars out to collect fees, told from lawful ones beside them."""

from __future__ import annotations

import pytest

from propertylaw.extraction.topics import topics_of

UNPAID = ("业主逾期三个月不交物业费的", "业主欠费的", "业主未按期缴纳物业服务费的", "业主拖欠物业费、停车费的")
MEASURES = (
    "停用该户门禁卡和电梯卡",
    "限制其门禁和乘坐电梯",
    "限制该户业主进出小区",
    "暂停其门禁卡使用",
    "禁止其车辆进入小区",
    "锁闭其单元门禁",
    "将其车牌移出道闸白名单",
    "不予抬杆",
)


@pytest.mark.parametrize("unpaid", UNPAID)
@pytest.mark.parametrize("measure", MEASURES)
def test_any_way_to_keep_an_owner_out_is_read_as_one_act(unpaid: str, measure: str) -> None:
    assert "access_cutoff" in topics_of(f"{unpaid}，乙方可以{measure}")


@pytest.mark.parametrize(
    "words",
    [
        "业主逾期不交物业费的，乙方可以停止代办服务",
        "业主逾期不交物业费的，乙方可以停止赠送的上门服务，进入诉讼程序",
        "业主欠费的，乙方可以依法起诉",
        "外来车辆未缴纳停车费的，乙方可以不予放行",
        "未交纳停车服务费的，乙方可以不予放行",
        "访客未登记的，乙方有权拒绝其进入小区",
        "未交付的房屋，乙方禁止进入",
        "电梯检修期间，乙方可以暂停电梯使用",
    ],
)
def test_lawful_neighbours_are_not(words: str) -> None:
    assert "access_cutoff" not in topics_of(words)
