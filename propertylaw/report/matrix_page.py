"""The responsibility matrix: a table for the terminal, CSV for spreadsheets, a picture (SVG)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from io import StringIO

from rich.table import Table
from rich.text import Text

from propertylaw.graph import Responsibility, RuleGraph, without_lead
from propertylaw.rulebook import roles

from .names import party_name
from .terminal import cited, page

_COLOURS: Mapping[str, str] = {"leads": "#0f766e", "acts": "#1d4ed8", "supervises": "#a16207", "assists": "#64748b"}
_GENERAL = "supervision"
_CELL, _ROW, _LEFT, _TOP = 62, 40, 170, 164

Cells = Mapping[tuple[str, str], Sequence[Responsibility]]


def matrix_text(graph: RuleGraph) -> str:
    """For each topic the bodies by role; below it the topics on which several act and none leads."""
    matrix = graph.responsibilities
    table = Table(title="谁管什么", title_justify="left", title_style="head", expand=True)
    table.add_column("主题", no_wrap=True)
    for role in _COLOURS:
        table.add_column(roles()[role].title, overflow="fold")
    for topic in dict.fromkeys(one.topic for one in matrix):
        here = [one for one in matrix if one.topic == topic]
        table.add_row(graph.topics[topic].title, *(_bodies(here, role) for role in _COLOURS))
    general = _bodies([one for one in matrix if one.topic == _GENERAL], "leads")
    gaps = [_gap(graph, topic, several, general) for topic, several in without_lead(matrix).items()]
    return page(lambda console: console.print(table, *gaps, sep="\n"))


def matrix_csv(graph: RuleGraph) -> str:
    """One row for each topic, body and role, with the provisions."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["主题", "机构", "角色", "共同负责", "条文"])
    for one in graph.responsibilities:
        beside = "、".join(map(party_name, one.shared_with))
        topic, role = graph.topics[one.topic].title, roles()[one.role].title
        writer.writerow([topic, party_name(one.party), role, beside, _places(one)])
    return out.getvalue()


def matrix_svg(graph: RuleGraph, title: str) -> str:
    """The matrix as a picture: topics down, bodies across, a coloured mark for each role."""
    bodies, topics, cells = _sorted(graph.responsibilities)
    width, height = _LEFT + _CELL * len(bodies) + 80, _TOP + _ROW * len(topics) + 50
    parts = [
        f'<text x="20" y="32" font-size="18" font-weight="600" fill="#111827">{escape(title)}</text>',
        *(_across(party_name(body), column) for column, body in enumerate(bodies)),
    ]
    for row, topic in enumerate(topics):
        y = _TOP + _ROW * row
        parts.append(f'<line x1="20" x2="{width - 20}" y1="{y}" y2="{y}" stroke="#e2e8f0"/>')
        name = escape(graph.topics[topic].title)
        parts.append(f'<text x="20" y="{y + 26}" font-size="14" fill="#0f172a">{name}</text>')
        for column, body in enumerate(bodies):
            parts += [_badge(one, column, y, place) for place, one in enumerate(cells.get((topic, body), ()))]
    parts += [_legend(index, role, height - 16) for index, role in enumerate(_COLOURS)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {max(width, 420)} {height}" role="img" '
        f'font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif">'
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'
    )


def _sorted(matrix: Sequence[Responsibility]) -> tuple[list[str], list[str], Cells]:
    """Bodies, the busiest first; topics in their own order; what stands in each cell."""
    cells: dict[tuple[str, str], list[Responsibility]] = {}
    for one in matrix:
        cells.setdefault((one.topic, one.party), []).append(one)
    weight = {one.party: sum(len(other.norms) for other in matrix if other.party == one.party) for one in matrix}
    bodies = sorted(weight, key=lambda body: (-weight[body], body))
    return bodies, list(dict.fromkeys(one.topic for one in matrix)), cells


def _bodies(matrix: Iterable[Responsibility], role: str) -> str:
    return "、".join(party_name(one.party) for one in matrix if one.role == role)


def _places(one: Responsibility) -> str:
    """The provisions that give a body its part, each once."""
    return "；".join(dict.fromkeys(cited((norm.locator,)) for norm in one.norms))


def _gap(graph: RuleGraph, topic: str, bodies: Iterable[str], general: str) -> Text:
    names = "、".join(map(party_name, bodies))
    beside = f"（物业管理总体上由{general}主管）" if general else ""
    return Text(f"! {graph.topics[topic].title}：{names}都有职责，没有写明谁牵头{beside}", style="open")


def _across(name: str, column: int) -> str:
    x = _LEFT + _CELL * column + _CELL / 2
    return (
        f'<text x="{x:.0f}" y="{_TOP - 12}" font-size="13" fill="#0f172a" '
        f'transform="rotate(-35 {x:.0f} {_TOP - 12})">{escape(name)}</text>'
    )


def _badge(one: Responsibility, column: int, y: float, place: int) -> str:
    x = _LEFT + _CELL * column + 4 + place * 19
    role = roles()[one.role]
    return (
        f"<g><title>{escape(party_name(one.party))}：{role.title}，{escape(_places(one))}</title>"
        f'<circle cx="{x + 9}" cy="{y + 20}" r="9" fill="{_COLOURS[one.role]}"/>'
        f'<text x="{x + 9}" y="{y + 24}" font-size="11" text-anchor="middle" fill="#fff">{role.mark}</text></g>'
    )


def _legend(index: int, role: str, y: float) -> str:
    x = 24 + index * 96
    return (
        f'<circle cx="{x}" cy="{y - 4}" r="8" fill="{_COLOURS[role]}"/>'
        f'<text x="{x}" y="{y}" font-size="10" text-anchor="middle" fill="#fff">{roles()[role].mark}</text>'
        f'<text x="{x + 14}" y="{y}" font-size="12" fill="#475569">{roles()[role].title}</text>'
    )
