"""Whether the agreed term of a contract of service runs or is over, and what it is since then (民法典 947, 948)."""

from __future__ import annotations

from propertylaw.model import Step

from .dismissal import dismissed_within_term
from .inputs import Inputs, UndecidedError, required_day


def term_over(inputs: Inputs) -> tuple[Step, ...]:
    """That the agreed term has gone by, and what the contract is since then; nothing while it runs, or where the owners
    had dismissed the provider before."""
    term = inputs.day("agreed_term_end")
    within = dismissed_within_term(inputs)
    if term is None or term >= inputs.on or within:
        return ()
    end, went_on = inputs.day("contract_end_date"), inputs.truth("service_continued_after_term")
    if end is not None and end <= inputs.on:
        return (Step(says=f"约定的期限 {term} 已满，合同已于 {end} 终止"),)
    if went_on is False:
        untold = "：解聘通知在那以前没有送到的" if within is None else ""
        return (Step(says=f"约定的期限 {term} 已满，没有继续服务{untold}，合同已因期满终止"),)
    if inputs.truth("owners_chose_other"):
        return (Step(says=f"约定的期限 {term} 已满，业主另聘或者自行管理"),)
    indefinite = "合同继续有效、转为不定期，任何一方可以提前六十日书面通知解除"
    if went_on:
        return (Step(says=f"约定的期限 {term} 已满，没有续聘、另聘而继续服务，{indefinite}"),)
    return (Step(says=f"约定的期限 {term} 已满：没有续聘、另聘而继续服务的，{indefinite}；已经续订的按续订的"),)


def agreed_term_over(inputs: Inputs) -> bool:
    """Whether the agreed term has gone by, and it is not said that the contract was renewed or did not end with it; not
    where the owners had dismissed the provider before.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    return term_gone_by(inputs) and not dismissed_within_term(inputs)


def term_gone_by(inputs: Inputs) -> bool:
    """The same whether or not the provider had been dismissed before.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    over = required_day(inputs, "agreed_term_end") < inputs.on
    return over and not inputs.truth("renewed_lawfully") and inputs.truth("term_ended") is not False


def agreed_term_runs(inputs: Inputs) -> bool:
    """Whether the agreed term still runs, its last day with it, or was renewed; not where the contract ended with it.

    Raises:
        MissingFactsError: nobody told when it ends.
    """
    runs = inputs.truth("renewed_lawfully") or required_day(inputs, "agreed_term_end") >= inputs.on
    return bool(runs) and not inputs.truth("term_ended")


def term_runs(inputs: Inputs) -> tuple[Step, ...]:
    """Until when the agreed term runs, in words."""
    term = inputs.day("agreed_term_end")
    if term is None or term < inputs.on:
        return (Step(says="约定的期限已经依法续订"),)
    return (Step(says=f"约定的期限到 {term} 才届满"),)


def ended_with_term(inputs: Inputs) -> bool:
    """Whether the contract had ended with its agreed term, as the service did not go on (民法典 948 turned round).

    Where the owners dismissed the provider the term is compared with the day of that, not with today.

    Raises:
        MissingFactsError: nobody told when it ends.
        UndecidedError: it is over by now, and nobody told when notice of the dismissal arrived.
    """
    if not term_gone_by(inputs) or inputs.truth("service_continued_after_term") is not False:
        return False
    within = dismissed_within_term(inputs)
    if within is None:
        raise UndecidedError("dismissal_notice_date")
    return not within
