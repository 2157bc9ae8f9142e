"""Whether the owners decided to part with the provider, and when, by what is established and by the ballots."""

from __future__ import annotations

from .inputs import Inputs, MissingFactsError
from .notice import Notice, notice_of_dismissal
from .votes_on_matters import ordinary_vote_missed, ordinary_vote_reached


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
