"""What of a sentence is compared with known clauses: characters that stand together, and words of known meaning.

A trait is a number: of characters their code points, of words of known meaning their places in the vocabulary, below 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .words import names_in, telling_names

Family = Literal["next", "apart", "meant"]
"""`next`: characters beside one another, and single words of known meaning; `apart`: two characters with others
between them, whatever their order elsewhere in the sentence; `meant`: two words of known meaning."""
Traits = NDArray[np.int64]

WEIGHTS: Mapping[Family, float] = {"next": 0.4, "apart": 0.4, "meant": 0.2}
"""How much of the likeness is due to each."""

_PARTIES = re.compile(r"([Ⓐ-Ⓩ])\1+")
_FIGURES = re.compile(r"[0-9０-９]+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[元日天年月个户次分平])")
_TELLING = np.array([ord(sign) for sign in "ⓅⓄⒸⒹⒶⓂⓊⓉ不未无没"], np.int64)
"""Single characters that count."""
_FAR = 12
"""How far apart two characters may stand."""
_BITS = 21
"""Of a code point."""


def traits(words: str) -> Mapping[Family, Traits]:
    """The traits of a sentence, each as often as it has them, by family.

    Args:
        words: with its parties as tokens.
    """
    text = _FIGURES.sub("#", _PARTIES.sub(r"\1", words))
    signs = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.int64)
    known = telling_names()
    names = sorted(known[name] for name in names_in(words))
    pairs = [one * len(known) + other for one, other in combinations(names, 2)]
    return {
        "next": np.concatenate([_next(signs), -1 - np.array(names, np.int64)]),
        "apart": np.concatenate([_pairs(signs, far) for far in range(2, _FAR)]),
        "meant": -1 - np.array(pairs, np.int64),
    }


def _next(signs: Traits) -> Traits:
    """Two and three characters beside one another, and the single ones that count, each once."""
    twos = _pairs(signs, 1)
    threes = twos[:-1] << _BITS | signs[2:] if len(signs) > 2 else twos[:0]
    return np.unique(np.concatenate([signs[np.isin(signs, _TELLING)], twos, threes]))


def _pairs(signs: Traits, far: int) -> Traits:
    """Every character with the one so far after it."""
    return signs[:-far] << _BITS | signs[far:]
