"""What a contract refers back to or announces, and does not have."""

from __future__ import annotations

import pytest
from reviewing import reviewed

from propertylaw.model import Diagnostic, Severity

HEAD = "云水苑物业服务合同\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n"
NUMBERS = "一二三四五六七八九"


def found(code: str, *clauses: str) -> list[Diagnostic]:
    text = HEAD + "".join(f"第{NUMBERS[at]}条　{clause}\n" for at, clause in enumerate(clauses))
    return [one for one in reviewed(text).findings if one.code == code]


@pytest.mark.parametrize(
    "clause",
    [
        "甲方每逾期一日支付500元违约金，但累计不超过前述保证金。",
        "业主损坏设施的，乙方可以从上述押金中抵扣修理费。",
        "提前解除的一方应当按前款所称补偿金的数额赔偿对方。",
        "超出前述限额的维修费用由业主另行承担。",
        "上述“履约保函”到期前，乙方应当办理续期。",
        "考核得分低于八十分的，按前条约定的系数扣减服务费。",
    ],
)
def test_a_sum_that_stands_nowhere_before(clause: str) -> None:
    (one,) = found("CON064", "乙方每日清扫楼道一次。", clause)
    assert one.clause == "第二条"
    assert one.severity is Severity.MEDIUM


def test_a_thing_that_stands_nowhere_before_weighs_less() -> None:
    (one,) = found("CON064", "乙方每日清扫楼道一次。", "乙方按上述清单移交资料。")
    assert one.severity is Severity.LOW


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("乙方向甲方交纳履约保证金10万元。", "前述保证金在交接后三十日内退还。"),
        ("单项维修以五千元为上限。", "超过上述上限的，由双方另行商定。"),
        ("单项维修每次不超过五千元。", "超过上述限额的，由双方另行商定。"),
        ("移交资料的清单见附件二。", "乙方按照前述清单移交。"),
        ("楼道每日清扫一次。", "乙方未达到上述要求的，应当整改。"),
        ("楼道每日清扫一次。", "乙方按照前述约定整改。"),
    ],
)
def test_what_stands_before_may_be_referred_to(before: str, clause: str) -> None:
    assert not found("CON064", before, clause)


def test_what_is_only_told_later_does_not_stand_before() -> None:
    assert found("CON064", "扣款累计不超过前述保证金。", "乙方交纳保证金10万元。")


@pytest.mark.parametrize(
    "clause",
    [
        "业主共同决定下列事项，应当由面积和人数均占三分之二以上的业主参与表决。",
        "乙方提供以下服务：",
        "有下列情形之一的，甲方可以解除合同。",
        "物业服务费的收费标准如下：",
        "甲方应当在签约后十日内移交如下资料。",
        "下列费用由业主另行承担。",
    ],
)
def test_a_list_that_is_announced_and_missing(clause: str) -> None:
    (one,) = found("CON065", "乙方每日清扫楼道一次。", clause, "本合同一式四份。")
    assert one.clause == "第二条"


def test_a_list_missing_at_the_end_of_a_contract() -> None:
    assert found("CON065", "乙方每日清扫楼道一次。", "双方另行遵守以下约定：")


@pytest.mark.parametrize(
    "clause",
    [
        "乙方提供以下服务：（一）保洁；（二）绿化。",
        "乙方提供以下服务：\n（一）保洁；\n（二）绿化。",
        "乙方提供下列服务：保洁、绿化和秩序维护。",
        "收费标准如下：\n| 类型 | 单价 |\n| --- | --- |\n| 高层 | 2.2元 |",
        "业主应当遵守以下规定。不得占用通道。不得高空抛物。",
        "单项五千元以下的维修项目由乙方承担。",
        "乙方按照下列标准服务，具体见附件一。",
        "对70%以下的评分，乙方应当在三十日内整改。",
    ],
)
def test_a_list_that_is_there(clause: str) -> None:
    assert not found("CON065", "乙方每日清扫楼道一次。", clause, "本合同一式四份。")


def test_items_numbered_like_clauses_of_their_own_are_a_list() -> None:
    text = f"{HEAD}一、乙方提供下列服务：\n1. 保洁，每日一次；\n2. 绿化，每月一次。\n二、本合同一式四份。\n"
    assert not [one for one in reviewed(text).findings if one.code == "CON065"]
