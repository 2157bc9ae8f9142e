"""For whom somebody kept or minded an animal at work."""

from __future__ import annotations

from .inputs import Inputs


def minder_employer_untold(inputs: Inputs) -> bool:
    """A derived fact: all who are told to keep the animal minded it at work, so that their employer is not told."""
    minders = inputs.people_of("animal_minded_at_work")
    return bool(minders) and inputs.people_of("is_keeper") <= minders


def provider_is_keeper(inputs: Inputs) -> bool:
    """A derived fact: it stands that the provider itself keeps the animal."""
    return bool(inputs.people_of("provider_keeps_animal"))
