"""Who owes whom, as a picture (SVG): parties as boxes in four columns, what they owe each other as arrows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from propertylaw.graph import Flow

from .graph_layout import BOX_WIDTH, WIDTH, Box, Cable, Point, Way, arranged, cables
from .names import party_name

COLOURS: Mapping[str, str] = {"duty": "#0f766e", "prohibition": "#b91c1c", "right": "#1d4ed8", "sanction": "#a16207"}
KIND_NAMES: Mapping[str, str] = {"duty": "应当", "prohibition": "不得", "right": "有权", "sanction": "处罚"}

_MARKS: Mapping[str, str] = {"duty": "应", "prohibition": "禁", "right": "权", "sanction": "罚"}
_MOST_PARTIES = 12
_MOST_CABLES = 26
_LONGEST_TITLE = 56
_UNNAMED = frozenset(["other", "offender", "generic_authority", "anyone"])
_HEAD = 8


def graph_svg(flows: Iterable[Flow], title: str) -> str:
    """The picture as an SVG document.

    The parties between whom most is owed are shown, from left to right authorities, bodies of the neighbourhood, owners
    and those who use or buy, companies. An arrow leads from who owes (or may) to whom; the number of its norms stands
    where it leaves, its colour says whether they are duties, prohibitions, rights or sanctions.

    Args:
        flows: what parties owe each other, the largest first.
        title: stands above the picture.
    """
    layout = arranged(_shown(tuple(flows)))
    height = layout.height
    arrows = [arrow for way in reversed(layout.ways) for arrow in _arrows(way)]
    lines = "".join([*(line for line, _ in arrows), *(number for _, number in arrows)])
    boxes = "".join(_box(party, box) for party, box in layout.boxes.items())
    shown = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height + 44:.0f}" role="img" '
        f'font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif">'
        f"<title>{escape(title)}</title><defs>{''.join(map(_head, COLOURS))}</defs>"
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="20" y="34" font-size="19" font-weight="600" fill="#111827">{escape(shown)}</text>'
        f"{boxes}{lines}{_legend(height + 18)}</svg>"
    )


def _shown(flows: Sequence[Flow]) -> tuple[Cable, ...]:
    """The heaviest cables between the parties that bear and are owed most."""
    weight: Counter[str] = Counter()
    for flow in flows:
        weight.update({flow.bearer: len(flow.norms), flow.counterparty: len(flow.norms)})
    known = [party for party, _ in weight.most_common() if party not in _UNNAMED]
    kept = set(known[:_MOST_PARTIES])
    return cables(flow for flow in flows if {flow.bearer, flow.counterparty} <= kept)[:_MOST_CABLES]


def _arrows(way: Way) -> Iterator[tuple[str, str]]:
    """One arrow for each kind, side by side, and its number where it leaves; numbers are drawn above all arrows."""
    widths = [1.4 + 0.7 * math.log2(1 + len(flow.norms)) for flow in way.cable.flows]
    offset = -(sum(widths) + 2 * (len(widths) - 1)) / 2
    from_box = 8.0
    for flow, width in zip(way.cable.flows, widths, strict=True):
        label = f"{_MARKS[flow.kind]}{len(flow.norms)}"
        yield _arrow(flow, way, offset + width / 2, width), _number(flow, label, way, from_box)
        offset += width + 2
        from_box += 13 + 7.5 * (len(label) - 1) + 5


def _arrow(flow: Flow, way: Way, offset: float, width: float) -> str:
    colour = COLOURS[flow.kind]
    says = f"{party_name(flow.bearer)} → {party_name(flow.counterparty)}：{KIND_NAMES[flow.kind]} {len(flow.norms)} 条"
    return (
        f'<g class="flow" {_ends(flow)}>'
        f'<title>{escape(says)}</title><path d="{_path(way, offset)}" fill="none" stroke="{colour}" '
        f'stroke-opacity=".6" stroke-width="{width:.1f}" marker-end="url(#head-{flow.kind})"/></g>'
    )


def _number(flow: Flow, label: str, way: Way, from_box: float) -> str:
    x, y = way.points[0]
    anchor = "start" if way.leaves > 0 else "end"
    return (
        f'<g class="number" {_ends(flow)}>'
        f'<text x="{x + way.leaves * from_box:.1f}" y="{y + 4:.1f}" font-size="12" font-weight="600" '
        f'text-anchor="{anchor}" fill="{COLOURS[flow.kind]}" stroke="#fff" stroke-width="3.5" '
        f'paint-order="stroke">{label}</text></g>'
    )


def _ends(flow: Flow) -> str:
    """What the page finds an arrow and its number by."""
    return f'data-from="{flow.bearer}" data-to="{flow.counterparty}" data-kind="{flow.kind}"'


def _path(way: Way, offset: float) -> str:
    """A line through the points, level where it meets a box; its head ends at the last box."""
    points = [(x, y + offset) for x, y in way.points]
    arrives = -way.leaves if points[0][0] != points[-1][0] else way.leaves
    points[-1] = (points[-1][0] + arrives * _HEAD, points[-1][1])
    if points[0][0] == way.points[-1][0]:
        return _outside(points[0], points[-1], way.leaves)
    start = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    return start + "".join(_curve(*ends) for ends in pairwise(points))


def _curve(start: Point, end: Point) -> str:
    pull = (end[0] - start[0]) * 0.5
    return f" C{start[0] + pull:.1f},{start[1]:.1f} {end[0] - pull:.1f},{end[1]:.1f} {end[0]:.1f},{end[1]:.1f}"


def _outside(start: Point, end: Point, side: int) -> str:
    """Within a column: out at the side and back."""
    reach = start[0] + side * min(64, 34 + abs(end[1] - start[1]) * 0.1)
    return (
        f"M{start[0]:.1f},{start[1]:.1f} C{reach:.1f},{start[1]:.1f} {reach:.1f},{end[1]:.1f} {end[0]:.1f},{end[1]:.1f}"
    )


def _box(party: str, box: Box) -> str:
    middle = box.y + box.height / 2
    return (
        f'<g class="party" data-party="{party}"><rect x="{box.x:.0f}" y="{box.y:.0f}" width="{BOX_WIDTH}" '
        f'height="{box.height:.0f}" rx="9" fill="#f8fafc" stroke="#334155"/>'
        f'<text x="{box.x + BOX_WIDTH / 2:.0f}" y="{middle + 5:.0f}" font-size="14" text-anchor="middle" '
        f'fill="#0f172a">{escape(party_name(party))}</text></g>'
    )


def _head(kind: str) -> str:
    return (
        f'<marker id="head-{kind}" viewBox="0 0 8 8" refX="0" refY="4" markerWidth="{_HEAD}" markerHeight="{_HEAD}" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{COLOURS[kind]}"/></marker>'
    )


def _legend(y: float) -> str:
    says = "箭头从义务人或者权利人指向对方；离开处的数字是规范的条数："
    parts = [f'<text x="20" y="{y:.0f}" font-size="12" fill="#475569">{says}</text>']
    for index, (kind, colour) in enumerate(COLOURS.items()):
        x = 384 + index * 104
        parts.append(f'<rect x="{x}" y="{y - 9:.0f}" width="22" height="7" rx="3" fill="{colour}"/>')
        words = f"{_MARKS[kind]}　{KIND_NAMES[kind]}"
        parts.append(f'<text x="{x + 28}" y="{y:.0f}" font-size="12" fill="#475569">{words}</text>')
    return "".join(parts)
