"""What each side of a claim relies on: the facts that the claim itself says are so, the figures that are a defence.

Who is sued and says "not I" denies what the claimant has to prove (民诉法解释 90, 91); a figure that only a defence
speaks of is raised by him whom it helps, not by who says that he does not know of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from propertylaw.model import Claim, Defence, Element, Respondent
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import ROLES, names, parse

from .who_proves import Burden, burdens


class ReliedOn(NamedTuple):
    """What the two sides of a claim rely on."""

    by_claim: frozenset[str] = frozenset()
    """True-or-false facts that the claimant has to prove, and the respondent nowhere has to disprove."""
    by_defence: frozenset[str] = frozenset()
    """Figures each of which is a defence of the respondent by itself, and nothing else."""


def relied_on(claim: Claim, heads: Sequence[Respondent], rules: Rules) -> ReliedOn:
    """What the two sides of a claim rely on.

    Args:
        claim: the claim.
        heads: the heads under which the respondent answers.
        rules: the rules it belongs to.
    """
    return _relied_on(rules, claim.id, tuple(map(claim.respondents.index, heads)))


@lru_cache(maxsize=1024)
def _relied_on(rules: Rules, claim: str, heads: tuple[int, ...]) -> ReliedOn:
    found = [_under(rules.claims[claim], rules.claims[claim].respondents[head], rules) for head in heads]
    if not found:
        return ReliedOn()
    first, *others = found
    return ReliedOn(
        first.by_claim.intersection(*(one.by_claim for one in others)),
        first.by_defence.intersection(*(one.by_defence for one in others)),
    )


def _under(claim: Claim, head: Respondent, rules: Rules) -> ReliedOn:
    elements, defences = (*claim.elements, *head.elements), (*claim.defences, *head.defences)
    demanded = {name for element in elements for name in names(parse(element.when))}
    told = (id for id in demanded if id in rules.facts and _to_be_told(id, rules))
    by_claim = frozenset(id for id in told if _is_the_claimants(id, elements, defences))
    calculations = (remedy.calc for remedy in (*claim.remedies, *head.remedies))
    reckoned = {word for calc in calculations if calc for word in words_in(SUMS[calc])}
    return ReliedOn(by_claim, frozenset(_defences_alone(defences, rules)) - demanded - reckoned)


def _to_be_told(fact: str, rules: Rules) -> bool:
    return rules.facts[fact].type == "boolean" and rules.facts[fact].calc is None


def _is_the_claimants(fact: str, elements: Sequence[Element], defences: Sequence[Defence]) -> bool:
    """Whether an element wants the claimant to prove a fact, and nobody else has to prove the contrary."""
    of_elements = [one for element in elements for one in burdens(element, None, fact)]
    of_defences = [one for defence in defences for one in burdens(defence, None, fact)]
    contrary = Burden("respondent", so=False) in (*of_elements, *of_defences)
    return not contrary and bool(of_elements) and all(one == Burden("claimant", so=True) for one in of_elements)


def _defences_alone(defences: Sequence[Defence], rules: Rules) -> Iterator[str]:
    """The figures that no defence names together with another fact."""
    named = [(one, frozenset(names(parse(one.when))).difference(ROLES)) for one in defences]
    shared = {name for _, found in named if len(found) > 1 for name in found}
    for defence, found in named:
        if defence.proof == "respondent" and len(found) == 1:
            yield from (id for id in found - shared if id in rules.facts and rules.facts[id].type == "number")
