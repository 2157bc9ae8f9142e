"""Periods that run from a day of the dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from propertylaw.model import Step

from .agreed_term import term_gone_by
from .dismissal import dismissal_notice, others_chosen_in_time
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .notice import (
    Notice,
    longer_notice,
    longer_notice_open,
    notice_by_code,
    notice_of_dismissal,
    notice_of_indefinite,
)

_PARTS = ("not_left", "rooms_kept", "papers_kept")
"""What may be left to do of a handover."""


def days_since_end(inputs: Inputs) -> Decimal:
    """Days from the end of the contract to the day of the form, or to the day after it on which all was handed over;
    negative before it.

    Raises:
        UndecidedError: it is over by the code, and not by the longer notice of a local rule.
    """
    if longer_notice_open(inputs):
        raise UndecidedError("longer_notice_holds")
    end, done = contract_end(inputs), inputs.day("handed_over_date")
    return Decimal(((done if done and end < done <= inputs.on else inputs.on) - end).days)


def handed_over_at_last(inputs: Inputs) -> bool:
    """Whether the provider has left and handed everything over.

    Raises:
        UndecidedError: it came too late, and nobody told whether all was handed over.
        MissingFactsError: nothing was told of it.
    """
    still = inputs.truth("not_handed_over")
    if still is not None:
        return not still
    if inputs.day("handed_over_date"):
        return True
    if inputs.truth("handed_over_late"):
        raise UndecidedError("not_handed_over")
    raise MissingFactsError("not_handed_over")


def kept_parts_untold(inputs: Inputs) -> bool:
    """Whether something of the handover is told to be left to do, and not what: who refuses it all keeps it all."""
    if any(map(inputs.truth, (*_PARTS, "handover_refused", "no_one_to_receive"))):
        return False
    return inputs.truth("not_handed_over") is True


def _done_of_handover(part: str) -> Callable[[Inputs], bool]:
    """Whether a part of what is due at the end of the contract is done, by the fact that says that it is not.

    Raises:
        UndecidedError: it is told of another part that it is not done, and nothing of this one.
        MissingFactsError: nothing was told of it.
    """

    def calculation(inputs: Inputs) -> bool:
        still = inputs.truth(part)
        if still is not None:
            return not still
        if any(map(inputs.truth, _PARTS)):
            raise UndecidedError(part)
        return handed_over_at_last(inputs)

    return calculation


site_left = _done_of_handover("not_left")
rooms_returned = _done_of_handover("rooms_kept")
papers_returned = _done_of_handover("papers_kept")


def end_reckoned(inputs: Inputs) -> bool:
    """Whether the contract is over by its term, or by ballots and notice.

    Raises:
        MissingFactsError: none of them tells when it ended.
    """
    return days_since_end(inputs) > 0


def left_before_end(inputs: Inputs) -> bool:
    """Whether the provider stopped its service before its term or a notice ended the contract (民法典 946 to 948)."""
    return required_day(inputs, "service_stop_date") < contract_end(inputs)


def contract_end(inputs: Inputs) -> date:
    """The last day of the contract: as stated, else the first on which its agreed term ended it, or the time of notice
    where the owners dismissed the provider, or either side gave notice of an indefinite contract.

    Raises:
        MissingFactsError: none is known.
    """
    return _end(inputs)[0]


def end_as_told(inputs: Inputs) -> date | None:
    """The last day of the contract as it is told, or by a notice that is told, whatever the ballots; None without."""
    stated, dismissed = inputs.day("contract_end_date"), inputs.day("dismissal_notice_date")
    if stated is None and dismissed is not None and inputs.truth("dismissed_by_decision"):
        return notice_of_dismissal(inputs, dismissed).end
    told = inputs.day("indefinite_notice_date")
    if stated is None and told is not None and _notice_ends(inputs, told):
        return notice_of_indefinite(inputs, told).end
    return stated


def contract_end_day(inputs: Inputs) -> tuple[Step, ...]:
    """That day, and what it is reckoned from, in words."""
    day, why = _end(inputs)
    to_come = "（尚未届至）" if day > inputs.on else ""
    return (Step(says=f"合同于 {day} 终止{to_come}{why}"),)


def contract_end_day_if_known(inputs: Inputs) -> tuple[Step, ...]:
    """The same where it can be reckoned at all."""
    try:
        return contract_end_day(inputs)
    except MissingFactsError:
        return ()


def dismissal_day(inputs: Inputs) -> tuple[Step, ...]:
    """The day on which a dismissal ends the contract (民法典 946 I: sixty days, or as agreed, or the later day that the
    notice names), in words.

    Raises:
        MissingFactsError: nobody told when the notice arrived.
    """
    notice = notice_of_dismissal(inputs, required_day(inputs, "dismissal_notice_date"))
    steps = _day_of_end(inputs, notice)
    stated, term = inputs.day("contract_end_date"), inputs.day("agreed_term_end")
    if stated is not None and stated != notice.end:
        steps.append(Step(says=f"填写的合同终止日是 {stated}，与按通知算出的 {notice.end} 不同，请核对"))
    if term is not None and notice.told <= term < notice.end:
        steps.append(Step(says=f"约定的期限 {term} 先届满：届时没有续聘也没有继续服务的，合同在那一天终止"))
    return tuple(steps)


def end_by_notice(inputs: Inputs) -> tuple[Step, ...]:
    """The day on which notice ends the contract, and the day that the claimant asks for, in words."""
    end, *longer = _ends_by_notice(inputs)
    beside = f"（按当地规定的更长通知期 {longer[0]}）" if longer else ""
    return (Step(says=f"按通知，合同于 {end}{beside}终止；请求确认的是 {_claimed_end(inputs)}"),)


def claimed_end_later(inputs: Inputs) -> bool:
    """Whether the day on which the claimant would have the contract end lies behind the one on which notice ends it.

    Raises:
        MissingFactsError: one of the two is not told.
        UndecidedError: the claimant tells a day of the end that is disputed, and not which day he asks for; or it hangs
            on whether a longer time of a local rule counts.
    """
    claimed = _claimed_end(inputs)
    return _either_way([claimed > end for end in _ends_by_notice(inputs)])


def claimed_end_earlier(inputs: Inputs) -> bool:
    """Whether it lies before that."""
    claimed = _claimed_end(inputs)
    return _either_way([claimed < end for end in _ends_by_notice(inputs)])


def _either_way(answers: list[bool]) -> bool:
    if len(set(answers)) > 1:
        raise UndecidedError("longer_notice_holds")
    return answers[0]


def _claimed_end(inputs: Inputs) -> date:
    day = inputs.day("claimed_end_date")
    if day is None and inputs.day("contract_end_date") is None and "claimant" in inputs.tellers("contract_end_date"):
        raise UndecidedError("claimed_end_date")
    return required_day(inputs, "claimed_end_date") if day is None else day


def _ends_by_notice(inputs: Inputs) -> Iterator[date]:
    """The day on which notice ends the contract, by either time while it is open which counts."""
    dismissal = dismissal_notice(inputs)
    if dismissal is not None:
        yield dismissal.end
        return
    told = required_day(inputs, "indefinite_notice_date")
    yield notice_of_indefinite(inputs, told).end
    longer = _longer_if_open(inputs, told)
    if longer is not None:
        yield longer.end


def _longer_if_open(inputs: Inputs, told: date) -> Notice | None:
    """The notice with the longer time of a local rule, while it is open whether that counts."""
    return longer_notice(inputs, told) if inputs.truth("longer_notice_holds") is None else None


def dismissal_told(inputs: Inputs) -> bool:
    """Whether it is known when notice arrived that dismisses the provider or ends an indefinite contract."""
    return any(True for _ in _by_notice(inputs))


def indefinite_end_day(inputs: Inputs) -> tuple[Step, ...]:
    """The day on which notice ends an indefinite contract (民法典 948 II: sixty days), in words, where it is known when
    the notice arrived."""
    told = inputs.day("indefinite_notice_date")
    if told is None:
        return ()
    first, *why = _day_of_end(inputs, notice_of_indefinite(inputs, told), ahead=True)
    longer = _longer_if_open(inputs, told)
    beside = f"；按当地规定的更长通知期，于 {longer.end} 终止" if longer else ""
    return first.model_copy(update={"says": f"{first.says}{beside}"}), *why


def ends_by_either_notice(inputs: Inputs) -> tuple[Step, ...]:
    """The day on which notice ends an indefinite contract, by the code and by a longer time of a local rule.

    Raises:
        MissingFactsError: it is not told when the notice arrived.
    """
    told = required_day(inputs, "indefinite_notice_date")
    found = {"民法典": notice_by_code(inputs, told), "当地规定": longer_notice(inputs, told)}
    return tuple(Step(says=f"按{by}，合同于 {one.end} 终止：{one.why}") for by, one in found.items() if one)


def notice_put_off(inputs: Inputs) -> bool:
    """Whether the time of a notice would end on a day off, and ends behind it."""
    return any(notice.put_off for notice in _by_notice(inputs))


def _end(inputs: Inputs) -> tuple[date, str]:
    stated, term = inputs.day("contract_end_date"), inputs.day("agreed_term_end")
    if stated is not None:
        return stated, ""
    ends = [(notice.end, f"：{notice.why}") for notice in _by_notice(inputs)]
    if term is not None and _ended_by_term(inputs):
        ends.append((term, "，约定的期限届满"))
    if not ends:
        raise MissingFactsError("contract_end_date")
    return min(ends)


def _ended_by_term(inputs: Inputs) -> bool:
    """Whether the contract ended with its agreed term unless something ended it before."""
    in_time, went_on = others_chosen_in_time(inputs), inputs.truth("service_continued_after_term")
    if inputs.truth("term_ended") and (in_time or not went_on):
        return True
    return term_gone_by(inputs) and (in_time or went_on is False)


def _by_notice(inputs: Inputs) -> Iterator[Notice]:
    """The notices that end the contract: one of a dismissal goes before one of an indefinite contract."""
    dismissal, told = dismissal_notice(inputs), inputs.day("indefinite_notice_date")
    if dismissal is not None:
        yield dismissal
    elif told is not None and _notice_ends(inputs, told):
        yield notice_of_indefinite(inputs, told)


def _notice_ends(inputs: Inputs, told: date) -> bool:
    """Whether notice of that day ends an indefinite contract; that it did not counts only once its time is over."""
    stated = inputs.truth("indefinite_ended_by_notice")
    if stated or not inputs.truth("service_continued_after_term"):
        return stated is True
    return stated is None or notice_of_indefinite(inputs, told).end > inputs.on


def _day_of_end(inputs: Inputs, notice: Notice, *, ahead: bool = False) -> list[Step]:
    """The day of the end and why in words; ahead of everything where it is what was asked for, or yet to come."""
    steps = [Step(says=f"合同于 {notice.end} 终止：{notice.why}")]
    if ahead:
        steps = [Step(says=f"合同于 {notice.end} 终止", ahead=True), Step(says=notice.why)]
    if notice.end > inputs.on:
        steps = [Step(says=f"合同于 {notice.end} 终止（尚未届至）", ahead=True), Step(says=notice.why)]
    if notice.named is not None and not notice.names_enough:
        steps.append(Step(says=f"通知写明的 {notice.named} 早于通知期届满的 {notice.end}，按通知期"))
    return steps
