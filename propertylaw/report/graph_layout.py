"""Where everything goes in the picture of who owes whom: boxes in columns, a port for each arrow, ways around boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from propertylaw.graph import Flow
from propertylaw.rulebook import parties

WIDTH, BOX_WIDTH, TOP = 1320, 150, 64

_MARGIN = 76
_PORT, _LEAST_HEIGHT, _GAP = 24, 48, 30
_COLUMNS = 4
_LEFTS = tuple(_MARGIN + column * (WIDTH - 2 * _MARGIN - BOX_WIDTH) / (_COLUMNS - 1) for column in range(_COLUMNS))
_SWEEPS = 6
_LANE = 9
_OWNERS = frozenset(["owner", "property_user", "buyer", "owner_representative", "committee_member"])

Point = tuple[float, float]


class Cable(NamedTuple):
    """All that one party owes another, or may do to it: one arrow for each kind, side by side."""

    bearer: str
    counterparty: str
    flows: tuple[Flow, ...]

    @property
    def weight(self) -> int:
        """How many norms it stands for."""
        return sum(len(flow.norms) for flow in self.flows)


class Box(NamedTuple):
    """A party's place: left upper corner and height."""

    x: float
    y: float
    height: float
    column: int


class Way(NamedTuple):
    """How a cable runs: from port to port, through the gaps of the columns between; all points in order."""

    cable: Cable
    points: tuple[Point, ...]
    leaves: int
    """1 where it leaves its box to the right, -1 to the left."""


class Layout(NamedTuple):
    """Boxes by party, ways, and the height of the whole."""

    boxes: Mapping[str, Box]
    ways: tuple[Way, ...]
    height: float


def cables(flows: Iterable[Flow]) -> tuple[Cable, ...]:
    """Flows bundled by direction, the heaviest first."""
    bundled: dict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in flows:
        bundled[flow.bearer, flow.counterparty].append(flow)
    made = (Cable(*ends, tuple(members)) for ends, members in bundled.items())
    return tuple(sorted(made, key=lambda one: (-one.weight, one.bearer, one.counterparty)))


def arranged(shown: Sequence[Cable]) -> Layout:
    """Places for cables and the parties at their ends: neighbours at the height of those they deal with most."""
    ports = _ports(shown)
    columns: list[list[str]] = [[] for _ in range(_COLUMNS)]
    for party in dict.fromkeys(end for one in shown for end in (one.bearer, one.counterparty)):
        columns[_column(party)].append(party)
    boxes = _stacked(columns, ports)
    for _ in range(_SWEEPS):
        for members in columns:
            wanted = {party: _pull(party, shown, boxes) for party in members}
            members.sort(key=lambda party: wanted[party])
        boxes = _stacked(columns, ports)
    bottom = max((box.y + box.height for box in boxes.values()), default=float(TOP))
    return Layout(boxes, _ways(shown, boxes), bottom + 24)


def _column(party: str) -> int:
    known = parties().get(party)
    if known is not None and known.nature != "private":
        return 0 if known.nature == "public" else 1
    return 2 if party in _OWNERS else 3


def _sides(cable: Cable) -> tuple[int, int]:
    """On which side of its boxes a cable leaves and arrives; within a column both on the outer side."""
    start, end = _column(cable.bearer), _column(cable.counterparty)
    if start == end:
        outer = 1 if start == _COLUMNS - 1 else -1
        return outer, outer
    return (1, -1) if start < end else (-1, 1)


def _ports(shown: Iterable[Cable]) -> Mapping[tuple[str, int], int]:
    """How many cables end on each side of each box."""
    count: dict[tuple[str, int], int] = defaultdict(int)
    for cable in shown:
        for party, side in zip((cable.bearer, cable.counterparty), _sides(cable), strict=True):
            count[party, side] += 1
    return count


def _stacked(columns: Sequence[Sequence[str]], ports: Mapping[tuple[str, int], int]) -> dict[str, Box]:
    """Boxes one below the other, each column in the middle of the height of the tallest."""
    heights = {
        party: max(_LEAST_HEIGHT, _PORT * max(ports.get((party, side), 0) for side in (-1, 1)) + 12)
        for members in columns
        for party in members
    }
    totals = [sum(heights[party] + _GAP for party in members) for members in columns]
    boxes = {}
    for column, members in enumerate(columns):
        y = TOP + (max(totals) - totals[column]) / 2 + _GAP / 2
        for party in members:
            boxes[party] = Box(_LEFTS[column], y, heights[party], column)
            y += heights[party] + _GAP
    return boxes


def _pull(party: str, shown: Iterable[Cable], boxes: Mapping[str, Box]) -> float:
    """The height at which the party's partners are, the busiest counting most."""
    partners = [
        (other, cable.weight)
        for cable in shown
        for own, other in ((cable.bearer, cable.counterparty), (cable.counterparty, cable.bearer))
        if own == party and boxes[other].column != boxes[party].column
    ]
    total = sum(weight for _, weight in partners)
    return sum(_middle(boxes[other]) * weight for other, weight in partners) / total if total else _middle(boxes[party])


def _middle(box: Box) -> float:
    return box.y + box.height / 2


def _ways(shown: Sequence[Cable], boxes: Mapping[str, Box]) -> tuple[Way, ...]:
    places = _placed(shown, boxes)
    lanes: dict[tuple[int, int], int] = defaultdict(int)
    found = []
    for number, cable in enumerate(shown):
        start, end = places[number, 0], places[number, 1]
        found.append(Way(cable, (start, *_around(cable, (start, end), boxes, lanes), end), _sides(cable)[0]))
    return tuple(found)


def _placed(shown: Sequence[Cable], boxes: Mapping[str, Box]) -> Mapping[tuple[int, int], Point]:
    """A point for both ends of each cable, in the order of what they lead to, so that neighbours do not cross."""
    sides: dict[tuple[str, int], list[tuple[float, bool, int, int]]] = defaultdict(list)
    for number, cable in enumerate(shown):
        ends = (cable.bearer, cable.counterparty)
        rightwards = boxes[cable.bearer].x <= boxes[cable.counterparty].x
        for end, side in enumerate(_sides(cable)):
            sides[ends[end], side].append((_middle(boxes[ends[1 - end]]), rightwards, number, end))
    points = {}
    for (party, side), arrivals in sides.items():
        box = boxes[party]
        first = _middle(box) - _PORT * (len(arrivals) - 1) / 2
        for place, (*_, number, end) in enumerate(sorted(arrivals)):
            points[number, end] = (box.x + (BOX_WIDTH if side > 0 else 0), first + _PORT * place)
    return points


def _around(
    cable: Cable, ends: tuple[Point, Point], boxes: Mapping[str, Box], lanes: dict[tuple[int, int], int]
) -> tuple[Point, ...]:
    """Points on the way through the gaps of the columns that a cable passes; `lanes` counts who goes there already."""
    first, last = boxes[cable.bearer].column, boxes[cable.counterparty].column
    step = 1 if last > first else -1
    points: list[Point] = []
    for column in range(first + step, last, step) if first != last else ():
        gaps = _gaps(sorted(box for box in boxes.values() if box.column == column))
        share = abs(column - first) / abs(last - first)
        wanted = ends[0][1] + share * (ends[1][1] - ends[0][1])
        gap = min(range(len(gaps)), key=lambda number: abs(gaps[number] - wanted)) if gaps else -1
        turn = lanes[column, gap]
        lanes[column, gap] += 1
        y = (gaps[gap] if gaps else wanted) + _LANE * ((turn + 1) // 2) * (1 if turn % 2 else -1)
        near, far = _LEFTS[column] - 14, _LEFTS[column] + BOX_WIDTH + 14
        points += [(near, y), (far, y)] if step > 0 else [(far, y), (near, y)]
    return tuple(points)


def _gaps(boxes: Sequence[Box]) -> list[float]:
    """Heights between the boxes of a column, above the first and below the last."""
    if not boxes:
        return []
    between = [(above.y + above.height + below.y) / 2 for above, below in pairwise(boxes)]
    return [boxes[0].y - _GAP / 2, *between, boxes[-1].y + boxes[-1].height + _GAP / 2]
