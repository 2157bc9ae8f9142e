"""What of a sentence is compared with known clauses: characters that stand together, and words of known meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from .words import names_in

Family = Literal["next", "apart", "meant"]
"""`next`: characters beside one another, and single words of known meaning; `apart`: two characters with others
between them, whatever their order elsewhere in the sentence; `meant`: two words of known meaning."""

WEIGHTS: Mapping[Family, float] = {"next": 0.4, "apart": 0.4, "meant": 0.2}
"""How much of the likeness is due to each."""

_PARTIES = re.compile(r"([Ⓐ-Ⓩ])\1+")
_FIGURES = re.compile(r"[0-9０-９]+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[元日天年月个户次分平])")
_TELLING = frozenset("ⓅⓄⒸⒹⒶⓂⓊⓉ不未无没")
"""Single characters that count."""
_FAR = 12
"""How far apart two characters may stand."""


def traits(words: str) -> Mapping[Family, Sequence[str]]:
    """The traits of a sentence, each as often as it has them, by family.

    Args:
        words: with its parties as tokens.
    """
    text = _FIGURES.sub("#", _PARTIES.sub(r"\1", words))
    names = sorted({f"{{{name}}}" for name in names_in(words)})
    return {
        "next": sorted({*_next(text), *names}),
        "apart": [f"{one}_{other}" for at, one in enumerate(text) for other in text[at + 2 : at + _FAR]],
        "meant": [f"{one}{other}" for one, other in combinations(names, 2)],
    }


def _next(text: str) -> set[str]:
    return {sign for sign in text if sign in _TELLING}.union(
        text[at : at + size] for size in (2, 3) for at in range(len(text) - size + 1)
    )
