"""What is told of one event (a danger known and left), where several claimants each sue for another one.

Told by one of them it is of the event that he sues for; told by nobody of them it counts for none until `claim` says of
which, but for days, which then count for all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from propertylaw.model import Diagnostic, Dispute, Fact, FactDefinition, Participant, Severity
from propertylaw.rulebook import Rules

from .looked_at import facts_of
from .unattributed import Pair
from .whose import side_of

_Told = tuple[str, str | None]
"""A fact by its id, and the person of whom it is told."""
_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Claims for which something counts, and others."""


class Unplaced(NamedTuple):
    """Facts of which it is not said of which event they are told."""

    meant: Mapping[_Told, tuple[str, ...]]
    """The claims that could be meant."""
    spoken: Mapping[_Told, Mapping[str, tuple[str, ...]]]
    """By each claimant who tells it, the claims for which it counts."""

    @property
    def open(self) -> dict[_Told, tuple[str, ...]]:
        """Those that none of the claimants tells: they count for none of the claims until it is said."""
        return {key: claims for key, claims in self.meant.items() if key not in self.spoken}

    def sides(self, key: _Told) -> _Sides:
        """Of the claims that could be meant, those for which it counts, and the others."""
        counted = {claim for claims in self.spoken.get(key, {}).values() for claim in claims}
        meant = self.meant[key]
        return tuple(one for one in meant if one in counted), tuple(one for one in meant if one not in counted)

    def of_their_tellers(self, dispute: Dispute) -> Dispute:
        """The dispute with what a claimant tells put down to his own claims; what others say against it, to the claims
        of each who told it."""
        if not self.spoken:
            return dispute
        facts = (one for fact in dispute.facts for one in self._placed(fact))
        return dispute.model_copy(update={"facts": tuple(facts)})

    def _placed(self, fact: Fact) -> Iterator[Fact]:
        tellers = self.spoken.get((fact.id, fact.of), {}) if _unplaced(fact) else {}
        if not tellers:
            yield fact
            return
        of_all = (claim for claims in tellers.values() for claim in claims)
        for claim in dict.fromkeys(tellers.get(fact.said_by or "", of_all)):
            yield fact.model_copy(update={"claim": claim})


def unplaced(dispute: Dispute, pairs: Iterable[Pair], rules: Rules) -> Unplaced:
    """The facts that may be of one of several events. Where the form names no claims, every one is tried, and none of
    them tells of an event.

    Args:
        dispute: the form.
        pairs: the claims that are examined, each between two parties.
        rules: the rules.
    """
    told: dict[_Told, set[str | None]] = {}
    for line in dispute.facts if dispute.claims else ():
        if _unplaced(line) and rules.facts[line.id].each_claim:
            told.setdefault((line.id, line.of), set()).add(line.said_by)
    between = list(pairs) if told else []
    meant = {key: [one for one in between if _may_be_meant(key, one, dispute, rules)] for key in told}
    apart = {key: _apart(some, rules.facts[key[0]]) for key, some in meant.items()}
    claims = {key: tuple(dict.fromkeys(one.claim.id for one, _, _ in meant[key])) for key, two in apart.items() if two}
    spoken = {key: counted for key in claims if (counted := _by_teller(claims[key], apart[key], told[key]))}
    return Unplaced({key: ids for key, ids in claims.items() if key in spoken or _asked(rules.facts[key[0]])}, spoken)


def _apart(pairs: Iterable[Pair], fact: FactDefinition) -> list[tuple[Pair, Pair]]:
    return [two for two in combinations(pairs, 2) if _two_events(*two, fact)]


def _by_teller(
    claims: Iterable[str], apart: Collection[tuple[Pair, Pair]], tellers: Collection[str | None]
) -> dict[str, tuple[str, ...]]:
    """The claims for which it counts what a claimant tells: all but those about another event than his."""
    others: dict[str, set[str]] = {}
    for two in apart:
        for (_, claimant, _), (part, _, _) in (two, two[::-1]):
            if claimant.id in tellers:
                others.setdefault(claimant.id, set()).add(part.claim.id)
    return {person: tuple(id for id in claims if id not in theirs) for person, theirs in others.items()}


def doubts(found: Unplaced, rules: Rules) -> Iterator[Diagnostic]:
    """What the reader has to know of them.

    Args:
        found: the facts of which it is not said of which event they are told.
        rules: the rules.
    """
    alike: dict[_Sides, dict[str, None]] = {}
    for key in found.meant:
        alike.setdefault(found.sides(key), {})[key[0]] = None
    for (counted, others), ids in alike.items():
        told, lines = _named(ids, rules), "、".join(f"claim: {one}" for one in others)
        left_out = _titles(others, rules)
        if not counted:
            yield Diagnostic(
                code="FCT001",
                severity=Severity.HIGH,
                message=f"{told}没有写明是哪一件事的，可能是{left_out}的，写明以前对哪一项都不算",
                advice=f"写上 {lines} 中的一个；几项都是这样的，各写一行",
            )
        elif others:
            yield Diagnostic(
                code="FCT008",
                severity=Severity.MEDIUM,
                message=f"{told}没有写明是哪一件事的，按说的人算作{_titles(counted, rules)}的，不算{left_out}的",
                advice=f"{left_out}也是这样的，各写一行：{lines}",
            )


def _named(ids: Iterable[str], rules: Rules) -> str:
    return f"“{'、'.join(rules.facts[one].title for one in ids)}”"


def _unplaced(fact: Fact) -> bool:
    return fact.claim is None and not fact.towards


def _asked(fact: FactDefinition) -> bool:
    """Whether it is asked of which event it is told where nobody of them tells it; one day may well be that of all."""
    return fact.type != "date"


def _may_be_meant(key: _Told, pair: Pair, dispute: Dispute, rules: Rules) -> bool:
    """Whether a claim looks at a fact that is told of this person, and nothing is told of it for this claim alone."""
    (id, of), (part, claimant, respondent) = key, pair
    if of is not None and of != _holder(rules.facts[id], claimant, respondent):
        return False
    own = any((one.id, one.of, one.claim) == (id, of, part.claim.id) for one in dispute.facts)
    return not own and id in facts_of(part, rules)


def _two_events(one: Pair, other: Pair, fact: FactDefinition) -> bool:
    """Whether two claims are of two claimants, for two matters, and about the same person; what the two sides of one
    quarrel ask of each other is one event."""
    (part, claimant, respondent), (second, another, sued) = one, other
    if part.claim.id == second.claim.id or claimant.id in (another.id, sued.id) or another.id == respondent.id:
        return False
    return _holder(fact, claimant, respondent) == _holder(fact, another, sued)


def _holder(fact: FactDefinition, claimant: Participant, respondent: Participant) -> str | None:
    side = side_of(fact, (claimant.role,), (respondent.role,))
    return {"claimant": claimant.id, "respondent": respondent.id, None: None}[side]


def _titles(claims: Iterable[str], rules: Rules) -> str:
    return "、".join(f"“{rules.claims[one].title}”" for one in claims)
