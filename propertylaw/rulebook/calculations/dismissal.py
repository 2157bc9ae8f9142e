"""Whether the owners decided to part with the provider, and when, by what is established and by the ballots."""

from __future__ import annotations

from datetime import date

from .inputs import Inputs, MissingFactsError, required_day
from .notice import Notice, notice_of_dismissal
from .votes_on_matters import ordinary_vote_missed, ordinary_vote_reached

_CODE_IN_FORCE = date(2021, 1, 1)
_COMMITTEE_ASKS = date(2009, 10, 1)
"""From when a committee could ask for the end of the contract of a provider that the owners had dismissed."""


def dismissed(inputs: Inputs) -> bool:
    """Whether the owners decided to dismiss the provider."""
    stated = inputs.truth("dismissed_by_decision")
    try:
        return ordinary_vote_reached(inputs) if stated is None else stated and not ordinary_vote_missed(inputs)
    except MissingFactsError:
        return stated is True


def dismissal_notice(inputs: Inputs) -> Notice | None:
    """The notice by which they did, where it is known when it arrived."""
    told = inputs.day("dismissal_notice_date")
    return notice_of_dismissal(inputs, told) if told is not None and dismissed(inputs) else None


def dismissed_within_term(inputs: Inputs) -> bool | None:
    """Whether notice of the dismissal arrived while the agreed term still ran: the contract then ended by it, not by
    going on without a term; None where the dismissal is known, and its time is not."""
    term, notice = inputs.day("agreed_term_end"), dismissal_notice(inputs)
    if term is None or not dismissed(inputs):
        return False
    if notice is not None:
        return notice.told <= term
    decided = inputs.day("decision_date")
    return False if decided is not None and decided > term else None


def dismissed_before_term_over(inputs: Inputs) -> bool:
    """The same where it is known: whether the service went on after the term is then nothing to the contract."""
    return dismissed_within_term(inputs) is True


def owners_own_contract(inputs: Inputs) -> bool:
    """Whether a contract that the owners made themselves applies, and nobody says that the developer's does."""
    return inputs.truth("signed_contract") is True and inputs.truth("preliminary_contract") is not True


def chosen_after_term(inputs: Inputs) -> bool:
    """Whether the owners chose another provider only after the term, when the service had gone on: the contract was
    indefinite by then (民法典 948 I), and a later choice does not undo that."""
    term, decided = inputs.day("agreed_term_end"), inputs.day("decision_date")
    went_on = inputs.truth("service_continued_after_term")
    return went_on is True and term is not None and decided is not None and decided > term


def others_chosen_in_time(inputs: Inputs) -> bool:
    """Whether the owners chose another provider before the term was over, and the ballots do not refute it."""
    try:
        missed = ordinary_vote_missed(inputs)
    except MissingFactsError:
        missed = False
    return inputs.truth("owners_chose_other") is True and not missed and not chosen_after_term(inputs)


def dismissed_before_code(inputs: Inputs) -> bool:
    """Whether the owners decided, and gave notice as far as that is told, before the Civil Code.

    Raises:
        MissingFactsError: neither day is told.
    """
    return max(_days(inputs)) < _CODE_IN_FORCE


def dismissed_when_committee_asked(inputs: Inputs) -> bool:
    """Whether they did while the interpretation of 2009 (物业服务解释 8) let the committee ask for the end.

    Raises:
        MissingFactsError: it is not told when notice arrived.
    """
    required_day(inputs, "dismissal_notice_date")
    return dismissed_before_code(inputs) and min(_days(inputs)) >= _COMMITTEE_ASKS


def _days(inputs: Inputs) -> list[date]:
    told = [inputs.day(fact) for fact in ("decision_date", "dismissal_notice_date")]
    days = [day for day in told if day is not None]
    if not days:
        raise MissingFactsError("decision_date")
    return days
