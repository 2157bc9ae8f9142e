"""How a fact is found between two parties: supposed, told in the form, stated by a document, implied by other facts, or
what silence means; and which of two stands that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from propertylaw.model import Fact, FactDefinition, Locator
from propertylaw.rulebook.exclusions import excluding
from propertylaw.rulebook.expression import ROLES

from .derived import derived
from .implied import implied, proved_by_detail
from .known import NOT_PROVED, SILENCE, UNATTRIBUTED, Known, each, filled_up, fixed, has_evidence, reconciled, strength

if TYPE_CHECKING:
    from .pair_facts import PairFacts

_SAID_TO_BE_UNKNOWN = ("unknown", "unclaimed")


def find(fact: str, facts: PairFacts) -> tuple[Known, ...]:
    """Every standing statement of a fact, in order of time; one at least."""
    if fact in facts.file.assumed:
        supposed = facts.file.assumed[fact]
        if isinstance(supposed, tuple):
            return supposed
        return (Known(supposed, "undisputed") if supposed is not None else _if_nobody_spoke(fact, facts),)
    if fact in ROLES:
        role = facts.claimant.role if fact == "claimant_role" else facts.respondent.role
        return (Known(role, "undisputed"),)
    for one in facts.file.granted:
        if fact in one.facts and one.whose in (None, facts.claimant.id, facts.respondent.id):
            return (Known(True, "derived", (f"同案的另一项请求成立：{one.says}",)),)
    definition = facts.file.facts[fact]
    found = told(definition, facts)
    found = _refuted(definition, found[-1], facts) or found if definition.refuted_by else found
    return _beside_rivals(fact, found, facts) if found[-1].value is True else found


def _if_nobody_spoke(fact: str, facts: PairFacts) -> Known:
    """A fact of which neither the form nor a document says anything."""
    return Known(facts.file.facts[fact].default, "silent")


def _beside_rivals(fact: str, found: tuple[Known, ...], facts: PairFacts) -> tuple[Known, ...]:
    """A fact that is told to be so, beside those that exclude it: the better proved stands; of two with evidence,
    one of them denied, the court says which is so, for to say the one is to deny the other; and one word against
    another proves nothing."""
    own = found[-1]
    for one in excluding(fact):
        rival = one.rival(fact)
        facts.rests_on.also(rival)
        supposed = facts.file.assumed.get(rival)
        if supposed is True:
            return (Known(False, "derived"),)
        other = facts.by_itself(rival) if supposed is None else None
        if other is None or other.value is not True or strength(own.proof) > strength(other.proof):
            continue
        if strength(own.proof) == strength(other.proof) and has_evidence(own.proof):
            if not (facts.deniers(fact) or facts.deniers(rival)):
                continue  # what is proved and nobody denies is left as it is told
            turns_on = tuple(first for first in one.facts[:1] if first != fact)
            return (Known(None, "opposed", own.evidence, own.stated_at, turns_on=turns_on),)
        return (Known(None, "unproved", own.evidence),)
    return found


def _refuted(definition: FactDefinition, general: Known, facts: PairFacts) -> tuple[Known, ...]:
    """That a fact which speaks of everything is not so; empty where nothing that is as well proved shows it."""
    if general.value is False:
        return ()
    details = [known for id in definition.refuted_by if (known := facts.known(id)).value is True]
    best = max(details, key=lambda known: strength(known.proof), default=None)
    if best is None or strength(best.proof) < strength(general.proof):
        return ()
    return (Known(False, "derived", best.evidence, best.stated_at),)


def told(definition: FactDefinition, facts: PairFacts) -> tuple[Known, ...]:
    """A fact as the form, the documents and other facts tell it."""
    if definition.calc:
        return (derived(definition.calc, definition.default, facts),)
    said = facts.statements
    statements = said.of(definition)
    if any(_in_doubt_whose(one, facts) for one in statements):
        return (UNATTRIBUTED,)
    if statements and definition.several:
        return each([said.standing(statement) for statement in statements])
    leaves_room = any(said.contested(one) or one.since or one.until for one in statements)
    stated = facts.file.documents.state(definition, facts.value) if leaves_room or not statements else ()
    spoken = [said.standing(one) for one in statements if not (fixed(stated) and said.contested(one))]
    if definition.shown_by and (shown := _shown(definition.shown_by, spoken, facts)):
        return (shown,)
    if spoken:
        return _said(definition, spoken, stated, facts)
    if stated:
        return stated
    if _claimed(definition, facts):
        return (Known(True, "undisputed"),)
    if shown := implied(definition, facts):
        return (shown,)
    if (other := _told_as(definition, facts)) is not None:
        return facts.all(other)
    return (_untold(definition, facts),)


def _untold(definition: FactDefinition, facts: PairFacts) -> Known:
    """A fact that nobody tells and no document states: it counts as it does in silence, unless a clause speaks of
    it that was not understood."""
    if clauses := _clauses_on(definition, facts):
        return Known(None, "not_understood", stated_at=clauses)
    if (usual := _usual(definition, facts)) is not None:
        return Known(usual, "silent")
    if definition.asked_with is not None and facts.value(definition.asked_with) is True:
        return Known(None, "unknown")
    unread = facts.file.documents.unread(definition)
    return Known(None, "unread", stated_at=unread) if unread else SILENCE


def _clauses_on(definition: FactDefinition, facts: PairFacts) -> tuple[Locator, ...]:
    """The clauses that speak of a fact and were not understood: what silence means is not to be taken from them."""
    if definition.id not in facts.file.documents.not_understood:
        return ()
    return facts.file.documents.clauses_on(definition, facts.said_to_be)


def _usual(definition: FactDefinition, facts: PairFacts) -> bool | None:
    """What a fact of which nobody spoke counts as; None where it is open."""
    spared = definition.type == "boolean" and facts.spares(definition)
    return False if spared and definition.default is None else definition.default


def _in_doubt_whose(told: Fact, facts: PairFacts) -> bool:
    """Whether it has to be asked of whom a statement is, to whom it was done, or of which event it is told."""
    if told.of is None and told.id in facts.file.unclear:
        return True
    if not told.towards and told.id in facts.file.undirected:
        return True
    return told.claim is None and (told.id, told.of) in facts.file.unplaced


def _told_as(definition: FactDefinition, facts: PairFacts) -> str | None:
    """The fact that says the same of the person whose fact it is."""
    holder = facts.statements.holder(definition) if definition.told_as else None
    return definition.told_as.get(holder.role) if holder else None


def _claimed(definition: FactDefinition, facts: PairFacts) -> bool:
    """Whether a claim is raised that says the fact is so: by anybody, or between these two."""
    claims, between = facts.file.dispute.claims, (facts.claimant.id, facts.respondent.id)
    beside = (one for one in claims if one.by == between[0] and between[1] in one.against)
    return any(one.claim in definition.taken_from for one in claims) or any(
        one.claim in definition.claimed_beside for one in beside
    )


def _said(
    definition: FactDefinition, spoken: list[Known], stated: tuple[Known, ...], facts: PairFacts
) -> tuple[Known, ...]:
    """What the form says, with what documents state of other times, or what proves it where it is only said."""
    found = reconciled(spoken)
    if found[-1].proof in _SAID_TO_BE_UNKNOWN and (clauses := _clauses_on(definition, facts)):
        return (Known(None, "not_understood", stated_at=clauses),)
    if found[-1].proof in NOT_PROVED and (detail := proved_by_detail(definition, facts)):
        return (detail,)
    if found[-1].proof in NOT_PROVED and definition.inferred:
        return (found[-1]._replace(proof="inferable"),)
    return filled_up(found, stated) if definition.type == "number" and fixed(stated) else found


def _shown(deed: str, spoken: list[Known], facts: PairFacts) -> Known | None:
    """Whether it has been found out whose the deed is; None where nothing is told beyond what was said of that.

    Whose own deed it is may admit it for all; what was told of somebody and not proved takes away what is said
    without evidence of its own (民诉法解释 90 II).
    """
    told = [(one, facts.statements.standing(one)) for one in facts.file.said.get(deed, ()) if one.value is True]
    found = [known for one, known in told if known.value is True or one.of in one.admitted_by]
    if found:
        return max(found, key=lambda known: strength(known.proof))._replace(value=True)
    said = reconciled(spoken)[-1] if spoken else None
    backed = said is not None and (said.value is False or said.proof in ("admitted", "evidenced", "denied"))
    doubted = (said is not None and said.proof in NOT_PROVED) or any(known.proof in NOT_PROVED for _, known in told)
    return Known(False, "not_shown") if doubted and not backed else None
