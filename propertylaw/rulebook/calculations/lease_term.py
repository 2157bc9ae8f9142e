"""Whether the agreed term of a lease is over, by its last day."""

from __future__ import annotations

from propertylaw.model import Step

from .inputs import Inputs, required_day

_END = "lease_end_date"


def lease_term_over(inputs: Inputs) -> bool:
    """Whether the last day of the lease has gone by; never where it has no term.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    return not inputs.truth("lease_without_term") and required_day(inputs, _END) < inputs.on


def lease_end(inputs: Inputs) -> tuple[Step, ...]:
    """Until when it was let, in words."""
    end = inputs.day(_END)
    return (Step(says=f"约定租到 {end}"),) if end else ()
