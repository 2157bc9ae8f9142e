"""Norms as pairs of neighbouring characters, the rare ones counting more: which are alike, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .wording import Wording

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Weights = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]

_MOST_COMMON = 100
"""A pair of characters that stands in more norms than this brings no candidates; it still counts for the likeness."""
_MOST_TELLING = 12
"""Of a norm's rare pairs the rarest, by which its candidates are looked up."""
_FEWEST_SHARED = 3
"""Rare pairs of characters that a candidate has in common with the norm, where the source has as many of them."""
_LEAST_ALIKE = 0.28
_AT_ONCE = 50_000
"""Telling pairs that are looked up together: as many as memory holds without a thought."""
_BITS = 21
"""Of a code point; two of them leave room for the numbers of two million norms."""
_END = "\0"
"""Between act and condition and between norms: no pair goes over it."""


class Alike(NamedTuple):
    """Pairs of norms by number, in their order, and how like each two are, from 0 to 1."""

    lower: Numbers
    higher: Numbers
    score: Weights


class Bigrams:
    """The pairs of characters of norms, each once a norm; norms and pairs go by number.

    Args:
        wordings: the norms in comparable words.
    """

    def __init__(self, wordings: Sequence[Wording]) -> None:
        import numpy as np

        self._norms = len(wordings)
        by_pair = np.sort(_pairs_of_characters(wordings))
        pair, self._holders = np.divmod(by_pair[np.diff(by_pair, prepend=-1) > 0], self._norms)
        self._begins = np.flatnonzero(np.diff(pair, prepend=-1))
        self._counts = np.diff(self._begins, append=len(pair))
        """In how many norms each pair stands."""
        self._pairs = len(self._begins)
        number = np.repeat(np.arange(self._pairs), self._counts)
        self._keys = np.sort(self._holders * self._pairs + number)
        """Norm and pair in one number, norm by norm."""
        self._norm, self._pair = np.divmod(self._keys, self._pairs)
        self._weight = np.log(1 + self._norms / self._counts) ** 2
        squares = np.bincount(self._norm, weights=self._weight[self._pair], minlength=self._norms)
        self._length = np.sqrt(squares)
        self._sizes = np.bincount(self._norm, minlength=self._norms)

    def alike(self, source: Numbers, prevails: Flags) -> Alike:
        """Norms with those of sources above theirs that are like them.

        Args:
            source: the number of each norm's source.
            prevails: for every two sources whether the second prevails over the first.
        """
        import numpy as np

        blocks = [self._judged(both) for both in self._candidates(source, prevails)]
        if not blocks:
            return Alike(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0))
        return Alike(*map(np.concatenate, zip(*blocks, strict=True)))

    def _judged(self, both: Numbers) -> Alike:
        """The candidates that are alike enough."""
        import numpy as np

        lower, higher = np.divmod(both, self._norms)
        score = self._scores(lower, higher)
        kept = score >= _LEAST_ALIKE
        return Alike(lower[kept], higher[kept], score[kept])

    def _candidates(self, source: Numbers, prevails: Flags) -> Iterator[Numbers]:
        """Norms with those of sources above theirs that have some of their most telling pairs, both in one number."""
        import numpy as np

        norm, pair = self._telling()
        least = np.minimum(_FEWEST_SHARED, np.bincount(norm, minlength=self._norms) // 2)
        for first, last in _blocks(norm):
            sizes = self._counts[pair[first:last]]
            lower = np.repeat(norm[first:last], sizes)
            higher = self._holders[_runs(self._begins[pair[first:last]], sizes)]
            fits = prevails[source[lower], source[higher]]
            both, shared = np.unique(lower[fits] * self._norms + higher[fits], return_counts=True)
            yield both[shared >= least[both // self._norms]]

    def _telling(self) -> tuple[Numbers, Numbers]:
        """Each norm's rarest pairs, norm by norm."""
        import numpy as np

        count = self._counts[self._pair]
        rare = (count > 1) & (count <= _MOST_COMMON)
        in_turn = np.sort((self._norm[rare] * (_MOST_COMMON + 1) + count[rare]) * self._pairs + self._pair[rare])
        begun, pair = np.divmod(in_turn, self._pairs)
        norm = begun // (_MOST_COMMON + 1)
        kept = np.arange(len(norm)) - np.searchsorted(norm, norm) < _MOST_TELLING
        return norm[kept], pair[kept]

    def _scores(self, lower: Numbers, higher: Numbers) -> Weights:
        """The cosine of each two norms."""
        import numpy as np

        sizes = self._sizes[lower]
        ends = np.cumsum(self._sizes)
        pair = self._pair[_runs((ends - self._sizes)[lower], sizes)]
        wanted = np.repeat(higher, sizes) * self._pairs + pair
        at = np.searchsorted(self._keys, wanted)
        at[at == len(self._keys)] = 0
        shared = self._keys[at] == wanted
        which = np.repeat(np.arange(len(lower)), sizes)[shared]
        both = np.bincount(which, weights=self._weight[pair[shared]], minlength=len(lower))
        scores: Weights = both / (self._length[lower] * self._length[higher])
        return scores


def _pairs_of_characters(wordings: Sequence[Wording]) -> Numbers:
    """Each pair of neighbouring characters with the number of its norm: pair by pair, within it norm by norm."""
    import numpy as np

    words = [one.act + _END + one.condition + _END for one in wordings]
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    norm = np.repeat(np.arange(len(words)), list(map(len, words)))
    first, second = codes[:-1], codes[1:]
    inside = (first != 0) & (second != 0)
    found: Numbers = (((first << _BITS) + second) * len(words) + norm[:-1])[inside]
    return found


def _runs(starts: Numbers, sizes: Numbers) -> Numbers:
    """Numbers that count up from each start, as many as its size says."""
    import numpy as np

    steps = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    found: Numbers = np.repeat(starts, sizes) + steps
    return found


def _blocks(norm: Numbers) -> Iterator[tuple[int, int]]:
    """Stretches of a list of norms that are looked up at once; none ends within a norm."""
    import numpy as np

    first = 0
    while first < len(norm):
        last = min(first + _AT_ONCE, len(norm))
        last = int(np.searchsorted(norm, norm[last - 1], side="right"))
        yield first, last
        first = last
