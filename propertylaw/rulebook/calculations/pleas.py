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
    """Never so; open, while a clause is told to be no standard term, or excludes slight fault alone as the law lets
    who negotiates do, and nobody told whether it was negotiated.

    Raises:
        UndecidedError: that is to be asked.
    """
    standard = inputs.truth("standard_term")
    may_stand = standard is False or (standard is None and inputs.truth("slight_fault_exempted"))
    if may_stand and _untold("term_negotiated", inputs):
        raise UndecidedError("term_negotiated")
    return False


def grave_fault_untold(inputs: Inputs) -> bool:
    """Never so; open, while a clause excludes slight fault alone and nobody told whether the harm was done by more.

    Raises:
        UndecidedError: that is to be asked.
    """
    if inputs.truth("slight_fault_exempted") and _untold("gross_fault_loss", inputs):
        raise UndecidedError("gross_fault_loss")
    return False


def _untold(fact: str, inputs: Inputs) -> bool:
    return inputs.truth(fact) is None and not inputs.tellers(fact)
