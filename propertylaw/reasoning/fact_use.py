"""A fact as the report shows it: its value in words, who proves it, what shows it beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from propertylaw.model import FactDefinition, FactUse, RuleCondition
from propertylaw.rulebook.calculations.sums import yuan

from .between_bounds import range_in_words
from .derived_from import derived_from
from .known import Known
from .whose import could_be_either

if TYPE_CHECKING:
    from .pair_facts import PairFacts


def fact_use(fact: str, facts: PairFacts) -> FactUse:
    """The fact as it stands between two parties, as a report needs it."""
    known = facts.known(fact)
    definition = facts.file.facts.get(fact)
    figures, derived = _figures(definition, facts) if definition else (), known.proof == "derived"
    inner = definition is not None and _is_a_step(definition, known)
    shown_by = (*known.evidence, *figures)
    if derived and isinstance(known.value, bool) and not shown_by and not inner:
        shown_by = derived_from(fact, facts)
    return FactUse(
        fact=fact,
        title=definition.title if definition else fact,
        of=_named(definition, facts) if definition else None,
        value=None if known.proof == "underived" else known.value,
        label=_label(definition, known, facts) if definition else "",
        unit=definition.unit if definition else None,
        yes_no=definition is not None and definition.type == "boolean",
        says=definition.in_words(known.value) if definition and (derived or known.proof == "silent") else "",
        inner=inner,
        proof=known.proof,
        evidence=shown_by if derived else known.evidence,
        beside=() if derived else figures,
        stated_at=known.stated_at,
        inferred_by=definition.inferred if definition and known.proof == "inferable" else (),
        conditions=tuple(_told_of(one, facts) for one in known.conditions),
        denied_by=_deniers(fact, known, facts) if known.proof == "evidenced" else (),
    )


def _told_of(condition: RuleCondition, facts: PairFacts) -> RuleCondition:
    """A condition of a rule with what is told of it by now: what asks for it may itself hang on the rule."""
    if condition.fact is None or condition.met is not None:
        return condition
    return condition.model_copy(update={"met": facts.truth(condition.fact)})


def _deniers(fact: str, known: Known, facts: PairFacts) -> tuple[str, ...]:
    """Who denies what is said and has evidence."""
    told = (one for one in facts.told(fact) if one.value == known.value)
    return tuple(dict.fromkeys(who for one in told for who in one.denied_by))


def _label(definition: FactDefinition, known: Known, facts: PairFacts) -> str:
    """What a value is called; empty where it speaks for itself."""
    if known.bounds:
        return range_in_words(known.bounds, definition.unit)
    return _in_parts(definition, facts) or definition.label(known.value)


def _in_parts(definition: FactDefinition, facts: PairFacts) -> str:
    """A sum that is told in parts, each with its time; empty for anything else."""
    parts = [one for one in facts.periods(definition.id) if one.since and one.until]
    if definition.unit != "CNY" or len(parts) < 2:
        return ""
    return "、".join(f"{one.since} 至 {one.until} {yuan(one.value)}" for one in parts)


def _figures(definition: FactDefinition, facts: PairFacts) -> tuple[str, ...]:
    """The figures that show a fact, or are told beside it, where it holds."""
    return tuple(step.says for step in facts.figures(definition))


def _named(definition: FactDefinition, facts: PairFacts) -> str | None:
    """The party to name beside the fact."""
    holder = facts.statements.holder(definition)
    named = holder and could_be_either(definition, facts.claimant.role, facts.respondent.role)
    return holder.id if holder and named else None


def _is_a_step(definition: FactDefinition, known: Known) -> bool:
    """Whether a fact is a step of the rules by themselves, or not so only because too little is told to derive it."""
    too_little = known.proof == "underived" and known.value is not None
    return definition.inner or too_little or (known.proof == "derived" and definition.by_default(known.value))
