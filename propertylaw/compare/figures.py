"""The figures of two norms that belong together: which rule applies where a sum, a share, a day or a number changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.graph import pattern, sense_of
from propertylaw.model import Amount, Modality, Norm, Quantity

from .rules import words

_BURDENS = frozenset([Modality.DUTY, Modality.LIABILITY])
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])


class Told(NamedTuple):
    """A rule that applies, and the two values in words."""

    rule: str
    before: str = ""
    after: str = ""


def figures(before: Norm, after: Norm) -> Iterator[Told]:
    """What the figures of the two say, those of act, condition and exception apart."""
    yield from _fine(before.amount, after.amount)
    for part in ("action", "condition", "exception"):
        old, new = _in(before, part), _in(after, part)
        if len(old) != len(new) or [one.unit for one in old] != [one.unit for one in new]:
            continue
        for own, other in zip(old, new, strict=True):
            if own.value != other.value:
                yield Told(_rule(part, own, other, after), own.text, other.text)


def price(before: Norm, after: Norm) -> tuple[str, Told] | None:
    """The unit of a price that changed in a clause that names no party, and the rule."""
    old, new = _in(before, "action"), _in(after, "action")
    if after.modality is not Modality.CONSTITUTIVE or len(old) != 1 or len(new) != 1 or old[0].unit != new[0].unit:
        return None
    rule = "price_up" if new[0].value > old[0].value else "price_down"
    return (new[0].unit, Told(rule, old[0].text, new[0].text)) if new[0].value != old[0].value else None


def _in(norm: Norm, part: str) -> list[Quantity]:
    """The measured things in one part of the norm, each once, without its own period."""
    text = getattr(norm, part) or ""
    found = {one.text: one for one in norm.quantities if one.text in text and one.text != norm.deadline_text}
    return sorted(found.values(), key=lambda one: text.index(one.text))


def _rule(part: str, own: Quantity, other: Quantity, norm: Norm) -> str:
    up = other.value > own.value
    if part == "condition":
        return _condition(up, other, norm)
    if part == "exception":
        return _cap(up, other, norm)
    if own.unit == "due_day":
        return ("more_time" if up else "less_time") if norm.modality in _BURDENS else "figure"
    sense = sense_of(other, norm)
    if norm.modality in _BURDENS and words("pays").search(norm.action) and sense != "most":
        return "pays_more" if up else "pays_less"
    if norm.modality in _BURDENS and sense == "least":
        return "asks_more" if up else "asks_less"
    if norm.modality in _RIGHTS and own.unit.startswith(("CNY", "share", "1/")):
        return "gets_more" if up else "gets_less"
    return "figure"


def _condition(up: bool, quantity: Quantity, norm: Norm) -> str:
    """A higher lower bound, or a lower upper bound, leaves fewer cases."""
    text = (norm.condition or "").replace(quantity.text, "□", 1)
    if words("up_to").search(text):
        narrower = not up
    elif words("from_on").search(text):
        narrower = up
    else:
        return "figure"
    kind = "right" if norm.modality in _RIGHTS else "burden"
    return f"{kind}_{'narrower' if narrower else 'wider'}"


def _cap(up: bool, quantity: Quantity, norm: Norm) -> str:
    """An exception that says how much at most."""
    words_around = (norm.exception or "").partition(quantity.text)[0]
    if not pattern("at_most").search(words_around) or norm.modality not in _BURDENS | _RIGHTS:
        return "figure"
    kind = "right_cap" if norm.modality in _RIGHTS else "cap"
    return f"{kind}_{'up' if up else 'down'}"


def _fine(before: Amount | None, after: Amount | None) -> Iterator[Told]:
    if before is None or after is None or before == after:
        return
    old, new = (before.min, before.max), (after.min, after.max)
    ways = {b > a for a, b in zip(old, new, strict=True) if a is not None and b is not None and a != b}
    shown = _bounds(before), _bounds(after)
    comparable = before.unit == after.unit and [a is None for a in old] == [b is None for b in new]
    if len(ways) == 1 and comparable:
        yield Told("fine_up" if ways.pop() else "fine_down", *shown)
    else:
        yield Told("fine_range", *shown)


def _bounds(amount: Amount) -> str:
    if amount.text:
        return amount.text
    return "至".join(f"{bound:,f}" for bound in (amount.min, amount.max) if bound is not None) + "元"
