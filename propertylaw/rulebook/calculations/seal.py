"""The days that a committee, or a member, has to hand over seal and records once the office has ended (local rules)."""

from __future__ import annotations

from datetime import timedelta

from .inputs import Inputs, required_day, required_number
from .running_from import asked


def seal_period_running(inputs: Inputs) -> bool:
    """Whether the days that a local rule or the owners' own rules give are not over yet."""
    last = required_day(inputs, "office_end_date") + timedelta(days=int(required_number(inputs, "seal_days")))
    return inputs.on <= last


kept_by_former_committee = asked("records_with_former_committee")
"""A derived fact: the committee before has the records, left open until it is told."""
