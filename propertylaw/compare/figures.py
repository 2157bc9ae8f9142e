"""The figures of two norms that belong together: which rule applies where a sum, a share, a day or a number changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.graph import pattern, sense_of
from propertylaw.model import Amount, Modality, Norm, Quantity

from .rates import comparable, rates
from .rules import change_words, words

_BURDENS = frozenset([Modality.DUTY, Modality.LIABILITY])
_BANS = frozenset([Modality.PROHIBITION])
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])
_SHARE = "share"


class Told(NamedTuple):
    """A rule that applies, and the two values in words."""

    rule: str
    before: str = ""
    after: str = ""


def figures(before: Norm, after: Norm) -> Iterator[Told]:
    """What the figures of the two say, those of act, condition and exception apart."""
    yield from _fine(before.amount, after.amount)
    if after.modality in _BURDENS and not words("pays").search(after.action):
        yield from often(before.action, after.action)
    for part in ("action", "condition", "exception"):
        old, new = _in(before, part), _in(after, part)
        if len(old) != len(new) or [one.unit for one in old] != [one.unit for one in new]:
            continue
        for own, other in zip(old, new, strict=True):
            if own.value != other.value and own.every_months == other.every_months:
                yield Told(_rule(part, own, other, after), own.text, other.text)


def often(before: str, after: str) -> Iterator[Told]:
    """How often the one and the other act is done, where both say it alike."""
    own, other = rates(before), rates(after)
    if comparable(own, other):
        for old, new in zip(own, other, strict=True):
            if old.often != new.often:
                yield Told("more_often" if new.often > old.often else "less_often", old.text, new.text)


def instalments(before: Norm, after: Norm) -> str:
    """The rule where instalments get longer or shorter: more or less is paid ahead, where the day comes first."""
    own, other = _due(before), _due(after)
    if own is None or other is None or own.every_months is None or other.every_months is None:
        return "pays_rhythm"
    ahead = all((one.month_of_period or 0) <= 1 for one in (own, other))
    if not ahead or own.every_months == other.every_months:
        return "pays_rhythm"
    return "pays_ahead" if other.every_months > own.every_months else "pays_less_ahead"


def _due(norm: Norm) -> Quantity | None:
    found = [one for one in norm.quantities if one.unit == "due_day"]
    return found[0] if len(found) == 1 else None


def price(before: Norm, after: Norm) -> tuple[str, Told] | None:
    """The unit of a price that changed in a clause that names no party, and the rule."""
    old, new = _in(before, "action"), _in(after, "action")
    if after.modality is not Modality.CONSTITUTIVE or len(old) != 1 or len(new) != 1 or old[0].unit != new[0].unit:
        return None
    unit = _unit(new[0])
    if new[0].value == old[0].value or unit not in {one.unit for one in change_words().prices}:
        return None
    return unit, Told("price_up" if new[0].value > old[0].value else "price_down", old[0].text, new[0].text)


def _unit(quantity: Quantity) -> str:
    """The unit; of a sum that stands apart from its month that of a price for each month (每车位每月收取150元)."""
    monthly = quantity.unit == "CNY" and words("monthly").search(quantity.context)
    return "CNY/month" if monthly else quantity.unit


def _in(norm: Norm, part: str) -> list[Quantity]:
    """The measured things in one part of the norm, each once, without its own period."""
    text = getattr(norm, part) or ""
    own = norm.deadline_text or ""
    found = {one.text: one for one in norm.quantities if one.text in text and one.text not in own}
    return sorted(found.values(), key=lambda one: text.index(one.text))


def _rule(part: str, own: Quantity, other: Quantity, norm: Norm) -> str:
    up = other.value > own.value
    if part == "condition" and _is_price(other) and words("pays").search(norm.action):
        return "pays_more" if up else "pays_less"
    if part == "condition":
        return _condition(up, other, norm)
    if part == "exception":
        return _cap(up, other, norm)
    if own.unit == "due_day":
        return ("more_time" if up else "less_time") if norm.modality in _BURDENS else "figure"
    if own.unit == _SHARE and words("gains").search(norm.action):
        return "gets_more" if up else "gets_less"
    if own.unit == _SHARE and words("gives").search(norm.action):
        return "pays_more" if up else "pays_less"
    sense = sense_of(other, norm)
    if norm.modality in _BURDENS and words("pays").search(norm.action) and sense != "most":
        return "pays_more" if up else "pays_less"
    if norm.modality in _BURDENS and (sense == "least" or _is_reached(other, norm)):
        return "asks_more" if up else "asks_less"
    if norm.modality in _BURDENS | _BANS and sense == "most":
        return _limit(up, norm)
    if norm.modality in _RIGHTS and own.unit.startswith(("CNY", "share", "1/")):
        return "gets_more" if up else "gets_less"
    return "figure"


def _is_price(quantity: Quantity) -> bool:
    """Whether a figure is a price, such as one for each square metre and month: not a sum that something may reach."""
    return quantity.unit.startswith("CNY/")


def _is_reached(quantity: Quantity, norm: Norm) -> bool:
    """Whether a figure is a standard that has to be reached (亮灯率达到98%)."""
    return words("reaches").search(norm.action.partition(quantity.text)[0]) is not None


def _limit(up: bool, norm: Norm) -> str:
    """An upper bound: of what somebody pays, or of what he may do; open where he must not make others pay more."""
    pays = words("pays").search(norm.action)
    if pays and norm.modality in _BANS:
        return "figure"
    return f"{'cap' if pays else 'limit'}_{'up' if up else 'down'}"


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
