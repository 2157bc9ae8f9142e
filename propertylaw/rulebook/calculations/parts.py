"""Whether it was told that one of several answers for a part of a loss."""

from __future__ import annotations

from .inputs import Inputs


def own_part_told(inputs: Inputs) -> bool:
    """A derived fact: the share of the respondent was told, and it is, or may be, less than the whole."""
    bounds = inputs.bounds("own_cause_share")
    return bounds is not None and bounds[0] < 1
