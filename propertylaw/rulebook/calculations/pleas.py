"""Who of the two pleads something: what the claimant tells against another is no plea of his."""

from __future__ import annotations

from collections.abc import Callable

from .inputs import Inputs, Teller, UndecidedError


def pleaded(general: str, *details: str) -> Callable[[Inputs], bool]:
    """A derived fact: the respondent tells the fact or a detail of it, or the form tells it in no one's name.

    Args:
        general: the fact that is told only for the sake of the plea.
        details: facts from which it follows, which are told for other claims too.
    """

    def calculation(inputs: Inputs) -> bool:
        by_him = any("respondent" in inputs.tellers(fact) for fact in (general, *details))
        return by_him or "nobody" in inputs.tellers(general)

    return calculation


def told_by_one(side: Teller, fact: str, where: str | None = None) -> Callable[[Inputs], bool]:
    """A derived fact: one side tells the fact, and nobody else does, and another is so that has to be."""

    def calculation(inputs: Inputs) -> bool:
        return inputs.tellers(fact) == {side} and (where is None or inputs.truth(where) is True)

    return calculation


provider_blamed = pleaded("provider_also_at_fault", "dog_complaints_ignored", "ebike_provider_passive")


def negotiated_untold(inputs: Inputs) -> bool:
    """Never so; open, while a clause is told to be no standard term and nobody told whether it was negotiated.

    Raises:
        UndecidedError: that is to be asked.
    """
    if inputs.truth("standard_term") is False and not inputs.tellers("term_negotiated"):
        raise UndecidedError("term_negotiated")
    return False
