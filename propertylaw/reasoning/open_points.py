"""What keeps a claim open, and the smallest sets of answers that settle it.

Open points are unknown true-or-false facts and concepts without a chosen reading. The claim is examined under every
combination of answers, so that results are exact and the sets are the smallest there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from propertylaw.model import DefenceFinding, ElementFinding, Result, Truth

from .claims import Verdict

MOST = 8
"""Beyond so many open points the combinations are not tried, and the first points alone are asked."""
_LARGEST_SET = 3

Answers = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """The open points of a claim and its possible results under every combination of answers."""

    facts: tuple[str, ...]
    concepts: tuple[str, ...]
    results: Mapping[Answers, frozenset[Result]]

    @property
    def ids(self) -> tuple[str, ...]:
        """Fact ids, then concept ids, in the order of the answers."""
        return self.facts + self.concepts

    @property
    def possible(self) -> frozenset[Result]:
        """All results that some combination of answers leaves possible."""
        return frozenset().union(*self.results.values())

    def deciding(self) -> Iterator[tuple[tuple[str, ...], dict[Answers, Result]]]:
        """The smallest sets of points whose answers settle the claim, with the result for each answer.

        Where no set settles it whatever the answers, single points one answer to which settles it.
        """
        for size in range(1, min(len(self.ids), _LARGEST_SET) + 1):
            found = list(self._of_size(size, complete=True))
            if found:
                yield from found
                return
        yield from self._of_size(1, complete=False)

    def _of_size(self, size: int, *, complete: bool) -> Iterator[tuple[tuple[str, ...], dict[Answers, Result]]]:
        for chosen in combinations(range(len(self.ids)), size):
            outcomes = self._outcomes(chosen)
            settled = {answers: next(iter(found)) for answers, found in outcomes.items() if len(found) == 1}
            if settled and (len(settled) == len(outcomes) or not complete):
                yield tuple(self.ids[i] for i in chosen), settled

    def _outcomes(self, chosen: tuple[int, ...]) -> dict[Answers, frozenset[Result]]:
        found: dict[Answers, frozenset[Result]] = {}
        for answers, results in self.results.items():
            key = tuple(answers[i] for i in chosen)
            found[key] = found.get(key, frozenset()) | results
        return found


def open_points(
    verdict: Verdict,
    examine: Callable[[Mapping[str, bool], Mapping[str, bool]], Verdict],
    answerable: Callable[[str], bool],
) -> OpenPoints:
    """Examine a claim under every combination of answers to its open points.

    Args:
        verdict: the outcome as the facts stand.
        examine: the outcome if these facts, and these readings of concepts, were so.
        answerable: whether a fact can be answered with yes or no.
    """
    facts, concepts = _gathered(verdict, answerable)
    results: dict[Answers, frozenset[Result]] = {}
    for answers in product((True, False), repeat=len(facts) + len(concepts)):
        given = dict(zip(facts, answers, strict=False))
        readings = dict(zip(concepts, answers[len(facts) :], strict=True))
        results[answers] = examine(given, readings).possible
    return OpenPoints(facts, concepts, results)


def _gathered(verdict: Verdict, answerable: Callable[[str], bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    findings: tuple[ElementFinding | DefenceFinding, ...] = (*verdict.elements, *verdict.defences)
    open_findings = [finding for finding in findings if finding.truth is Truth.UNKNOWN]
    concepts = tuple(dict.fromkeys(finding.concept for finding in open_findings if finding.concept))
    facts = dict.fromkeys(
        use.fact
        for finding in open_findings
        for use in finding.facts
        if use.value is None and use.proof in ("silent", "unknown") and answerable(use.fact)
    )
    room = max(MOST - len(concepts), 0)
    return tuple(facts)[:room], concepts
