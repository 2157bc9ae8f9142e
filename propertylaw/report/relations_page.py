"""How the sources of law stand to each other: what conflicts and what is stricter as a list, everything as CSV."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from io import StringIO

from rich.console import Console
from rich.text import Text

from propertylaw.graph import Consent, Measure, Relation, RelationKind, RuleGraph
from propertylaw.graph.relation import Value
from propertylaw.model import Amount

from .names import party_name
from .terminal import cited, page

KIND_NAMES: Mapping[RelationKind, str] = {
    RelationKind.CONFLICTS: "抵触",
    RelationKind.STRICTER: "更严",
    RelationKind.IMPLEMENTS: "细化",
    RelationKind.REPEATS: "重申",
}
BY_NAMES: Mapping[str, str] = {
    "rank": "上位法优先",
    "interpretation": "解释所依据的法律",
    "time": "新法优先",
    "open": "效力相同，须由有权机关裁决",
    "place": "各在其地适用",
}
_LISTED = (RelationKind.CONFLICTS, RelationKind.STRICTER)


def relations_text(graph: RuleGraph) -> str:
    """How many relations of each kind, then one by one what conflicts and what is stricter."""
    return page(lambda console: _draw(console, graph))


def relations_csv(graph: RuleGraph) -> str:
    """One row for each relation, with both places and both values."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["关系", "一方", "另一方", "差异所在", "一方的内容", "另一方的内容", "依据", "把握", "说明"])
    for one in graph.relations:
        places = (cited((norm.locator,)) for norm in (one.lower, one.higher))
        values = (_said(value) for value in (one.lower_value, one.higher_value))
        rest = (BY_NAMES[one.by], one.confidence, one.why)
        writer.writerow([KIND_NAMES[one.kind], *places, one.aspect.value, *values, *rest])
    return out.getvalue()


def _draw(console: Console, graph: RuleGraph) -> None:
    count = Counter(one.kind for one in graph.relations)
    console.print(Text("　".join(f"{name} {count[kind]}" for kind, name in KIND_NAMES.items()), style="head"))
    for kind in _LISTED:
        for one in graph.relations:
            if one.kind is kind:
                console.print(_line(one))


def _line(one: Relation) -> Text:
    mark, style = ("✗ ", "bad") if one.kind is RelationKind.CONFLICTS else ("↑ ", "open")
    return Text.assemble(
        (f"{mark}{KIND_NAMES[one.kind]}　", style),
        (cited((one.lower.locator,)), "law"),
        "　对　",
        (cited((one.higher.locator,)), "law"),
        f"　{one.why}（{BY_NAMES[one.by]}，把握 {one.confidence:.2f}）",
    )


def _said(value: Value) -> str:
    """A value as readers write it."""
    match value:
        case None:
            return ""
        case Measure():
            return value.text
        case Consent(parties=parties) if parties:
            return f"征得{'、'.join(map(party_name, parties))}同意"
        case Amount():
            return value.text or f"{value.min or 0:,.0f}至{value.max or 0:,.0f}元"
        case tuple():
            return "、".join(map(party_name, value))
        case _:
            return str(value)
