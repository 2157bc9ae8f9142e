"""Defences that somebody raised, and what a raised one lacks only because nobody spoke of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from propertylaw.model import Defence, DefenceFinding, Effect, Truth
from propertylaw.rulebook.calculations import PLEAS
from propertylaw.rulebook.expression import ROLES, Compare, Expression, Junction, Name, names, parse

from .claims import Between
from .known import NOT_PROVED
from .pair_facts import PairFacts
from .program import Part
from .sums import open_in
from .truth import FALSE, OPEN, judge, truth_of

_SPOKEN = ("admitted", "evidenced", "undisputed", *NOT_PROVED, "unknown", "unattributed")

_OTHERWISE = ("document", "local_law", "void", "conditional", "several", "derived")
"""How a fact stands that is known from elsewhere than the statements of the form."""


def raised(defence: DefenceFinding) -> bool:
    """Whether it is given, open, or was raised and failed; not one that nobody thought of."""
    if defence.truth is Truth.TRUE:
        return True
    silent = any(use.proof == "silent" for use in defence.facts)
    if defence.effect is Effect.RULED_OUT and defence.unless is None and not defence.by_burden:
        # What never helps is told only to who pleaded it; not where nobody did, or this respondent cannot.
        void = any(use.proof == "void" for use in defence.facts)
        return void or (defence.truth is Truth.UNKNOWN and not silent)
    if defence.truth is Truth.UNKNOWN:
        return True
    uses = [use for use in defence.facts if use.proof == "void" or (use.proof in _SPOKEN and use.value is not False)]
    # A sum is stated for the claim's sake: it raises no defence of which nobody said the rest.
    return any(not (silent and isinstance(use.value, Decimal)) for use in uses)


def pleaded(rule: Defence, finding: DefenceFinding, part: Part, facts: PairFacts) -> bool:
    """Whether this respondent is heard with a defence that fails: he, or the form in no one's name, told something of
    it that is no part of the claim, or a document or another fact speaks of it. What another respondent pleads for
    himself, what the claimant says to answer him, and a rule of which nobody said that its case is given, is nothing
    that he raised."""
    if any(name in PLEAS and facts.value(name) is False for name in needed(rule)) or unpleaded(rule, facts):
        return False
    if any(_counted_otherwise(one, facts) for one in _operands(rule)):
        return False
    if any(_heard(detail, facts) for detail in _details(rule, finding, facts)):
        return True
    if any(_not_pointed_to(name, facts) for name in needed(rule)):
        return False
    for_the_claim = {name for element in part.elements for name in names(parse(element.when))}
    case_told = all(_spoken_of(one, facts) for one in _operands(rule))
    for name in dict.fromkeys(names(parse(rule.when))):
        told = [one for one in facts.told(name) if one.value is not False]
        if any(one.said_by == facts.respondent.id for one in told):
            return True
        elsewhere = not told and case_told and facts.known(name).proof in _OTHERWISE
        if name not in for_the_claim and (elsewhere or _heard(name, facts)):
            return True
    return False


def _counted_otherwise(condition: Expression, facts: PairFacts) -> bool:
    """Whether it counts steps of the rules by themselves and comes out otherwise: that several grounds are weak is
    nothing that anybody says where there is one."""
    named = [facts.file.facts[name] for name in names(condition) if name in facts.file.facts]
    counts = isinstance(condition, Compare) and bool(named) and all(one.inner for one in named)
    return counts and truth_of(condition, Between(facts, lambda _: OPEN)) is Truth.FALSE


def unpleaded(rule: Defence, facts: PairFacts) -> tuple[str, ...]:
    """The pleas that a defence needs, that no court takes up by itself, and that nobody raised."""
    return tuple(name for name in needed(rule) if _is_plea(name, facts) and not _told_so(name, facts))


def _is_plea(name: str, facts: PairFacts) -> bool:
    return name in facts.file.facts and bool(facts.file.facts[name].plea)


def _told_so(name: str, facts: PairFacts) -> bool:
    """Whether somebody said a fact, or that it is unknown; not where nobody spoke of it, or says that it is not so."""
    known = facts.known(name)
    return known.value is True or (known.value is None and known.proof != "silent")


def _not_pointed_to(name: str, facts: PairFacts) -> bool:
    """Whether nobody spoke of a fact, which is taken not to be so then."""
    return facts.value(name) is False and facts.known(name).proof == "silent"


def _details(rule: Defence, finding: DefenceFinding, facts: PairFacts) -> set[str]:
    """The facts that would decide for a defence, or from which its own follow, though its condition names others; not
    those that only say whether that is asked for which it takes."""
    own = set(names(parse(rule.when)))
    behind = {detail for name in own if name in facts.file.facts for detail in facts.file.facts[name].follows_from}
    return behind.union(use.fact for use in finding.facts) - own - set(names(parse(rule.asked)))


def _heard(name: str, facts: PairFacts) -> bool:
    """Whether the respondent, or the form in no one's name, said something of a fact that does not speak against it,
    or he admitted it."""
    told = (one for one in facts.told(name) if one.value is not False)
    return any(one.said_by in (None, facts.respondent.id) or facts.respondent.id in one.admitted_by for one in told)


def needed(rule: Defence) -> Iterator[str]:
    """The facts without each of which a defence is not given."""
    yield from (operand.id for operand in _operands(rule) if isinstance(operand, Name))


def _operands(rule: Defence) -> tuple[Expression, ...]:
    """The conditions all of which a defence needs."""
    condition = parse(rule.when)
    return condition.operands if isinstance(condition, Junction) and condition.kind == "and" else (condition,)


def spoken_of(defence: DefenceFinding) -> frozenset[str]:
    """The facts of a defence that somebody spoke of and that do not speak against it."""
    told = (use for use in defence.facts if use.proof not in ("silent", "derived", "underived"))
    return frozenset(use.fact for use in told if use.value is not False)


def told_for_the_claim(part: Part) -> frozenset[str]:
    """The facts that a claimant tells for his own sake: those of the elements, and of what answers a defence."""
    conditions = [element.when for element in part.elements]
    conditions += [defence.unless.when for defence in part.defences if defence.unless]
    return frozenset(name for when in conditions for name in names(parse(when)))


def lacking(defence: Defence, finding: DefenceFinding, standing: Between) -> tuple[str, ...]:
    """What nobody spoke of and a raised defence fails for: with it the defence could stand.

    Args:
        defence: the rule.
        finding: how it came out.
        standing: how things stand between the two parties.
    """
    if finding.truth is not Truth.FALSE or finding.by_burden or not raised(finding):
        return ()
    if in_vain(defence.asked, standing):
        return ()
    condition = parse(defence.when)
    wants = defence.proof == "respondent"
    if judge(condition, standing, "E", prover_wants=wants) == FALSE:
        return ()
    kept_open = open_in(defence.when, standing)
    return tuple(id for id in unspoken(defence.when, standing.facts) if id in kept_open)


def _spoken_of(condition: Expression, facts: PairFacts) -> bool:
    """Whether of a condition anything is known, or it names no fact."""
    found = [name for name in names(condition) if name not in ROLES]
    return not found or any(facts.known(name).proof not in ("silent", "unread") for name in found)


def in_vain(asked: str, standing: Between) -> bool:
    """Whether something is not asked for, by the condition that says so."""
    return judge(parse(asked), standing, "A", prover_wants=True) == FALSE


def unspoken(when: str, facts: PairFacts) -> tuple[str, ...]:
    """The facts of a condition of which nobody spoke."""
    return tuple(dict.fromkeys(name for name in names(parse(when)) if _unspoken(name, facts)))


def _unspoken(name: str, facts: PairFacts) -> bool:
    return name not in ROLES and facts.value(name) is None and facts.known(name).proof in ("silent", "unread")
