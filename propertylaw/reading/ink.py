"""What is drawn on the picture of a page: ruled tables, room to write on, and ink that no recognised line explains."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from .glyphs import Box
from .recognition import Picture
from .tables import Table

_HALO = 0.3
_LEAST_INK, _MOST_INK = 0.06, 0.7
_SHORTEST_RULE = 3.0
_SMALLEST_CELL = 0.8
_SHORTEST_ROOM, _THICKEST_ROOM = 1.75, 0.35
_ABOVE_ROOM, _EMPTY = 0.7, 0.02


class Ink:
    """The ink of a picture.

    Args:
        picture: the page, upright and level.
        em: height of a character, in pixels.
    """

    def __init__(self, picture: Picture, em: float) -> None:
        import cv2

        self._em = em
        grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (3, 3), 0)
        # Each pixel is held against its surroundings, so that the shadow on a photograph is no ink.
        around = int(em) * 2 | 1
        self._ink: Any = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, 25)
        self._rules: Any = self._ruled(1, 0) | self._ruled(0, 1)

    def tables(self) -> tuple[Table, ...]:
        """The cells of each ruled table, row by row; a frame around the page is no table."""
        import cv2

        joined = cv2.dilate(self._rules, np.ones((3, 3), np.uint8))
        found = (self._cells(joined, frame) for frame in sorted(self._frames(), key=lambda frame: frame[1]))
        return tuple(table for table in found if any(len(row) > 1 for row in table))

    def rooms(self) -> tuple[Box, ...]:
        """Strokes to write on (____): level, thin, in no table; nothing stands above them that they underline."""
        import cv2

        em = self._em
        strokes = cv2.morphologyEx(self._ink, cv2.MORPH_OPEN, np.ones((1, int(0.8 * em)), np.uint8))
        _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(strokes, np.ones((1, int(0.4 * em)), np.uint8)))
        frames = [frame for frame in self._frames() if min(frame[2:]) > 2 * em]
        return tuple(
            (float(left), float(top), float(left + width), float(top + height))
            for left, top, width, height, _ in stats[1:].tolist()
            if width > _SHORTEST_ROOM * em
            and height < _THICKEST_ROOM * em
            and self._is_empty(left + int(em / 2), top - int(_ABOVE_ROOM * em), left + width - int(em / 2), top - 2)
            and not any(x <= left and left + width <= x + w and y <= top <= y + h for x, y, w, h in frames)
        )

    def _is_empty(self, left: int, top: int, right: int, bottom: int) -> bool:
        above = self._ink[max(0, top) : max(0, bottom), left:right]
        return bool(above.size) and bool(np.count_nonzero(above) < _EMPTY * above.size)

    def _frames(self) -> list[tuple[int, int, int, int]]:
        import cv2

        _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(self._rules, np.ones((3, 3), np.uint8)))
        return [(int(part[0]), int(part[1]), int(part[2]), int(part[3])) for part in stats[1:]]

    def unaccounted(self, lines: Iterable[Box]) -> tuple[Box, ...]:
        """Where there is ink like that of words, but none of these lines: a line the engine dropped, or a signature.

        Args:
            lines: boxes of the lines that were recognised.
        """
        import cv2

        halo = round(_HALO * self._em)
        rest = self._ink & cv2.bitwise_not(cv2.dilate(self._rules, np.ones((5, 5), np.uint8)))
        for left, top, right, bottom in lines:
            rest[max(0, int(top) - halo) : int(bottom) + halo, max(0, int(left) - halo) : int(right) + halo] = 0
        joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((3, int(1.5 * self._em)), np.uint8))
        _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
        return tuple(
            (float(left), float(top), float(left + width), float(top + height))
            for left, top, width, height, _ in sorted(stats[1:].tolist(), key=lambda part: part[1])
            if self._is_like_words(rest[top : top + height, left : left + width])
        )

    def _is_like_words(self, part: Any) -> bool:
        height, width = part.shape
        if height < 0.5 * self._em or width < 1.5 * self._em:
            return False
        return bool(_LEAST_INK < np.count_nonzero(part) / part.size < _MOST_INK)

    def _ruled(self, across: int, down: int) -> Any:
        """Straight lines, several characters long."""
        import cv2

        length = int(_SHORTEST_RULE * self._em)
        return cv2.morphologyEx(self._ink, cv2.MORPH_OPEN, np.ones((1 + down * length, 1 + across * length), np.uint8))

    def _cells(self, rules: Any, frame: tuple[int, ...]) -> Table:
        """What the rules of a frame close in, in rows."""
        import cv2

        left, top, width, height = frame
        if min(width, height) < 2 * self._em:
            return ()
        free = cv2.bitwise_not(rules[top : top + height, left : left + width])
        _, _, stats, _ = cv2.connectedComponentsWithStats(free, connectivity=4)
        least = _SMALLEST_CELL * self._em
        cells = [
            (float(left + x), float(top + y), float(left + x + wide), float(top + y + high))
            for x, y, wide, high, _ in stats[1:].tolist()
            if wide > least and high > least and x > 0 and y > 0 and x + wide < width and y + high < height
        ]
        return _in_rows(cells, least)


def _in_rows(cells: list[Box], least: float) -> Table:
    rows: list[list[Box]] = []
    for cell in sorted(cells, key=lambda cell: cell[1]):
        if rows and cell[1] - rows[-1][0][1] < least:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return tuple(tuple(sorted(row)) for row in rows)
