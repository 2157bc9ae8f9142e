"""Income from common parts: gross less reasonable cost belongs to the owners (民法典 282; 区分所有权解释 14)."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from propertylaw.model import Money, Step, Supposition

from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_number
from .running_from import Start, running
from .sums import cents, exactly, yuan

_COMMON_PARTS = "common_income_gross"
_CIVIL_DEFENCE = "cd_income_sum"
_STAGE_UNTOLD = Supposition(fact="preliminary_contract", says="是不是前期物业服务人代为经营，两种都可能")
_BASE_UNTOLD = Supposition(fact="share_of_net_income", says="提成按总收入还是净收入算没有说明")
_DIVISION_UNTOLD = Supposition(fact="income_divided_whole", says="收入是不是全部在双方之间分完，两种都可能")
_DECISION_UNTOLD = Supposition(fact="share_decided_by_owners", says="分成有没有经业主共同决定，两种都可能")
_KNOWN = Start("income_known_date", "income_demand_date", not_after=("income_demand_date",))


class Cap(NamedTuple):
    """The most that may be kept."""

    sum: Decimal
    says: str
    untold: tuple[Supposition, ...]
    """On what it hangs whether it holds."""


def common_income(inputs: Inputs) -> Money:
    """The gross income, with the most that a local rule lets come off it; costs and shares are the respondent's
    defences."""
    income, cap = _income(inputs, _COMMON_PARTS, "经营共有部分的总收入"), cap_on_spending(inputs)
    if cap is None:
        return income
    return income.model_copy(update={"steps": (*income.steps, Step(says=f"{cap.says}，即 {yuan(cap.sum)}"))})


def own_common_income(inputs: Inputs) -> Money:
    """The same where an owner asks for his own share of it, which has to be told; the share is taken of what is left.

    Raises:
        MissingFactsError: his share is not told.
    """
    if inputs.bounds("own_income_share") is None:
        raise MissingFactsError("own_income_share")
    return common_income(inputs)


def cd_income(inputs: Inputs) -> Money:
    """The gross income from spaces in civil-defence basements; costs come off as a defence."""
    return _income(inputs, _CIVIL_DEFENCE, "人防车位的总收入")


def income_cost(inputs: Inputs) -> Money:
    """The cost that the operator has proved, within the cap that a local rule sets for the developer's provider."""
    cost = required_number(inputs, "common_income_cost")
    return _capped(exactly(cost, Step(says="已举证的合理成本", amount=cents(cost))), cap_on_spending(inputs))


def provider_share_due(inputs: Inputs) -> Money:
    """The share that the contract leaves to the operator: of all the income, or of what is left after cost.

    What belongs to the owners is the income after cost (民法典 282), but what the share is taken of is for the contract
    to say (283): where it does not, the share lies between the two. What a local rule leaves the developer's provider
    is its pay as well: no more than that, unless the owners decided to give it a share of what is theirs.
    """
    after_cost, of_all, says = _shares(inputs)
    net = inputs.truth("share_of_net_income")
    if after_cost == of_all or net is not None:
        return _capped(_of_one_base(inputs, after_cost if net else of_all), cap_on_share(inputs))
    return _capped(_between(after_cost, of_all, says, _BASE_UNTOLD), cap_on_share(inputs))


def provider_share(inputs: Inputs) -> Money:
    """What the operator keeps of it beside its cost.

    Where the contract divides everything between the two, the owners have their part whole: of all the income, so that
    the operator bears the cost out of its own, or of what is left after cost; never with the cost taken off again.
    """
    after_cost, of_all, says = _shares(inputs)
    net, whole = inputs.truth("share_of_net_income"), inputs.truth("income_divided_whole")
    if after_cost == of_all or net or whole is False:
        return provider_share_due(inputs)
    inside = max(of_all - _gross_and_cost(inputs)[1], Decimal(0))
    most = of_all if whole is None else inside if net is False else after_cost
    untold = (*(() if net is False else (_BASE_UNTOLD,)), *(() if whole else (_DIVISION_UNTOLD,)))
    says = f"{says}；双方分完的，业主的一份不再另扣成本，经营者在成本以外得 {yuan(inside)} 至 {yuan(most)}"
    return _capped(_between(inside, most, says, *untold), cap_on_share(inputs))


def _shares(inputs: Inputs) -> tuple[Decimal, Decimal, str]:
    """The share of the income after cost, of all of it, and both in words."""
    share, gross, cost = required_number(inputs, "provider_income_share"), *_gross_and_cost(inputs)
    after_cost, of_all = cents((gross - cost) * share), cents(gross * share)
    both = f"按净收入（先扣成本）算 {yuan(after_cost)}，按总收入算 {yuan(of_all)}"
    told = inputs.truth("share_of_net_income") is not None
    return after_cost, of_all, f"{_percent(share)}，{both}{'' if told else '，约定按哪一个没有说明'}"


def _of_one_base(inputs: Inputs, kept: Decimal) -> Money:
    net = inputs.truth("share_of_net_income") and _gross_and_cost(inputs)[1]
    percent = _percent(required_number(inputs, "provider_income_share"))
    return exactly(kept, Step(says=f"按{'扣除成本以后的净收入' if net else '总收入'}提取 {percent}", amount=kept))


def _between(low: Decimal, high: Decimal, says: str, *untold: Supposition) -> Money:
    return Money(low=low, high=high, steps=(Step(says=says),), supposing=untold if low < high else ())


def cap_on_spending(inputs: Inputs) -> Cap | None:
    """What a local rule lets the developer's provider keep for running common parts, cost and pay together."""
    cap = inputs.number("income_cost_cap")
    if cap is None or inputs.truth("preliminary_contract") is False:
        return None
    untold = () if inputs.truth("preliminary_contract") else (_STAGE_UNTOLD,)
    says = f"当地规定：前期物业服务人代为经营的，支出（成本和报酬合计）至多扣收入的 {_percent(cap)}"
    return Cap(cents(_gross(inputs, _COMMON_PARTS) * cap), says, untold)


def cap_on_share(inputs: Inputs) -> Cap | None:
    """The same for its share; none where the owners decided to leave it that."""
    cap, decided = cap_on_spending(inputs), inputs.truth("share_decided_by_owners")
    if cap is None or decided:
        return None
    return cap if decided is False else cap._replace(untold=(*cap.untold, _DECISION_UNTOLD))


def _capped(money: Money, cap: Cap | None) -> Money:
    """A sum within a cap; between both where it is open whether the cap holds."""
    if cap is None or money.high <= cap.sum:
        return money
    low = None if money.low is None else min(money.low, cap.sum)
    if not cap.untold:
        return money.model_copy(update={"low": low, "high": cap.sum})
    says = f"{cap.says}；有这一上限的 {yuan(cap.sum)}，没有的 {yuan(money.high)}"
    supposing = (*money.supposing, *cap.untold)
    return money.model_copy(update={"low": low, "steps": (*money.steps, Step(says=says)), "supposing": supposing})


def _percent(share: Decimal) -> str:
    return f"{(share * Decimal(100)).normalize():f}%"


def share_and_cost_claimed(inputs: Inputs) -> bool:
    """Whether the operator keeps a share and takes off costs besides."""
    return bool(inputs.number("provider_income_share") and inputs.number("common_income_cost"))


def income_claim_barred(inputs: Inputs) -> bool:
    """Whether limitation has run out for the income of any period."""
    return _any_barred(inputs, _COMMON_PARTS)


def cd_claim_barred(inputs: Inputs) -> bool:
    """The same for spaces in civil-defence basements."""
    return _any_barred(inputs, _CIVIL_DEFENCE)


def barred_income(inputs: Inputs) -> Money:
    """Income of the periods out of time, less the part of cost and agreed share that falls on them."""
    cost, share = _allowed_cost(inputs), (Decimal(0), Decimal(0))
    if inputs.number("provider_income_share"):
        taken = provider_share(inputs)
        share = (taken.low or Decimal(0), taken.high)
    cap = cap_on_share(inputs)
    kept = [cost + part if cap is None or cap.untold else min(cost + part, cap.sum) for part in share]
    most, least = (_barred_net(inputs, _COMMON_PARTS, one) for one in kept)
    return most if most == least else most.model_copy(update={"low": least.low})


def cd_barred_income(inputs: Inputs) -> Money:
    """Income from civil-defence spaces of the periods out of time, less the part of proved cost that falls on them."""
    return _barred_net(inputs, _CIVIL_DEFENCE, _proved(inputs, "cd_cost_sum"))


def _income(inputs: Inputs, fact: str, title: str) -> Money:
    dated = _dated(inputs, fact)
    steps = [Step(says=f"{p.since} 至 {p.until} 的收入", amount=cents(p.value)) for p in dated if len(dated) > 1]
    gross = _gross(inputs, fact)
    return exactly(gross, *steps, Step(says=title, amount=cents(gross)))


def _barred_net(inputs: Inputs, fact: str, kept: Decimal) -> Money:
    gross = _gross(inputs, fact)
    left = (gross - kept) / gross if gross > max(kept, Decimal(0)) else Decimal(0)
    sure, possible = (sum((one.value for one in found), Decimal(0)) * left for found in _barred(inputs, fact))
    most = exactly(possible, Step(says="已过诉讼时效各期的净收入", amount=cents(possible)))
    return most if sure == possible else most.model_copy(update={"low": cents(sure)})


def _gross_and_cost(inputs: Inputs) -> tuple[Decimal, Decimal]:
    return _gross(inputs, _COMMON_PARTS), _allowed_cost(inputs)


def _allowed_cost(inputs: Inputs) -> Decimal:
    """The cost that comes off by itself: none where the share stands for it, or its reasonableness is not shown."""
    if inputs.truth("share_covers_cost"):
        return Decimal(0)
    cost, cap = _proved(inputs, "common_income_cost"), cap_on_spending(inputs)
    return cost if cap is None or cap.untold else min(cost, cap.sum)


def _proved(inputs: Inputs, cost: str) -> Decimal:
    """The cost, unless the owners call it unreasonable and the operator has not shown the contrary."""
    refused = inputs.truth("cost_challenged") and not inputs.truth("cost_justified")
    return Decimal(0) if refused else inputs.number(cost) or Decimal(0)


def _dated(inputs: Inputs, fact: str) -> tuple[Period, ...]:
    """The income period by period, where every statement of it names its period.

    Raises:
        MissingFactsError: two statements are about the same days, so that it is not known which holds.
    """
    dated = [(p.since, p.until, p) for p in inputs.periods(fact) if p.since and p.until]
    if len(dated) < len(inputs.periods(fact)):
        return ()
    dated.sort(key=lambda period: period[0])
    if any(following[0] <= before[1] for before, following in pairwise(dated)):
        raise MissingFactsError(fact)
    return tuple(period for _, _, period in dated)


def _gross(inputs: Inputs, fact: str) -> Decimal:
    dated = _dated(inputs, fact)
    return sum((p.value for p in dated), Decimal(0)) if dated else required_number(inputs, fact)


def _any_barred(inputs: Inputs, fact: str) -> bool:
    sure, possible = _barred(inputs, fact)
    if possible and not sure:
        raise UndecidedError(_KNOWN.known)
    return bool(sure)


def _barred(inputs: Inputs, fact: str) -> tuple[list[Period], list[Period]]:
    """Periods out of time, for sure and at most: each runs from its end, but not before the owners knew."""
    known = running(inputs, _KNOWN)
    periods = _dated(inputs, fact) or (Period(required_number(inputs, fact), None, None),)
    late = [(period, known.late(period.until)) for period in periods]
    sure = [period for period, found in late if found]
    return sure, sure if known.told else [period for period, found in late if found is not False]
