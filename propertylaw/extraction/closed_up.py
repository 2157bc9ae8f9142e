"""A contract without the blanks that some writers put around numbers: 自 2020 年 1 月 1 日起, 交付后 180 日内."""

from __future__ import annotations

import re

_RUN = re.compile(r"[^，。；：、！？,;:|\n（）()]+")
_BLANKS = re.compile(
    "(?<=[0-9])[ \u3000]+(?=[年月日天号元个工小平万亿千百角分季倍%％‰㎡])"
    "|(?<=[\u4e00-\u9fff])(?<![条章节款项])[ \u3000]+(?=[0-9])"
)
"""None behind the number of a provision, where its text begins."""


def closed_up(text: str) -> str:
    """The text of the same length; the blanks stand at the end of their stretch between two stops.

    Args:
        text: of a contract.
    """
    return _RUN.sub(_without_blanks, text) if _BLANKS.search(text) else text


def _without_blanks(run: re.Match[str]) -> str:
    return _BLANKS.sub("", run[0]).ljust(len(run[0]))
