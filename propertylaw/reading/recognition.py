"""Characters in the picture of a page, by an engine that runs on this machine alone (the extra `[ocr]`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from .lines import is_wide

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Picture: TypeAlias = "NDArray[np.uint8]"
"""Rows of pixels, each blue, green and red: the order of OpenCV."""
Corners = tuple[tuple[float, float], ...]
"""Upper left, upper right, lower right and lower left corner, in pixels; a tilted line has tilted corners."""

Progress = Callable[[int, int], None]
"""Told before the first and after each page that is recognised: how many are done, and of how many."""

LONGEST_SIDE = 3000
"""Pixels of a picture; a page of A4 at 250 dots an inch. More only takes longer."""
INSTALL = '请安装识别组件：pip install "propertylaw[ocr]"，或先做文字识别（OCR）'
_FULL = dict(zip("(),:;?!", "（），：；？！", strict=True))
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_PAGE_NUMBER = re.compile(r"[-—－一](\d{1,4})[-—－一]")


class Character(NamedTuple):
    """A character, where it stands and how sure the engine is of it."""

    char: str
    corners: Corners
    score: float
    """From 0 to 1."""


Recognised = tuple[Character, ...]
"""The characters of a line, from left to right."""
Recogniser = Callable[[Picture], list[Recognised]]


def is_available() -> bool:
    """Whether the extra `[ocr]` is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def recognise(picture: Picture) -> list[Recognised]:
    """The lines of a picture, with every line the engine saw: how sure it is of each is for the caller to judge.

    Args:
        picture: a page, upright.
    """
    found = _engine()(picture, return_word_box=True, return_single_char_box=True)
    lines = []
    for parts in found.word_results if found.boxes is not None else ():
        words = full_width("".join(part[0] for part in parts))
        if words.strip():
            lines.append(tuple(_characters(words, parts)))
    return lines


@cache
def _engine() -> Any:
    """The engine with the models inside its package; a line with a low score is kept, since dropping it hides it."""
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.text_score": 0.0, "Global.log_level": "critical", "Global.use_cls": False})


def _characters(words: str, parts: Any) -> Iterator[Character]:
    at = 0
    for part, score, corners in parts:
        for char in words[at : at + len(part)]:
            yield Character(char, tuple((float(x), float(y)) for x, y in corners), float(score))
        at += len(part)


def full_width(words: str) -> str:
    """Words with the marks that belong beside Chinese characters; the engine writes them narrow or wide at random.

    Every character keeps its place.
    """
    page = _PAGE_NUMBER.fullmatch(words)
    if page:
        return f"-{page[1]}-"
    chars = list(words)
    for found in _BRACKETS.finditer(words):
        if any(is_wide(char) for char in words[max(0, found.start() - 1) : found.end() + 1]):
            chars[found.start()], chars[found.end() - 1] = "（", "）"
    for at, char in enumerate(chars):
        if char in _FULL and any(is_wide(beside) for beside in chars[max(0, at - 1) : at] + chars[at + 1 : at + 2]):
            chars[at] = _FULL[char]
    return "".join(chars)
