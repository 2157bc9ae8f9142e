"""Which claims an everyday question comes to: those of the situations it is near to, and those that rest on the
provisions that answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from propertylaw.model import Claim, Locator

from .search import Answer

_OF_A_PART = 0.35
"""What a provision counts on which only an element or a defence rests, beside one on which the claim does."""
_NEAR_BEST = 0.5
"""A claim that comes to less than this share of the best is not told."""
_RARITY, _LENGTH = 0.25, 0.35
"""How much less a provision counts that many claims rest on, and each provision of a claim that rests on many."""

_NAMED = 1.0
"""What it counts that the nearest situation comes to a claim, beside the best of those found by provisions."""

_Provision = tuple[str, object]


class ClaimsToRaise:
    """Finds the claims that rest on the provisions that answer a question.

    A provision counts the more the better it answers and the fewer claims rest on it; a claim that rests on many
    provisions counts less by each. The degrees were found on the titles of disputes: they are hints where to look.

    Args:
        claims: by id.
    """

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims
        self._resting: dict[_Provision, dict[str, float]] = {}
        for id, claim in claims.items():
            places = _rests_on(claim)
            length = sum(places.values()) ** _LENGTH
            for at, weight in places.items():
                self._resting.setdefault(at, {})[id] = weight / length

    def of(self, answers: Iterable[Answer], named: Mapping[str, float], most: int = 3) -> tuple[Claim, ...]:
        """The claims, the best first.

        Args:
            answers: as the search gives them.
            named: the claims of the situations that the question is near to, as the search gives them.
            most: how many at most.
        """
        scores: dict[str, float] = defaultdict(float)
        for answer in answers:
            resting = self._resting.get(_provision(answer.locator), {})
            for id, weight in resting.items():
                scores[id] += answer.score * weight / len(resting) ** _RARITY
        best = max(scores.values(), default=1.0)
        for id, nearness in named.items():
            scores[id] += _NAMED * best * nearness
        ranked = sorted(scores.items(), key=lambda pair: -pair[1])[:most]
        return tuple(self._claims[id] for id, score in ranked if score >= _NEAR_BEST * ranked[0][1])


def _rests_on(claim: Claim) -> Mapping[_Provision, float]:
    """The provisions on which a claim rests, and how much each counts."""
    parts = (at for part in (*claim.elements, *claim.defences) for at in part.basis)
    return {**{_provision(at): _OF_A_PART for at in parts}, **{_provision(at): 1.0 for at in claim.basis}}


def _provision(at: Locator) -> _Provision:
    return at.instrument, at.article
