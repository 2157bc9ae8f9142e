"""Pairs the norms of two versions of one text: which later norm is which earlier one, wherever it stands now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from propertylaw.model import Locator, Norm

from .wording import Wording, specific, wording

_SAME_PLACE = 0.5
"""How like two norms of the same article have to be to count as one that changed."""
_ANYWHERE = 0.8
"""How like two norms of different articles."""
_HERE_FIRST = 0.1
"""What the same article adds to likeness."""
_CONDITION_CAME, _TELLING = 40, 6
"""How like a condition is to none; characters of an act that says by itself what is done."""
_OTHERWISE_TREATED = 0.7
"""What is left of the likeness of two norms of different modality, or that bind different parties."""
_LEFT_OVER = 35
"""How like the acts of two norms have to be that are left over in one paragraph and treat the same party alike."""
_SAME_CASE = 70
"""How like the conditions of two norms that bind nobody."""
_SAME_PERIOD = 20
"""What the same period, or the same case of norms that bind nobody, adds to that."""
_SAME_NAME = 60
"""How like the names of two parties of no known kind have to be (仲裁员, 当事人) to be one."""

Place = tuple[int | None, int | None, int | None]
"""Annex, article and branch."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The norms of two versions: those that belong together, those that came and those that went."""

    together: tuple[tuple[Wording, Wording], ...]
    """Earlier and later, in the order of the later ones."""
    came: tuple[Wording, ...]
    went: tuple[Wording, ...]
    home: Mapping[Place, Place]
    """For each later article the earlier one that most of its norms come from."""


def paired(before: Iterable[Norm], after: Iterable[Norm]) -> Pairing:
    """The pairs: first the same words and what is very like, then what is left of articles that belong together.

    Args:
        before: norms of the earlier version.
        after: norms of the later version.
    """
    old, new = [wording(norm) for norm in before], [wording(norm) for norm in after]
    partners = _best(_alike(old, new), {})
    home = _homes(old, new, partners)
    partners = _best(_in_place(old, new, partners, home), partners)
    partners = _best(_left_over(old, new, partners), partners)
    taken = set(partners.values())
    return Pairing(
        tuple((old[partners[n]], one) for n, one in enumerate(new) if n in partners),
        tuple(one for n, one in enumerate(new) if n not in partners),
        tuple(one for n, one in enumerate(old) if n not in taken),
        _homes(old, new, partners),
    )


def place(at: Locator) -> Place:
    """The article or clause, in body or annex."""
    return at.annex, at.article, at.branch


Scored = tuple[float, int, int]


def _alike(old: Sequence[Wording], new: Sequence[Wording]) -> Iterator[Scored]:
    """Pairs that are alike enough wherever they stand."""
    if not old or not new:
        return
    acts = cdist([one.act for one in old], [one.act for one in new], scorer=fuzz.ratio, score_cutoff=70)
    for a, b in zip(*acts.nonzero(), strict=True):
        before, after = old[a], new[b]
        score = _likeness(before, after)
        if len(after.act) > 1 and score >= _ANYWHERE:
            yield score + _HERE_FIRST * (place(before.norm.locator) == place(after.norm.locator)), int(a), int(b)


def _homes(old: Sequence[Wording], new: Sequence[Wording], partners: dict[int, int]) -> dict[Place, Place]:
    """For each later article the earlier one that most of its norms come from."""
    counts = Counter((place(new[b].norm.locator), place(old[a].norm.locator)) for b, a in partners.items())
    found: dict[Place, Place] = {}
    for (after, before), _ in counts.most_common():
        found.setdefault(after, before)
    return found


def _in_place(
    old: Sequence[Wording], new: Sequence[Wording], partners: dict[int, int], home: dict[Place, Place]
) -> Iterator[Scored]:
    """Pairs of what is left in articles that belong together; one that is no other's home may keep its number."""
    taken = set(partners.values())
    left: dict[Place, list[int]] = {}
    for a, one in enumerate(old):
        if a not in taken:
            left.setdefault(place(one.norm.locator), []).append(a)
    homes = set(home.values())
    for b, one in enumerate(new):
        at = place(one.norm.locator)
        source = home.get(at, None if at in homes else at)
        if b in partners or source is None:
            continue
        for a in left.get(source, ()):
            if (score := _likeness(old[a], one)) >= _SAME_PLACE:
                yield score, a, b


def _left_over(old: Sequence[Wording], new: Sequence[Wording], partners: dict[int, int]) -> Iterator[Scored]:
    """Pairs of what is left in paragraphs that belong together, where the same party is treated in the same way."""
    taken = set(partners.values())
    home = {_paragraph(new[b]): _paragraph(old[a]) for b, a in partners.items()}
    left: dict[tuple[Place, int | None], list[int]] = {}
    for a, one in enumerate(old):
        if a not in taken:
            left.setdefault(_paragraph(one), []).append(a)
    for b, one in enumerate(new):
        if b in partners:
            continue
        for a in left.get(home.get(_paragraph(one), _paragraph(one)), ()):
            before = old[a]
            of_nobody = _of_one_case(before, one)
            bound = of_nobody or specific(before.norm.bearer) & specific(one.norm.bearer)
            alike = of_nobody or (one.norm.deadline is not None and one.norm.deadline == before.norm.deadline)
            score = fuzz.ratio(before.act, one.act) + _SAME_PERIOD * alike
            if bound and before.norm.modality is one.norm.modality and score >= _LEFT_OVER:
                yield score, a, b


def _of_one_case(before: Wording, after: Wording) -> bool:
    """Whether two norms that bind nobody say what becomes of a thing in the same case."""
    nobody = not before.norm.bearer and not after.norm.bearer
    return nobody and bool(before.norm.condition) and fuzz.ratio(before.condition, after.condition) >= _SAME_CASE


def _paragraph(one: Wording) -> tuple[Place, int | None]:
    return place(one.norm.locator), one.norm.locator.paragraph


def _best(scored: Iterable[Scored], partners: dict[int, int]) -> dict[int, int]:
    """Earlier partners by later norms, the likest first; each norm has one partner at most."""
    found, taken = dict(partners), set(partners.values())
    for _, a, b in sorted(scored, key=lambda one: (-one[0], abs(one[1] - one[2]), one[2])):
        if a not in taken and b not in found:
            taken.add(a)
            found[b] = a
    return found


def _likeness(before: Wording, after: Wording) -> float:
    act = fuzz.ratio(before.act, after.act)
    condition = _condition(before, after, act)
    treated = 1.0 if before.norm.modality is after.norm.modality else _OTHERWISE_TREATED
    bound = 1.0 if _may_be_one(before.norm, after.norm) else _OTHERWISE_TREATED
    weight = 3 if _telling(before, after) else 1
    return (weight * act + condition) / (weight + 1) / 100 * treated * bound


def _may_be_one(before: Norm, after: Norm) -> bool:
    """Whether two norms may bind the same party; parties of no known kind by what they are called."""
    own, other = specific(before.bearer), specific(after.bearer)
    if own and other:
        return bool(own & other)
    called = before.bearer_text or "", after.bearer_text or ""
    unknown = before.bearer == after.bearer == ("other",) and all(called)
    return not unknown or fuzz.ratio(*called) >= _SAME_NAME or called[0] in called[1] or called[1] in called[0]


def _condition(before: Wording, after: Wording, act: float) -> float:
    if before.condition and after.condition:
        return fuzz.ratio(before.condition, after.condition)
    if not before.condition and not after.condition:
        return act
    return _CONDITION_CAME if _telling(before, after) else 0


def _telling(before: Wording, after: Wording) -> bool:
    """Whether the acts say by themselves what is done; shorter ones (提供, 退还) need their condition."""
    return min(len(before.act), len(after.act)) >= _TELLING
