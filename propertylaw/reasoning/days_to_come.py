"""Facts that are said to have happened after the day of the form: a slip, or a fact that cannot count yet.

A clause may name a later day (the end of the term, a day of payment), and a sum may be asked for up to one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from propertylaw.model import Diagnostic, Dispute, Severity
from propertylaw.rulebook import Rules


def days_to_come(dispute: Dispute, rules: Rules) -> Iterator[Diagnostic]:
    """What the form dates after its own day though it is a thing that happened.

    Args:
        dispute: the form.
        rules: the rules that name the facts.
    """
    for fact in dispute.facts:
        definition = rules.facts[fact.id]
        if definition.may_lie_ahead:
            continue
        # A price may be agreed from a later day; a thing that is so cannot begin later.
        began = fact.since if definition.type == "boolean" else None
        for day in (fact.value, began):
            if isinstance(day, date) and day > dispute.on:
                yield Diagnostic(
                    code="FCT006",
                    severity=Severity.HIGH,
                    message=f"“{definition.title}”（{fact.id}）填的是 {day}，晚于表上的日期 {dispute.on}："
                    "还没有发生的事不能作为已经发生的算",
                    advice="核对日期；确实要看那一天以后的情形的，把 on 改成那一天",
                )
