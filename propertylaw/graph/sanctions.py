"""Which sanction protects which duty: by the provision it cites, or by the words in which it describes the breach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from propertylaw.model import Modality, Norm

from .wording import plain, specific

PROTECTED = frozenset([Modality.DUTY, Modality.PROHIBITION])

_DESCRIBED = 0.75
_LONG_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Protection:
    """A sanction and a duty or prohibition whose breach it punishes."""

    sanction: Norm
    duty: Norm
    by: Literal["citation", "words"]
    """Whether the sanction cites the provision in which the duty stands, or describes its breach."""


def protections(norms: Iterable[Norm]) -> tuple[Protection, ...]:
    """The sanctions among norms with the duties they protect, in the order of the norms.

    A sanction that cites a provision protects the duties there; one that cites none protects those duties of the same
    source, of the same bearer, whose words its condition repeats.
    """
    norms = tuple(norms)
    sources: dict[tuple[str, object], list[Norm]] = defaultdict(list)
    for norm in norms:
        if norm.modality in PROTECTED:
            sources[norm.locator.instrument, norm.locator.version].append(norm)
    words: dict[str, frozenset[str]] = {}
    found = []
    for sanction in norms:
        if sanction.modality is Modality.SANCTION:
            cited = list(_cited(sanction, sources))
            found += cited or list(_described(sanction, sources, words))
    return tuple(found)


def _cited(sanction: Norm, sources: Mapping[tuple[str, object], Sequence[Norm]]) -> Iterator[Protection]:
    targets = dict.fromkeys(target for citation in sanction.cites for target in citation.targets if target.article)
    for target in targets:
        for norm in sources.get((target.instrument, target.version or sanction.locator.version), ()):
            if target.contains(norm.locator):
                yield Protection(sanction, norm, "citation")


def _described(
    sanction: Norm, sources: Mapping[tuple[str, object], Sequence[Norm]], words: dict[str, frozenset[str]]
) -> Iterator[Protection]:
    conduct = _pairs(plain(sanction.condition or ""))
    for norm in sources.get((sanction.locator.instrument, sanction.locator.version), ()) if conduct else ():
        if norm.id not in words:
            words[norm.id] = _pairs(plain(norm.action))
        act = words[norm.id]
        if len(act) >= _LONG_ENOUGH and len(act & conduct) >= _DESCRIBED * len(act) and _may_be_him(sanction, norm):
            yield Protection(sanction, norm, "words")


def _may_be_him(sanction: Norm, duty: Norm) -> bool:
    punished, bound = specific(sanction.bearer), specific(duty.bearer)
    return not punished or not bound or bool(punished & bound)


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))
