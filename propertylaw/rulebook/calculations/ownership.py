"""For which time a respondent bears the fees of a flat: as its owner, from its handover, as developer until then, or as
the tenant who agreed to pay them, for the time of his lease (物业管理条例 41 I).

物业管理条例 41 II: until it is handed over they are the developer's; where a local rule or the contract says so, for
the whole month of the handover, or the contract for that day. 民法典 209, 214: whoever buys it later is owner from the
day of the transfer on, whose fee is his alone. The handover by the developer is that to the first buyer: it lies within
his own time as owner.
"""

from __future__ import annotations

from datetime import date, timedelta

from propertylaw.model import Step, Supposition

from .inputs import Inputs, MissingFactsError, required_day

_DAY = timedelta(days=1)
_DEVELOPER = "developer"
_FROM_NEXT_DAY = "fees_from_next_day"


def bears_since(inputs: Inputs) -> date | None:
    """The first day whose fee the respondent bears, where that is told."""
    if _is_developer(inputs):
        return None
    if _is_tenant(inputs):
        return inputs.day("tenancy_from")
    owned = inputs.day("ownership_from")
    if owned is None:
        return _from_handover(inputs, _notified(inputs) or _handed_over(inputs))
    return _from_handover(inputs, owned) if _from_the_developer(inputs, owned) else owned


def buyer_bears_since(inputs: Inputs) -> date | None:
    """The first day whose fee the buyer bears after the developer's handover, whoever the respondent is."""
    return _from_handover(inputs, _handed_over(inputs))


def bears_until(inputs: Inputs) -> date | None:
    """The last day whose fee the respondent bears, where that is told."""
    if _is_tenant(inputs):
        return inputs.day("tenancy_until")
    if not _is_developer(inputs):
        transferred = inputs.day("ownership_until")
        return transferred - _DAY if transferred else None
    taken_over = buyer_bears_since(inputs)
    return taken_over - _DAY if taken_over else None


def bought_on(inputs: Inputs) -> date | None:
    """The day on which the respondent got the flat from an owner before him, where that is told."""
    owned = None if _is_developer(inputs) else inputs.day("ownership_from")
    return None if owned is None or _from_the_developer(inputs, owned) else owned


def sold_on(inputs: Inputs) -> date | None:
    """The day on which he transferred it to another, where that is told."""
    return None if _is_developer(inputs) else inputs.day("ownership_until")


def required_since(inputs: Inputs) -> date:
    """The first such day, or MissingFactsError."""
    since = bears_since(inputs)
    if since is None:
        raise MissingFactsError("tenancy_from" if _is_tenant(inputs) else "ownership_from")
    return since


def required_until(inputs: Inputs) -> date:
    """The last such day, or MissingFactsError."""
    until = bears_until(inputs)
    if until is None:
        owner = "tenancy_until" if _is_tenant(inputs) else "ownership_until"
        raise MissingFactsError("delivered_date" if _is_developer(inputs) else owner)
    return until


def takeover_told(inputs: Inputs) -> bool:
    """Whether the day is told on which the respondent became owner or took the flat over."""
    return (inputs.day("ownership_from") or _handed_over(inputs)) is not None


def takeover_day(inputs: Inputs) -> tuple[Step, ...]:
    """From which day the respondent bears the fees, and by what."""
    since = bears_since(inputs)
    if since is None:
        return ()
    how = "开发商交房" if inputs.day("ownership_from") is None else "取得房屋"
    how = "租期开始" if _is_tenant(inputs) else how
    return (Step(says=f"自 {since} 起负担（{how}）"),)


def held_before_handover(inputs: Inputs) -> bool:
    """Whether the developer had not handed the flat over yet for some of the time claimed for."""
    return required_until(inputs) >= required_day(inputs, "unpaid_from")


def refused_before_takeover(inputs: Inputs) -> bool:
    """Whether the buyer refused the flat for a time without reason and took it over later."""
    for told in ("delivered_date", "handover_notice_date"):
        required_day(inputs, told)
    return _notified(inputs) is not None and _handed_over(inputs) is not None


def refused_time(inputs: Inputs) -> tuple[date, date]:
    """The days whose fees he bears for having refused: from the day named in the notice to the day before the handover,
    or as much later as fees begin after a handover.

    Raises:
        MissingFactsError: one of the days is not told.
    """
    since, taken_over = (_from_handover(inputs, day) for day in (_notified(inputs), _handed_over(inputs)))
    if since is None or taken_over is None:
        raise MissingFactsError("handover_notice_date", "delivered_date")
    return since, taken_over - _DAY


def supposed_of_handover(inputs: Inputs) -> tuple[Supposition, ...]:
    """What a sum of fees supposes of the handover, or of the time of a lease, that nobody told."""
    if _is_tenant(inputs):
        told = inputs.day("tenancy_from") or inputs.day("tenancy_until")
        return () if told else (Supposition(fact="tenancy_from", says="欠费的时间都在租期以内"),)
    told = inputs.day("delivered_date")
    if told is not None and inputs.day("ownership_until") is not None and _to_another(inputs, told):
        return (Supposition(fact="delivered_date", says=f"{told} 的交接在转让以后，不是开发商交房给他，没有计入"),)
    owned, taken_over = inputs.day("ownership_from"), _handed_over(inputs)
    if owned is not None:
        return _supposed_of_month(inputs, owned) if _from_the_developer(inputs, owned) else ()
    if taken_over is None and inputs.truth("delivery_refused") and inputs.day("handover_notice_date") is None:
        return (Supposition(fact="handover_notice_date", says="欠费都在通知的收房日以后"),)
    return _supposed_of_month(inputs, taken_over) if taken_over else ()


def _supposed_of_month(inputs: Inputs, day: date) -> tuple[Supposition, ...]:
    """What is supposed of who bears the month of the handover, where some of it is claimed for."""
    if required_day(inputs, "unpaid_from") >= _next_month(day) or required_day(inputs, "unpaid_to") < day:
        return ()
    match inputs.truth("delivery_month_by_developer"):
        case None:
            first = "交房的第二天" if inputs.truth(_FROM_NEXT_DAY) else "交房之日"
            return (Supposition(fact="delivery_month_by_developer", says=f"交房当月从{first}起算"),)
        case True if _handed_over(inputs) is None:
            return (Supposition(fact="delivered_date", says="取得房屋就是开发商交房，当月由开发商负担"),)
        case _:
            return ()


def _from_the_developer(inputs: Inputs, owned: date) -> bool:
    """Whether a flat was had from the developer on the day on which its owner got it: handed over in that month, or
    where no handover is told had by a buyer or under the developer's contract."""
    taken_over = _handed_over(inputs)
    if taken_over is not None:
        return (taken_over.year, taken_over.month) == (owned.year, owned.month)
    return inputs.choice("respondent_role") == "buyer" or bool(inputs.truth("preliminary_contract"))


def _handed_over(inputs: Inputs) -> date | None:
    """The day on which the developer handed the flat over in fact; a handover to somebody else does not count."""
    day = None if inputs.truth("delivered_on_paper") else inputs.day("delivered_date")
    return None if day is None or _to_another(inputs, day) else day


def _to_another(inputs: Inputs, day: date) -> bool:
    """Whether a handover on a day was not the developer's to the respondent: he had sold the flat, or only uses it."""
    if _is_developer(inputs):
        return False
    transferred = inputs.day("ownership_until")
    return _is_tenant(inputs) or (transferred is not None and day >= transferred)


def _notified(inputs: Inputs) -> date | None:
    """The day for which a buyer was asked to take over, where he refused without reason and the handover came later."""
    notified, taken_over = inputs.day("handover_notice_date"), _handed_over(inputs)
    if notified is None or not inputs.truth("delivery_refused"):
        return None
    return notified if taken_over is None or notified < taken_over else None


def _from_handover(inputs: Inputs, day: date | None) -> date | None:
    """The first day whose fee is the buyer's: that of the handover, the next, or the first of the next month."""
    if day is None:
        return None
    if inputs.truth("delivery_month_by_developer"):
        return _next_month(day)
    return day + _DAY if inputs.truth(_FROM_NEXT_DAY) else day


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _is_tenant(inputs: Inputs) -> bool:
    return inputs.choice("respondent_role") == "property_user"


def _is_developer(inputs: Inputs) -> bool:
    return inputs.choice("respondent_role") == _DEVELOPER
