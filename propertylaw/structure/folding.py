"""One form for characters that are written in several: simplified for traditional, half width for full-width digits.

The folded text has the length of the original, so that every span holds in both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_TELLING = frozenset("條業會與應規約員費權時對為於個發開關層門間電處從該壹貳參")
"""A text without any of these common characters is not in traditional script."""

_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fdf\uf900-\ufaff"
"""Full-width digits and letters, radicals, compatibility forms, for use inside a character class."""
_FOREIGN = re.compile(f"[{_WIDE}]")
_TO_FOLD = re.compile(f"[{_WIDE}{''.join(sorted(_TELLING))}]")


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """The text with full-width digits and letters, compatibility forms and traditional characters replaced one by one.

    Its last answer is kept: what reads the structure of a text is followed by what reads its norms.

    Args:
        text: any text; marks and blanks stay as they are.
    """
    if _TO_FOLD.search(text) is None:
        return text
    signs = set(text)
    table = {ord(sign): plain for sign in _FOREIGN.findall("".join(signs)) if (plain := _plain(sign)) != sign}
    if not signs.isdisjoint(_TELLING):
        table |= {ord(sign): plain for sign in signs if (plain := _simplified(sign)) != sign}
    return text.translate(table) if table else text


def _plain(sign: str) -> str:
    normal = unicodedata.normalize("NFKC", sign)
    return normal if len(normal) == 1 else sign


@cache
def _simplified(sign: str) -> str:
    if not "\u3400" <= sign <= "\u9fff":
        return sign
    plain: str = _converter().convert(sign)
    return plain if len(plain) == 1 else sign


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
