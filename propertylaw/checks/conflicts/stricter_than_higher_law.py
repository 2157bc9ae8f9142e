"""CNF009: more is asked than a source of higher rank asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from propertylaw.checks.differences import differences
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect, Measure, Relation, RelationKind
from propertylaw.model import Norm, Severity
from propertylaw.structure import cite


@check("CNF009", "stricter_than_higher_law", Severity.INFO, subject="regulation", message="比上位法要求更高")
def stricter_than_higher_law(regulation: Regulation) -> Iterator[Hit]:
    """期限比上位法短，或者把可以做的变成必须做的。

    地方可以从严，但上位法没有留余地的，从严也是抵触；执行的人要知道按哪一个期限办。

    会报告：省条例给六十日，市条例给三十日。

    会报告：省条例在条件具备后给六十日，市条例收到申请先核实五个工作日再给三十日；起算不同，是否更严不能确定。

    不报告：期限与上位法相同；六十日内办理、经批准可以再延三十日，合起来正是上位法的九十日。

    怎样解决：确认上位法留有余地；适用时按较严的期限。

    依据：《立法法》第八十二条。
    """
    stricter = filter(_is_stricter, regulation.relations)
    later = {one.lower.id: step for one in stricter if (step := _step_before(regulation, one)) is not None}
    yield from differences(
        regulation,
        lambda one: _is_stricter(one) and one.lower.id not in later,
        Severity.INFO,
        "确认上位法留有余地；适用时按较严的要求",
    )
    apart = {one.lower.text_span: one for one in regulation.relations if _is_stricter(one) and one.lower.id in later}
    yield from (
        replace(hit, says=_said(apart[hit.span], later[apart[hit.span].lower.id]))
        for hit in differences(
            regulation,
            lambda one: _is_stricter(one) and one.lower.id in later,
            Severity.INFO,
            "写明从何时起算，再与上位法比较",
            "期限的数字比上位法小，起算却不同，是否更严不能确定",
        )
    )


def _is_stricter(one: Relation) -> bool:
    return one.kind is RelationKind.STRICTER and one.by == "rank"


def _step_before(regulation: Regulation, one: Relation) -> Norm | None:
    """A step with a period of its own that goes before in the sentence, where the other source has no such step."""
    if one.aspect is not Aspect.PERIOD or one.higher.text_span is None or _begins(one.lower):
        return None
    above = (norm for outline in regulation.others for norm in regulation.body.norms_of(outline))
    there = (norm for norm in above if norm.text_span == one.higher.text_span and norm.locator == one.higher.locator)
    if any(map(_begins, there)):
        return None
    beside = [norm for norm in regulation.norms if norm.text_span == one.lower.text_span]
    before = beside[: next((at for at, norm in enumerate(beside) if norm.id == one.lower.id), 0)]
    return next(filter(_begins, before), None)


def _begins(norm: Norm) -> bool:
    """Whether a norm has a period and says from when."""
    return norm.deadline is not None and "之日起" in (norm.condition or "")


def _said(one: Relation, step: Norm) -> str:
    own, other = one.lower_value, one.higher_value
    words = f"{step.condition or ''}{step.deadline_text or ''}{step.action}"
    place = cite(one.higher.locator, one.higher.locator.instrument.removeprefix("doc:"))
    if not isinstance(own, Measure) or not isinstance(other, Measure):
        return f"与{place}：{one.why}"
    return f"与{place}：这里为{own.text}，接在“{words}”之后；另一方为{other.text}，没有这一步"
