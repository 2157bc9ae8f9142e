"""`diff`: two versions of a regulation or a contract by their rights, duties, limits and sanctions."""

from __future__ import annotations

from collections.abc import Iterable

from propertylaw.extraction import extract
from propertylaw.graph import Change, Pairing, changes_between, kin, paired, renumbered
from propertylaw.model import Norm, Outline, PartyId, Source
from propertylaw.structure.printed_clauses import printed_clauses

from .around import Around
from .beside import effects_beside
from .clauses import Clause, clauses
from .comparison import Altered, Comparison, Effect, Renumbering
from .concerned import organs_in
from .elsewhere import Elsewhere
from .judging import effects
from .lead_ins import lead_of
from .passages import passages
from .sides import Sides, sides_of
from .standings import standings
from .versions import notes, title

Text = tuple[Source, Outline]


def diff(old: Text, new: Text, party: PartyId | None = None) -> Comparison:
    """What changes from one version to the next, and for whom it gets better or worse.

    Args:
        old: the earlier text and its outline.
        new: the later text and its outline.
        party: only what concerns this party, or who acts for it, as bearer or counterparty.
    """
    pairing = paired(extract(*old), extract(*new))
    found = changes_between(pairing)
    sides = sides_of(new[1])
    told = _told(found, Elsewhere(pairing, old, new), sides)
    altered = tuple(one for one in told if _concerns(one.norms, one.effects, party))
    others = passages(old, new, found, sides)
    return Comparison(
        before=title(old, new),
        after=title(new, old),
        notes=notes(old, new, pairing),
        printed={**printed_clauses(old[1]), **printed_clauses(new[1])},
        changes=altered,
        renumbered=tuple(Renumbering(before=a, after=b) for a, b in renumbered(pairing)),
        passages=tuple(one for one in others if party is None or _concerns((), one.effects, party)),
        standings=standings(altered, others, party),
    )


def _told(found: Iterable[Change], elsewhere: Elsewhere, sides: Sides) -> list[Altered]:
    """The changes with what they mean; the first of a sentence also with what its other clauses say."""
    organs = organs_in(elsewhere.new[1].kind)
    told = [_altered(change, elsewhere, organs, sides) for change in found]
    seen = set[tuple[str, str]]()
    for place, one in enumerate(told):
        texts = one.before_text, one.after_text
        if all(texts) and texts not in seen:
            seen.add(texts)
            more = effects_beside(*_other_clauses(one, elsewhere.pairing), sides)
            told[place] = one.model_copy(update={"effects": tuple(dict.fromkeys((*one.effects, *more)))})
    return told


def _other_clauses(one: Altered, pairing: Pairing) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of its sentence, before and after, that are in no norm."""
    earlier = [*(before for before, _ in pairing.together), *pairing.went]
    later = [*(after for _, after in pairing.together), *pairing.came]
    return (
        _outside(one.before_text, one.before, [wording.norm for wording in earlier]),
        _outside(one.after_text, one.after, [wording.norm for wording in later]),
    )


def _outside(text: str, norm: Norm | None, norms: Iterable[Norm]) -> tuple[Clause, ...]:
    read = [other for other in norms if norm is not None and other.text_span == norm.text_span]
    said = [part for other in read for part in (other.action, other.condition, other.exception) if part]
    return tuple(one for one in clauses(text) if not any(one.text in part or part in one.text for part in said))


def _altered(change: Change, elsewhere: Elsewhere, organs: Iterable[PartyId], sides: Sides) -> Altered:
    before, after = _sentence(change.before, elsewhere.old[0]), _sentence(change.after, elsewhere.new[0])
    return Altered(
        kind=change.kind,
        before=change.before,
        after=change.after,
        before_text=before,
        after_text=after,
        lead=lead_of(change.after, *elsewhere.new) or lead_of(change.before, *elsewhere.old),
        fields=change.fields,
        effects=effects(change, organs, Around(before, after, elsewhere.rule_for(change), sides)),
    )


def _sentence(norm: Norm | None, source: Source) -> str:
    return source.text[slice(*norm.text_span)].strip() if norm is not None and norm.text_span else ""


def _concerns(norms: Iterable[Norm], found: Iterable[Effect], party: PartyId | None) -> bool:
    """Whether the party, or who acts for it, is named in the norms or has an effect."""
    named = [id for norm in norms for id in (*norm.bearer, *norm.counterparty)]
    return party is None or bool(kin([party]) & kin([*named, *(effect.party for effect in found)]))
