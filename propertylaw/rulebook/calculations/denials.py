"""Whether a fact is told or denied, whatever is named to prove it: an unsettled debt, a doubtful part, a hazard."""

from __future__ import annotations

from collections.abc import Callable

from .inputs import Inputs


def denied(fact: str, where: str | None = None) -> Callable[[Inputs], bool]:
    """A derived fact: somebody denies it, and another is so that has to be."""

    def calculation(inputs: Inputs) -> bool:
        return bool(inputs.deniers(fact)) and (where is None or inputs.truth(where) is True)

    return calculation


def denied_only_by_third(fact: str) -> Callable[[Inputs], bool]:
    """A derived fact: somebody denies it who is neither of the two, and neither of the two does."""

    def calculation(inputs: Inputs) -> bool:
        return inputs.deniers(fact) == {"third"}

    return calculation


keeper_denied = denied("is_keeper")


def hazard_alleged(inputs: Inputs) -> bool:
    """Whether anybody says that a hazard was known and left, or that this is unknown."""
    return bool(inputs.tellers("known_hazard_left"))
