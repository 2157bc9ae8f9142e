"""In what two norms that belong together differ: the rules that apply to the pair, with the two values in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rapidfuzz import fuzz

from propertylaw.graph import NEARLY, pattern, period, plain
from propertylaw.model import Modality, Norm

from .around import Around
from .covered import covered
from .figures import Told, figures, instalments
from .matters import matters
from .rates import comparable, rates
from .rules import words

_BURDENS = frozenset([Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY, Modality.SANCTION])
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])
_SAME_ACT = 70
"""Acts less alike than this are another act: what their periods and figures were is no comparison."""
_SAME_CASE = 70
"""Conditions less alike than this are about another case."""
_TELLING, _HELD = 6, 0.9
"""Characters of an act that may be held by a longer one, and how much of it has to be."""

Kind = Literal["burden", "right", "nature"]


def kind_of(norm: Norm) -> Kind:
    """Whether a norm binds, entitles, or says what something is."""
    if norm.modality in _BURDENS:
        return "burden"
    return "right" if norm.modality in _RIGHTS else "nature"


def votes(before: Norm, after: Norm) -> list[Told]:
    """Another majority, and what is voted on by another majority than before; none where the majority stays."""
    if plain(before.threshold or "") == plain(after.threshold or ""):
        return []
    listed = _matters_of_vote(before, after)
    return [Told("vote", before.threshold or "", after.threshold or ""), *([listed] if listed else [])]


def differences(before: Norm, after: Norm, around: Around) -> list[Told]:
    """What else a pair differs in: its nature, whether consent is asked for, its period, figures, cases, authority."""
    told = [*_modality(before, after), *_consent(before, after)]
    if told or not _same_act(before, after):
        return told
    return [*(_measured(before, after) or _scope(before, after, around)), *_authority(before, after)]


def differences_beside_vote(before: Norm, after: Norm) -> list[Told]:
    """What a pair whose majority changed differs in too: what it asks and in which cases is told by the vote."""
    return [*_measured(before, after), *_authority(before, after)] if _same_act(before, after) else []


def _measured(before: Norm, after: Norm) -> list[Told]:
    return [*_period(before, after), *figures(before, after)]


def _authority(before: Norm, after: Norm) -> list[Told]:
    return [Told("authority")] if set(before.authority) != set(after.authority) else []


def _matters_of_vote(before: Norm, after: Norm) -> Told | None:
    """What is voted on by another majority than before; a condition that is the vote itself lists nothing."""
    for norm in (before, after):
        if not norm.condition or (norm.threshold and norm.threshold in norm.condition):
            return None
    return matters(before.condition or "", after.condition or "")


def _modality(before: Norm, after: Norm) -> Iterator[Told]:
    if before.modality is after.modality:
        return
    match kind_of(before), kind_of(after):
        case "burden", "right":
            yield Told("freed")
        case "right", "burden":
            yield Told("bound")
        case ("nature", _) | (_, "nature"):
            yield Told("nature")


def _consent(before: Norm, after: Norm) -> Iterator[Told]:
    """To tell somebody is less than to need his consent."""
    consents, informs = words("consents"), words("informs")
    old, new = before.action, after.action
    if informs.search(old) and consents.search(new) and not consents.search(old):
        yield Told("consent_for_notice", old, new)
    elif consents.search(old) and informs.search(new) and not consents.search(new):
        yield Told("notice_for_consent", old, new)


def _period(before: Norm, after: Norm) -> Iterator[Told]:
    own, other = period(before), period(after)
    burden, right = kind_of(after) == "burden", kind_of(after) == "right"
    if own is None or other is None:
        if own is not other and burden and before.deadline != after.deadline:
            rule = "time_set" if own is None else "time_dropped"
            yield Told(rule, before.deadline_text or "", after.deadline_text or "")
        return
    if abs(own.value - other.value) <= NEARLY * other.value:
        return
    longer = other.value > own.value
    if own.sense != other.sense:
        rule = "figure"
    elif own.sense == "least" and burden:
        kind = "notice" if pattern("notice").search(other.text) else "least"
        rule = f"{'longer' if longer else 'shorter'}_{kind}"
    elif burden and all(words("every").search(one.text) for one in (own, other)):
        if words("pays").search(after.action):
            rule = instalments(before, after)
        elif rates(after.action) and comparable(rates(before.action), rates(after.action)):
            return  # told by its figures, with how often within the period
        else:
            rule = "less_often" if longer else "more_often"
    elif burden:
        rule = "more_time" if longer else "less_time"
    else:
        rule = ("right_longer" if longer else "right_shorter") if right else "figure"
    yield Told(rule, own.text, other.text)


def _scope(before: Norm, after: Norm, around: Around) -> Iterator[Told]:
    """Conditions and exceptions that came make the norm narrower, those that went wider; rewritten ones stay open."""
    kind = kind_of(after)
    if (fault := _fault(kind, before.condition or "", after.condition or "")) is not None:
        yield fault
        return
    for own, other in ((before.condition, after.condition), (before.exception, after.exception)):
        if plain(own or "") == plain(other or "") or _is_said(own, other, around):
            continue
        if own and other:
            yield matters(own, other) or Told("condition", own, other)
        elif kind == "nature":
            yield Told("condition", own or "", other or "")
        else:
            yield Told(f"{kind}_{'narrower' if other else 'wider'}", own or "", other or "")


def _fault(kind: Kind, own: str, other: str) -> Told | None:
    """Whether the same case is asked for with intent or gross negligence only, or no longer so."""
    graver = words("graver_fault")
    if kind == "nature" or bool(graver.search(own)) == bool(graver.search(other)):
        return None
    if fuzz.ratio(*(plain(graver.sub("", one)) for one in (own, other))) < _SAME_CASE:
        return None
    return Told(f"{kind}_{'narrower' if graver.search(other) else 'wider'}", own, other)


def _is_said(own: str | None, other: str | None, around: Around) -> bool:
    """Whether a condition that came or went stands in the sentence of the other version, only read otherwise."""
    if own and other:
        return False
    return bool(own and plain(own) in plain(around.after)) or bool(other and plain(other) in plain(around.before))


def _same_act(before: Norm, after: Norm) -> bool:
    acts = sorted((_bare_act(before), _bare_act(after)), key=len)
    return fuzz.ratio(*acts) >= _SAME_ACT or (len(acts[0]) >= _TELLING and covered(*acts) >= _HELD)


def _bare_act(norm: Norm) -> str:
    """The act without the period or the day on which it is due."""
    act = norm.action
    for one in (*(quantity.text for quantity in norm.quantities if quantity.unit == "due_day"), norm.deadline_text):
        act = act.replace(one, "") if one else act
    return plain(act)
