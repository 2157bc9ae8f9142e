"""What contradicts itself in one text."""

from __future__ import annotations

from propertylaw.extraction import extract
from propertylaw.graph import Aspect, Clash, clashes
from propertylaw.model import Source
from propertylaw.rulebook import topics
from propertylaw.structure import outline


def found(text: str) -> tuple[Clash, ...]:
    """The contradictions of a regulation."""
    source = Source(name="条例", format="txt", text=f"云溪市住宅物业管理条例\n{text}")
    return clashes(extract(source, outline(source)), topics())


def test_one_act_with_two_periods_is_a_contradiction_told_with_both() -> None:
    (one,) = found(
        "第一条　业主委员会应当自作出决定之日起三日内公告会议决定。\n"
        "第二条　业主委员会应当自作出决定之日起七日内公告会议决定。"
    )
    assert one.aspect is Aspect.PERIOD
    assert (one.first.locator.article, one.second.locator.article) == (1, 2)
    assert "三日内" in one.why
    assert "七日内" in one.why


def test_two_months_and_sixty_days_are_one_period() -> None:
    assert not found(
        "第一条　业主委员会应当自作出决定之日起六十日内公告会议决定。\n"
        "第二条　业主委员会应当自作出决定之日起两个月内公告会议决定。"
    )


def test_the_same_act_of_another_body_is_no_contradiction() -> None:
    assert not found(
        "第一条　业主委员会应当自作出决定之日起三日内公告会议决定。\n"
        "第二条　街道办事处应当自作出决定之日起七日内公告会议决定。"
    )


def test_two_degrees_of_one_breach_are_no_two_fines() -> None:
    assert not found(
        "第一条　业主不得占用消防通道。\n"
        "第二条　业主违反本条例第一条规定的，由城市管理执法部门处五百元罚款；情节严重的，处一千元罚款。"
    )
