"""Periods that run from a day of the dispute."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Step

from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .notice import NOTICE_DAYS, last_day_of_notice
from .votes_on_matters import ordinary_vote_missed, ordinary_vote_reached
from .working_days import working_day_from


def days_since_end(inputs: Inputs) -> Decimal:
    """Days from the end of the contract to the day of the form; negative before it."""
    return Decimal((inputs.on - contract_end(inputs)).days)


def handed_over_at_last(inputs: Inputs) -> bool:
    """Whether the provider has left and handed everything over.

    Raises:
        UndecidedError: it came too late, and nobody told whether all was handed over.
        MissingFactsError: nothing was told of it.
    """
    still = inputs.truth("not_handed_over")
    if still is not None:
        return not still
    if inputs.truth("handed_over_late"):
        raise UndecidedError("not_handed_over")
    raise MissingFactsError("not_handed_over")


def end_reckoned(inputs: Inputs) -> bool:
    """Whether the contract is over by its term, or by ballots and notice.

    Raises:
        MissingFactsError: none of them tells when it ended.
    """
    return days_since_end(inputs) > 0


def contract_end(inputs: Inputs) -> date:
    """The last day of the contract: as stated, else with its agreed term where it ended by that, else with the
    time of notice where the owners dismissed the provider, or either side gave notice of an indefinite contract.

    Raises:
        MissingFactsError: none is known.
    """
    return _end(inputs)[0]


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
    told = required_day(inputs, "dismissal_notice_date")
    end, why = _end_by_dismissal(inputs, told)
    steps = _day_of_end(inputs, end, why)
    named = inputs.day("dismissal_named_day")
    if named is not None and named < end:
        steps.append(Step(says=f"通知写明的 {named} 早于通知期届满的 {end}，按通知期"))
    stated, term = inputs.day("contract_end_date"), inputs.day("agreed_term_end")
    if stated is not None and stated != end:
        steps.append(Step(says=f"填写的合同终止日是 {stated}，与按通知算出的 {end} 不同，请核对"))
    if term is not None and told <= term < end:
        steps.append(Step(says=f"约定的期限 {term} 先届满：届时没有续聘也没有继续服务的，合同在那一天终止"))
    return tuple(steps)


def dismissal_told(inputs: Inputs) -> bool:
    """Whether the owners dismissed the provider and it is known when notice of that arrived."""
    return inputs.day("dismissal_notice_date") is not None and _dismissed(inputs)


def indefinite_end_day(inputs: Inputs) -> tuple[Step, ...]:
    """The day on which notice ends an indefinite contract (民法典 948 II: sixty days), in words, where it is known when
    the notice arrived."""
    told = inputs.day("indefinite_notice_date")
    if told is None:
        return ()
    return tuple(_day_of_end(inputs, _end_of_indefinite(told), _told_of_indefinite(told)))


def term_over(inputs: Inputs) -> tuple[Step, ...]:
    """That the agreed term has gone by, and what the contract is since then (民法典 948); nothing while it runs."""
    term = inputs.day("agreed_term_end")
    if term is None or term >= inputs.on:
        return ()
    end, went_on = inputs.day("contract_end_date"), inputs.truth("service_continued_after_term")
    if end is not None and end <= inputs.on:
        return (Step(says=f"约定的期限 {term} 已满，合同已于 {end} 终止"),)
    if went_on is False:
        return (Step(says=f"约定的期限 {term} 已满，没有继续服务，合同已因期满终止"),)
    indefinite = "合同继续有效、转为不定期，任何一方可以提前六十日书面通知解除"
    if went_on:
        return (Step(says=f"约定的期限 {term} 已满，没有续聘、另聘而继续服务，{indefinite}"),)
    return (Step(says=f"约定的期限 {term} 已满：没有续聘、另聘而继续服务的，{indefinite}；已经续订的按续订的"),)


def agreed_term_over(inputs: Inputs) -> bool:
    """Whether the agreed term has gone by, and it is not said that the contract was renewed or did not end with it.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    over = required_day(inputs, "agreed_term_end") < inputs.on
    return over and not inputs.truth("renewed_lawfully") and inputs.truth("term_ended") is not False


def agreed_term_runs(inputs: Inputs) -> bool:
    """Whether the agreed term still runs, its last day with it, or was renewed; not where the contract ended with it.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    runs = inputs.truth("renewed_lawfully") or required_day(inputs, "agreed_term_end") >= inputs.on
    return bool(runs) and not inputs.truth("term_ended")


def term_runs(inputs: Inputs) -> tuple[Step, ...]:
    """Until when the agreed term runs, in words."""
    term = inputs.day("agreed_term_end")
    if term is None or term < inputs.on:
        return (Step(says="约定的期限已经依法续订"),)
    return (Step(says=f"约定的期限到 {term} 才届满"),)


def ended_with_term(inputs: Inputs) -> bool:
    """Whether the contract ended with its agreed term as the service did not go on (民法典 948 turned round).

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    return agreed_term_over(inputs) and inputs.truth("service_continued_after_term") is False


def _others_chosen(inputs: Inputs) -> bool:
    """Whether the owners engaged somebody else in time, by what is established and not refuted by the ballots."""
    try:
        missed = ordinary_vote_missed(inputs)
    except MissingFactsError:
        missed = False
    return inputs.truth("owners_chose_other") is True and not missed


def _notice(inputs: Inputs) -> str:
    agreed = inputs.number("agreed_notice_days") or inputs.number("agreed_notice_months")
    return "通知期依约定" if agreed else f"没有约定通知期的 {NOTICE_DAYS} 日"


def _end(inputs: Inputs) -> tuple[date, str]:
    stated, term = inputs.day("contract_end_date"), inputs.day("agreed_term_end")
    if stated is not None:
        return stated, ""
    went_on = inputs.truth("service_continued_after_term") and not _others_chosen(inputs)
    if term is not None and inputs.truth("term_ended") and not went_on:
        return term, "，约定的期限届满"
    told = inputs.day("dismissal_notice_date")
    if told is not None and _dismissed(inputs):
        end, why = _end_by_dismissal(inputs, told)
        return end, f"：{why}"
    told = inputs.day("indefinite_notice_date")
    if told is not None and _notice_ends(inputs, told):
        return _end_of_indefinite(told), f"：{_told_of_indefinite(told)}"
    if term is not None and (ended_with_term(inputs) or (agreed_term_over(inputs) and _others_chosen(inputs))):
        return term, "，约定的期限届满"
    raise MissingFactsError("contract_end_date")


def _notice_ends(inputs: Inputs, told: date) -> bool:
    """Whether notice of that day ends an indefinite contract; that it did not counts only once its time is over."""
    stated = inputs.truth("indefinite_ended_by_notice")
    if stated or not inputs.truth("service_continued_after_term"):
        return stated is True
    return stated is None or _end_of_indefinite(told) > inputs.on


def _end_of_indefinite(told: date) -> date:
    return _moved(told + timedelta(days=NOTICE_DAYS))


def _told_of_indefinite(told: date) -> str:
    return f"{told} 解除不定期合同的通知到达，满 {NOTICE_DAYS} 日"


def _day_of_end(inputs: Inputs, end: date, why: str) -> list[Step]:
    """The day of the end and why in words; that it is yet to come is said ahead of everything."""
    if end > inputs.on:
        return [Step(says=f"合同于 {end} 终止（尚未届至）", ahead=True), Step(says=why)]
    return [Step(says=f"合同于 {end} 终止：{why}")]


def _moved(last: date) -> date:
    """The day, or the next working day where it is a day off and the table of days off reaches it."""
    return working_day_from(last) or last


def _end_by_dismissal(inputs: Inputs, told: date) -> tuple[date, str]:
    """The end of the time of notice, which is a least time, or the later day that the notice names; and why."""
    end, named = _moved(last_day_of_notice(inputs, told)), inputs.day("dismissal_named_day")
    if named is not None and named > end:
        return named, f"{told} 解聘通知到达，写明到 {named} 终止，晚于通知期届满的 {end}"
    return end, f"{told} 解聘通知到达，{_notice(inputs)}"


def _dismissed(inputs: Inputs) -> bool:
    """Whether the owners decided to dismiss, by what is established or by the ballots."""
    stated = inputs.truth("dismissed_by_decision")
    try:
        return ordinary_vote_reached(inputs) if stated is None else stated and not ordinary_vote_missed(inputs)
    except MissingFactsError:
        return stated is True
