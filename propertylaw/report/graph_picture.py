"""Who owes whom, as a picture (SVG): parties as boxes in four columns, what they owe each other as arrows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from propertylaw.graph import Flow
from propertylaw.rulebook import parties

from .names import party_name

COLOURS: Mapping[str, str] = {"duty": "#0f766e", "prohibition": "#b91c1c", "right": "#1d4ed8", "sanction": "#a16207"}
KIND_NAMES: Mapping[str, str] = {"duty": "应当", "prohibition": "不得", "right": "有权", "sanction": "处罚"}

_OWNERS = frozenset(["owner", "property_user", "buyer", "owner_representative", "committee_member"])
_MOST_PARTIES = 14
_MOST_FLOWS = 36
_WIDTH, _ROW, _BOX_WIDTH, _BOX_HEIGHT, _TOP = 1160, 88, 148, 42, 64
_MARGIN = 60
_CENTRES = tuple(_MARGIN + _BOX_WIDTH / 2 + column * (_WIDTH - 2 * _MARGIN - _BOX_WIDTH) / 3 for column in range(4))
_UNNAMED = frozenset(["other", "offender", "generic_authority"])


class Place(NamedTuple):
    """Centre of a box."""

    x: float
    y: float
    column: int


def graph_svg(flows: Iterable[Flow], title: str) -> str:
    """The picture as an SVG document.

    The parties between whom most is owed are shown, from left to right authorities, bodies of the neighbourhood, owners
    and those who use or buy, companies. An arrow leads from who owes (or may) to whom; its width grows with the number
    of norms, its colour says whether they are duties, prohibitions, rights or sanctions.

    Args:
        flows: what parties owe each other, the largest first.
        title: stands above the picture.
    """
    shown = _shown(tuple(flows))
    places = _places(shown)
    height = _TOP + 24 + _ROW * max([1, *Counter(place.column for place in places.values()).values()])
    arrows = "".join(_arrow(flow, places, shown) for flow in reversed(shown))
    boxes = "".join(_box(party, place) for party, place in places.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height + 44}" role="img" '
        f'font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif">'
        f"<title>{escape(title)}</title><defs>{''.join(map(_head, COLOURS))}</defs>"
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="20" y="34" font-size="19" font-weight="600" fill="#111827">{escape(title)}</text>'
        f"{arrows}{boxes}{_legend(height + 18)}</svg>"
    )


def _shown(flows: tuple[Flow, ...]) -> tuple[Flow, ...]:
    weight: Counter[str] = Counter()
    for flow in flows:
        weight.update({flow.bearer: len(flow.norms), flow.counterparty: len(flow.norms)})
    kept = {party for party, _ in weight.most_common() if party not in _UNNAMED}
    kept = set([party for party, _ in weight.most_common() if party in kept][:_MOST_PARTIES])
    return tuple(flow for flow in flows if {flow.bearer, flow.counterparty} <= kept)[:_MOST_FLOWS]


def _places(flows: Sequence[Flow]) -> dict[str, Place]:
    """Parties column by column; the busiest in the middle of its column, so that its arrows are short."""
    weight: Counter[str] = Counter()
    for flow in flows:
        weight.update({flow.bearer: len(flow.norms), flow.counterparty: len(flow.norms)})
    columns: list[list[str]] = [[], [], [], []]
    for party, _ in weight.most_common():
        columns[_column(party)].append(party)
    tallest = max(map(len, columns), default=1)
    return {
        party: Place(_CENTRES[column], _TOP + _ROW * (row + (tallest - len(members)) / 2 + 0.5), column)
        for column, members in enumerate(columns)
        for row, party in enumerate(_from_middle(members))
    }


def _column(party: str) -> int:
    known = parties().get(party)
    if known is not None and known.nature != "private":
        return 0 if known.nature == "public" else 1
    return 2 if party in _OWNERS else 3


def _from_middle(members: Sequence[str]) -> list[str]:
    ordered: list[str] = []
    for index, member in enumerate(members):
        ordered.insert(len(ordered) if index % 2 else 0, member)
    return ordered


def _arrow(flow: Flow, places: Mapping[str, Place], flows: Sequence[Flow]) -> str:
    start, end = places[flow.bearer], places[flow.counterparty]
    siblings = [one for one in flows if {one.bearer, one.counterparty} == {flow.bearer, flow.counterparty}]
    bend = (siblings.index(flow) - (len(siblings) - 1) / 2) * 16
    path, (x, y) = _beside(start, end, bend) if start.column == end.column else _across(start, end, bend)
    width = 1.2 + 1.3 * math.log2(1 + len(flow.norms))
    colour = COLOURS[flow.kind]
    says = f"{party_name(flow.bearer)} → {party_name(flow.counterparty)}：{KIND_NAMES[flow.kind]} {len(flow.norms)} 条"
    return (
        f'<g class="flow" data-from="{flow.bearer}" data-to="{flow.counterparty}" data-kind="{flow.kind}">'
        f'<title>{escape(says)}</title><path d="{path}" fill="none" stroke="{colour}" stroke-opacity=".55" '
        f'stroke-width="{width:.1f}" marker-end="url(#head-{flow.kind})"/>'
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="11" text-anchor="middle" fill="{colour}" stroke="#fff" '
        f'stroke-width="3" paint-order="stroke">{len(flow.norms)}</text></g>'
    )


def _across(start: Place, end: Place, bend: float) -> tuple[str, tuple[float, float]]:
    """Between two columns: from side to side."""
    side = _BOX_WIDTH / 2 if end.x > start.x else -_BOX_WIDTH / 2
    x1, x2 = start.x + side, end.x - side - (8 if side > 0 else -8)
    y1, y2 = start.y + bend / 2, end.y + bend / 2
    pull = (x2 - x1) * 0.45
    label = (x1 + x2) / 2, (y1 + y2) / 2 + bend / 2 + 4
    return (
        f"M{x1:.0f},{y1:.0f} C{x1 + pull:.0f},{y1 + bend:.0f} {x2 - pull:.0f},{y2 + bend:.0f} {x2:.0f},{y2:.0f}",
        label,
    )


def _beside(start: Place, end: Place, bend: float) -> tuple[str, tuple[float, float]]:
    """Within a column: out at the side and back."""
    outward = (-1, 1 if end.y > start.y else -1, 1 if end.y > start.y else -1, 1)[start.column]
    room = 24
    x = start.x + outward * _BOX_WIDTH / 2
    reach = x + outward * (room + abs(end.y - start.y) * 0.12 + bend)
    y1, y2 = start.y + bend / 3, end.y + bend / 3
    tip = x + outward * 8
    label = (0.25 * x + 0.75 * reach, (y1 + y2) / 2 + 4)
    return f"M{x:.0f},{y1:.0f} C{reach:.0f},{y1:.0f} {reach:.0f},{y2:.0f} {tip:.0f},{y2:.0f}", label


def _box(party: str, place: Place) -> str:
    x, y = place.x - _BOX_WIDTH / 2, place.y - _BOX_HEIGHT / 2
    return (
        f'<g class="party" data-party="{party}"><rect x="{x:.0f}" y="{y:.0f}" width="{_BOX_WIDTH}" '
        f'height="{_BOX_HEIGHT}" rx="9" fill="#f8fafc" stroke="#334155"/>'
        f'<text x="{place.x:.0f}" y="{place.y + 5:.0f}" font-size="14" text-anchor="middle" fill="#0f172a">'
        f"{escape(party_name(party))}</text></g>"
    )


def _head(kind: str) -> str:
    return (
        f'<marker id="head-{kind}" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{COLOURS[kind]}"/></marker>'
    )


def _legend(y: float) -> str:
    parts = [f'<text x="20" y="{y:.0f}" font-size="12" fill="#475569">箭头从义务人指向对方，数字是规范的条数：</text>']
    for index, (kind, colour) in enumerate(COLOURS.items()):
        x = 300 + index * 90
        parts.append(f'<rect x="{x}" y="{y - 9:.0f}" width="22" height="7" rx="3" fill="{colour}"/>')
        parts.append(f'<text x="{x + 28}" y="{y:.0f}" font-size="12" fill="#475569">{KIND_NAMES[kind]}</text>')
    return "".join(parts)
