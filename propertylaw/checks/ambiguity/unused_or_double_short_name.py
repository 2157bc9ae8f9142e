"""AMB009: a short name is introduced and not used, or introduced twice for different things."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Definition, Severity


@check(
    "AMB009",
    "unused_or_double_short_name",
    Severity.LOW,
    subject="regulation",
    message="简称写了不用，或者同一简称指两样东西",
)
def unused_or_double_short_name(regulation: Regulation) -> Iterator[Hit]:
    """文中写明“以下简称”的名称后面再没有出现，或者同一个简称先后指不同的对象。

    读的人会找不到它指什么，或者把两个不同的主体当成一个。

    会报告：市住房城乡建设主管部门（以下简称市主管部门）负责监督，而后文再没有“市主管部门”。

    不报告：后文用同一简称。

    怎样解决：统一用简称，或者删去简称。
    """
    text = regulation.source.text
    meant: dict[str, Definition] = {}
    for one in regulation.outline.definitions:
        if one.kind != "abbreviation":
            continue
        before = meant.setdefault(one.term, one)
        if before.meaning != one.meaning and not before.meaning.endswith(one.meaning):
            yield Hit(one.text_span, says=f"“{one.term}”先后指两样东西", advice="换一个简称")
        elif text.count(one.term) == 1:
            yield Hit(one.text_span, says=f"“{one.term}”后面没有出现", advice="统一用简称，或者删去")
