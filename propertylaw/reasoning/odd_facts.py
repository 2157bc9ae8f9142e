"""Facts of a form that look like a slip: no claim looks at them, or a figure is beyond what is usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from propertylaw.model import Claim, Diagnostic, Dispute, Fact, FactDefinition, Severity
from propertylaw.rulebook import Rules

from .alike import alike
from .facts_in_words import value_in_words
from .looked_at import facts_of
from .program import Part


def odd_facts(dispute: Dispute, parts: Iterable[Part], rules: Rules) -> Iterator[Diagnostic]:
    """What is told of a form's facts beside the result; none of it changes the result.

    Args:
        dispute: the form.
        parts: the claims that are examined, each against the kind of respondent.
        rules: the rules that name the facts.
    """
    if dispute.claims:  # a form that raises none is examined for every claim that its facts touch
        seen = [(part.claim.id, facts_of(part, rules)) for part in parts]
        unseen = (one for one in dispute.facts if not any(_sees(claim, ids, one) for claim, ids in seen))
        told = {fact.id for fact in dispute.facts}
        open_to_tell = {id for _, ids in seen for id in ids if not rules.facts[id].calc} - told
        for id in dict.fromkeys(fact.id for fact in unseen):
            meant = alike(id, open_to_tell, rules)
            yield _not_looked_at(rules.facts[id], meant, rules, {claim for claim, _ in seen})
    for fact in dispute.facts:
        definition = rules.facts[fact.id]
        stated = [one for one in (fact.value, fact.high) if isinstance(one, Decimal)]
        if definition.usual is not None and any(one > definition.usual for one in stated):
            yield _unusual(definition, max(stated))


def _sees(claim: str, looked_at: frozenset[str], fact: Fact) -> bool:
    """Whether a claim looks at what is stated, of every claim or of this one."""
    return fact.id in looked_at and fact.claim in (None, claim)


def _not_looked_at(
    definition: FactDefinition, meant: Iterable[FactDefinition], rules: Rules, raised: Set[str]
) -> Diagnostic:
    """The note on a fact, with those of its kind that the claims look at instead, and the claims that look at it: one
    that is raised does so of others than it is raised against."""
    claims = [rules.claims[id] for id in rules.asking((definition.id,))][:3]
    asking = [
        f"{one.title}（对{_of_whom(one, definition, rules)}）" if one.id in raised else one.title for one in claims
    ]
    named = "、".join(f"“{one.title}”（{one.id}）" for one in meant)
    instead = [f"这里用的是{named}，是不是要填它"] if named else []
    others = [f"要用到它的，另提请求：{'、'.join(asking)}"] if asking else []
    return Diagnostic(
        code="FCT004",
        severity=Severity.LOW,
        message=f"表上的“{definition.title}”没有被所提的请求用到",
        advice="；".join((*instead, *others)),
    )


def _of_whom(claim: Claim, definition: FactDefinition, rules: Rules) -> str:
    """The kinds of respondents against whom a claim looks at a fact."""
    heads = (head for head in claim.respondents if definition.id in facts_of(Part(claim, head), rules))
    roles = dict.fromkeys(role for head in heads for role in head.role)
    return "、".join(rules.parties[role].title for role in roles)


def _unusual(definition: FactDefinition, value: Decimal) -> Diagnostic:
    said = value_in_words(value, definition.unit)
    most = value_in_words(definition.usual, definition.unit)
    return Diagnostic(
        code="FCT005",
        severity=Severity.MEDIUM,
        message=f"“{definition.title}”填的是{said}，少见（一般不超过{most}）",
        advice="核对单位和小数点；确是这样的照算",
    )
