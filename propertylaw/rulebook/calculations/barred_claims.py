"""Claims out of time, each from the day that its holder knew what he had lost, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .inputs import Inputs, UndecidedError
from .running_from import Running, Start, barred_by, reported, running

if TYPE_CHECKING:
    from propertylaw.rulebook.earlier_limitation import Kind

_HARM_TO_BODY = "harm_to_person"
_Runs = Callable[[Inputs, Start], Running]
_HARM = Start("harm_known_date", "harm_demand_date", not_before=("act_date",))
"""Who reported harm to the police need not have known whose doing it was: a demand tells no latest day."""

_REFUND = Start("refund_known_date", "refund_demand_date", not_after=("refund_demand_date",))
_PAID = ("paid_for_other_sum", "paid_to_victim_sum")


def harm_known(inputs: Inputs) -> Running:
    """From when limitation runs against damages: harm and debtor known."""
    return running(inputs, _HARM)


def _harm_barred(runs: _Runs) -> Callable[[Inputs], bool]:
    """The calculation that says whether a claim for damages is out of time; for harm to somebody the time was shorter
    once, so that it may hang on whether there was any."""

    def calculation(inputs: Inputs) -> bool:
        hurt, known = inputs.truth(_HARM_TO_BODY), runs(inputs, _HARM)
        if hurt is not None:
            return known.barred("body" if hurt else "general")
        general = known.barred()
        if known.barred("body") is not general:
            raise UndecidedError(_HARM_TO_BODY)
        return general

    return calculation


def _custody_barred(runs: _Runs) -> Callable[[Inputs], bool]:
    """The calculation that says whether a claim for what was lost or damaged in custody is out of time."""
    kind: Kind = "deposit"

    def calculation(inputs: Inputs) -> bool:
        return runs(inputs, _HARM).barred(kind)

    return calculation


def _but_for_report(
    barred: Callable[[Inputs], bool], with_report: Callable[[Inputs], bool]
) -> Callable[[Inputs], bool]:
    """The calculation that says whether only a report to the police keeps a claim in time."""

    def calculation(inputs: Inputs) -> bool:
        try:
            late = with_report(inputs)
        except UndecidedError:
            if not barred(inputs):
                return False
            raise
        return not late and barred(inputs)

    return calculation


harm_claim_barred, custody_claim_barred = _harm_barred(running), _custody_barred(running)
"""Damages, and what was given into custody."""

recourse_claim_barred = barred_by(
    Start("recourse_known_date", "recourse_demand_date", not_before=_PAID, not_after=("recourse_demand_date",))
)
"""Recourse, from the day it could be taken and against whom was known: not before anything was paid."""

return_claim_barred = barred_by(
    Start("return_refused_date", "return_demand_date", not_before=("office_end_date", "act_date"))
)
"""That a thing be given back, from the day the refusal was known: not from a demand that nobody refused."""

overcharge_barred = barred_by(_REFUND._replace(not_before=("overcharge_paid", "act_date")))
"""Money paid in vain, from the day that was known."""

space_price_barred = barred_by(_REFUND._replace(not_before=("space_price_paid", "act_date")))
"""The price of a space that its seller had no right to sell."""

_PREPAID = _REFUND._replace(not_before=("service_stop_date", "contract_end_date"))

prepaid_refund_barred = barred_by(_PREPAID)
"""Fees paid for a time without service: nothing to give back is known before the service or the contract ended."""

defect_refund_barred = barred_by(_REFUND._replace(not_before=("defect_from",)))
"""Part of the fees for service that fell short."""

deposit_return_barred = barred_by(_REFUND._replace(not_before=("renovation_finished_date",), not_after=()))
"""A deposit: from the agreed day, else from the end of the time that the demand left, or from the refusal."""


harm_barred_with_report = _harm_barred(reported)
custody_barred_with_report = _custody_barred(reported)
prepaid_barred_with_report = barred_by(_PREPAID, reported)
"""The same where reports to the police count."""

harm_barred_but_for_report = _but_for_report(harm_claim_barred, harm_barred_with_report)
custody_barred_but_for_report = _but_for_report(custody_claim_barred, custody_barred_with_report)
prepaid_barred_but_for_report = _but_for_report(prepaid_refund_barred, prepaid_barred_with_report)
"""Whether only such a report keeps the claim in time."""
