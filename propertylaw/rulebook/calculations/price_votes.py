"""Whether a price was decided by the owners, by the figures of the vote on it.

What is charged for the service is an ordinary matter (民法典 278 I (9), II; 物权法 76 before). The figures of another
vote, on whom to engage or dismiss say, show nothing of it.
"""

from __future__ import annotations

from decimal import Decimal

from .decisions import ORDINARY, figures_lacking, vote_fails
from .inputs import Inputs, MissingFactsError, UndecidedError

_OTHER_MATTERS = (
    "vote_on_provider",
    "vote_on_fund_use",
    "vote_on_fund_or_rebuilding",
    "vote_on_common_use",
    "vote_on_election",
    "vote_on_rules",
    "dismissed_by_decision",
    "owners_chose_other",
)
_RAISED = ("rate_raised_unilaterally", "fee_raised")


def price_vote_reached(inputs: Inputs) -> bool:
    """Whether the figures show that the price was carried.

    Raises:
        MissingFactsError: there are no figures, or nobody told that they are those of the vote on the price.
    """
    if not inputs.truth("vote_on_price"):
        raise MissingFactsError("vote_on_price")
    fails = _fails(inputs)
    if fails is None:
        raise MissingFactsError(*figures_lacking(inputs))
    return not fails


def price_decision_short(inputs: Inputs) -> bool:
    """Whether the price was announced as a decision, and nobody voted, or too few took part or agreed.

    Raises:
        UndecidedError: nothing tells how the vote went, or whether there was one.
    """
    if not _on_price(inputs):
        return False
    if inputs.truth("no_meeting_held"):
        return True
    told = (_fails(inputs), inputs.truth("threshold_missed"), _said_not_decided(inputs))
    short = next((one for one in told if one is not None), None)
    if short is None or (not short and _left_open("no_meeting_held", inputs)):
        raise UndecidedError("price_decided_by_owners")
    return short


def price_not_put_to_vote(inputs: Inputs) -> bool:
    """Whether the price was announced as a decision on which nobody voted at all.

    Raises:
        UndecidedError: it is open on what the decision was.
    """
    return inputs.truth("no_meeting_held") is True and price_decision_short(inputs)


def price_raise_told(inputs: Inputs) -> bool:
    """Whether anybody speaks of a raise, or of a vote on the price, as so or not so."""
    voted = inputs.truth("price_decided_by_owners") is not None or inputs.tellers("price_decided_by_owners")
    return bool(voted or inputs.truth("vote_on_price") or any(map(inputs.tellers, _RAISED)))


def price_vote_untold(inputs: Inputs) -> bool:
    """Whether a price was raised, and nobody tells how: it lies above the one agreed or prescribed and no more is
    told, or it was announced as a decision and nothing tells how the vote went."""
    if _charged_above(inputs) and not inputs.tellers("rate_raised_unilaterally"):
        return True
    announced = inputs.truth("vote_on_price") or (_announced(inputs) and (_raised(inputs) or _charged_above(inputs)))
    told = (_fails(inputs), inputs.truth("threshold_missed"), inputs.truth("no_meeting_held") or None)
    return bool(announced) and told == (None, None, None)


def _fails(inputs: Inputs) -> bool | None:
    return vote_fails(inputs, ORDINARY, Decimal(0), Decimal(0))


def _on_price(inputs: Inputs) -> bool:
    """Whether the decision that is told of was on the price: on nothing else that is told of, where a price was
    raised."""
    on_price = inputs.truth("vote_on_price")
    if on_price is not None:
        return on_price
    if _left_open("vote_on_price", inputs):
        raise UndecidedError("vote_on_price")
    told = _raised(inputs) or inputs.truth("price_decided_by_owners") is not None or _charged_above(inputs)
    if _left_open("decision_made", inputs) and told:
        raise UndecidedError("decision_made")
    return told and _announced(inputs)


def _announced(inputs: Inputs) -> bool:
    """Whether a decision was announced that was on no other matter told of."""
    return inputs.truth("decision_made") is True and not any(map(inputs.truth, _OTHER_MATTERS))


def _raised(inputs: Inputs) -> bool:
    return any(map(inputs.truth, _RAISED))


def _charged_above(inputs: Inputs) -> bool:
    """Whether the price charged lies above the one agreed or prescribed at any time."""
    lawful, charged = inputs.periods("lawful_rate"), inputs.periods("fee_rate")
    return bool(lawful and charged) and max(one.value for one in charged) > min(one.value for one in lawful)


def _left_open(fact: str, inputs: Inputs) -> bool:
    """Whether somebody spoke of a fact and nobody knows it."""
    return inputs.truth(fact) is None and bool(inputs.tellers(fact))


def _said_not_decided(inputs: Inputs) -> bool | None:
    """Whether it is said outright that the owners did not decide the price by law."""
    decided = inputs.truth("price_decided_by_owners")
    return None if decided is None else not decided
