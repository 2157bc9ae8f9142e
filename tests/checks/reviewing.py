"""Short ways to a review, for the tests."""

from __future__ import annotations

from propertylaw.checks import Review, Settings, Side, review
from propertylaw.model import Source
from propertylaw.structure import outline

CONTRACT = """云水苑物业服务合同
甲方：云水苑业主委员会
乙方：云水物业服务有限公司
第一条　乙方提供保洁、绿化、秩序维护等服务，楼道每日清扫一次。
第二条　物业服务费每月每平方米2元，按季交纳。业主逾期交费的，按欠费额每日千分之五支付违约金。
第三条　业主欠费的，乙方可以停止供水、供电。
第四条　本合同期限三年，自2026年1月1日起至2028年12月31日止。业主欠交物业费的，丧失业主大会的表决权。
"""


def reviewed(text: str = CONTRACT, side: Side = Side.NEUTRAL, settings: Settings | None = None) -> Review:
    source = Source(name="合同", format="txt", text=text, path="合同.txt")
    return review(source, outline(source), side=side, settings=settings)
