"""The graph of the property-management texts of the reference folder, built once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reference_texts import FOLDER, norms_in, outlined

from propertylaw import RuleGraph
from propertylaw.graph import of_version
from propertylaw.library import instrument_of
from propertylaw.model import Norm

_NATIONAL = (
    "物业管理条例(2018-03-19)",
    "最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释(2020-12-29)",
    "最高人民法院关于审理物业服务纠纷案件适用法律若干问题的解释(2020-12-29)",
    "民法典-物权编",
    "民法典-合同编",
    "民法典-侵权责任编",
    "民法典-总则",
    "民法典-人格权编",
    "城市居民委员会组织法(2018-12-29)",
    "人民调解法(2010-08-28)",
    "建设工程质量管理条例(2019-04-23)",
)
FILES = (*sorted((FOLDER / "local").glob("*.md")), *(FOLDER / "national" / f"{name}.md" for name in _NATIONAL))


def norms_of(file: Path) -> tuple[Norm, ...]:
    """The norms of a text; those of 上海, which is there in two versions, carry their version."""
    _, structure = outlined(file)
    norms = norms_in(file)
    return of_version(norms, max(event.on for event in structure.history)) if "上海" in file.stem else norms


@cache
def corpus_graph() -> RuleGraph:
    """All 26 texts in one graph."""
    instruments = {}
    for file in FILES:
        known = instrument_of(*outlined(file))
        instruments[known.id] = known
    return RuleGraph([norm for file in FILES for norm in norms_of(file)], instruments.values())
