"""Decisions of the owners: whether enough of them took part and agreed, and the year for having one revoked.

民法典 278 II since 2021: two thirds take part, of those more than half agree, or three quarters on special matters.
物权法 76 before: more than half of all owners, or two thirds of all on other special matters. Both counts are by
area and by heads. 民法典 280 II and 区分所有权解释 12: one year from the day the owner knew; nothing stops it (199),
but one that ends on a day off ends on the next working day (203).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Step

from .inputs import Inputs, MissingFactsError, UndecidedError, required_number
from .limitation import End, years_after

_CODE_IN_FORCE = date(2021, 1, 1)
_FIGURES = (
    "vote_area_total",
    "vote_heads_total",
    "vote_area_in",
    "vote_heads_in",
    "vote_area_for",
    "vote_heads_for",
)
_UNRETURNED = ("vote_area_unreturned", "vote_heads_unreturned")

_ORDINARY_MATTERS = ("vote_on_provider", "vote_on_price", "vote_on_election", "vote_on_rules")
"""Facts that tell of a matter that is an ordinary one by any law."""

ORDINARY = frozenset({False})
"""No special matter."""
SPECIAL = frozenset({True})
"""A special matter."""


class _Count(NamedTuple):
    """One of the two counts: by area, or by heads."""

    total: Decimal | None
    taking_part: Decimal | None
    agreeing: Decimal | None

    def short(self, *, special: bool, code: bool) -> bool | None:
        """Whether the decision fails in this count; None: a figure is lacking."""
        total, taking_part, agreeing = self
        if not code:
            if total is None or agreeing is None:
                return None
            return agreeing * 3 < total * 2 if special else agreeing * 2 <= total
        if taking_part is None or (agreeing is None and total is None):
            return None
        if total is not None and taking_part * 3 < total * 2:
            return True
        if agreeing is None:
            return None
        missed = agreeing * 4 < taking_part * 3 if special else agreeing * 2 <= taking_part
        return True if missed else None if total is None else False


def votes_counted(inputs: Inputs) -> bool:
    """Whether the figures are known and settle if the decision was reached."""
    return _short(inputs, Decimal(0), Decimal(0)) is not None


def vote_figures_told(inputs: Inputs) -> bool:
    """Whether all figures of the vote are known."""
    return not figures_lacking(inputs)


def votes_short(inputs: Inputs) -> bool:
    """Whether too few took part or agreed, by the figures, or by what is established where they do not settle it."""
    short = _short(inputs, Decimal(0), Decimal(0))
    return inputs.truth("threshold_missed") is True if short is None else short


def votes_reached(inputs: Inputs) -> bool:
    """Whether enough took part and agreed, by the figures, or by what is established where they are not all known;
    where they are, only the matter is open."""
    short = _short(inputs, Decimal(0), Decimal(0))
    missed = inputs.truth("threshold_missed") if short is None and not vote_figures_told(inputs) else short
    if missed is None:
        raise MissingFactsError(*_lacking(inputs))
    return not missed


def votes_reach_with_unreturned(inputs: Inputs) -> bool:
    """Whether the decision is reached once ballots that were not returned count with the majority, as a rule of the
    owners has it.

    Raises:
        UndecidedError: it hangs on the rule, or on figures that are not known.
    """
    rule = inputs.truth("unreturned_rule")
    if rule is False:
        return False
    short = _short(inputs, *map(inputs.number, _UNRETURNED))
    if short:
        return False
    figures = () if short is False else tuple(one for one in _UNRETURNED if inputs.number(one) is None)
    if rule is None:
        raise UndecidedError("unreturned_rule", *(() if inputs.deniers("unreturned_rule") else figures))
    if short is None:
        raise UndecidedError(*(figures or _lacking(inputs)))
    return True


def reached_without_bad(inputs: Inputs) -> bool:
    """Whether the decision is reached once forged ballots, and those cast without authority, are left out."""
    short = _short(inputs, -required_number(inputs, "vote_area_bad"), -required_number(inputs, "vote_heads_bad"))
    if short is None:
        raise MissingFactsError(*_lacking(inputs))
    return not short


def bad_votes_unmeasured(inputs: Inputs) -> bool:
    """Whether some ballots were forged, and no figures tell whether the decision is reached without them."""
    if not inputs.truth("forged_votes"):
        return False
    try:
        reached_without_bad(inputs)
    except MissingFactsError:
        return True
    return False


def decisive_ground(inputs: Inputs) -> bool:
    """Whether there is a ground for revoking that no rule of the owners' own and no weighing can answer."""
    return any(_decisive(inputs))


def _decisive(inputs: Inputs) -> Iterator[str]:
    """Those grounds, in words; the ballots are counted last, for they may not be told."""
    if inputs.truth("committee_decided_alone"):
        yield "业主委员会越权"
    if inputs.truth("debtors_excluded") and not inputs.truth("covenant_restricts_debtors"):
        yield "没有规约依据就不让欠费的业主投票"
    if votes_short(inputs) and not votes_reach_with_unreturned(inputs):
        yield "票数没有达到法定比例"


def arguable_grounds(inputs: Inputs) -> Decimal:
    """How many grounds there are whose weight is open: procedure, content, who was elected, debtors kept out, ballots
    counted."""
    debtors = inputs.truth("debtors_excluded") and inputs.truth("covenant_restricts_debtors")
    ballots = votes_short(inputs) and votes_reach_with_unreturned(inputs)
    told = map(inputs.truth, ("procedure_violated", "decision_infringes", "unfit_member_elected"))
    return Decimal(sum(1 for ground in (*told, debtors, ballots) if ground))


def decisive_grounds(inputs: Inputs) -> tuple[Step, ...]:
    """That there is such a ground, and which: the first of them."""
    first = next(_decisive(inputs), None)
    return (Step(says=f"单凭这一项就足以撤销：{first}"),) if first else ()


def grounds_together(inputs: Inputs) -> tuple[Step, ...]:
    """That no single ground is weighed by itself, where there are several of open weight."""
    return (Step(says="有争议的撤销理由不止一项，要合起来看"),) if arguable_grounds(inputs) > 1 else ()


def revocation_year_over(inputs: Inputs) -> bool:
    """Whether more than a year went by from knowing of the decision to the suit, or to the day of the form.

    Nobody has to plead it: where the day of knowledge is not told it is open, unless the decision itself is no older.

    Raises:
        UndecidedError: it hangs on the day of knowledge.
        MissingFactsError: it hangs on days off that nobody knows yet.
    """
    known, made = inputs.day("decision_known_date"), inputs.day("decision_date")
    if known is None and (made is None or _year_over(made, inputs)):
        raise UndecidedError("decision_known_date")
    return known is not None and _year_over(known, inputs)


def revocation_year(inputs: Inputs) -> tuple[Step, ...]:
    """The year for having a decision revoked: from which day it runs, its last day, and the suit, or how many days are
    left for one.

    While it is not known when the owner knew, from the decision: he knew no earlier.
    """
    known, made = inputs.day("decision_known_date"), inputs.day("decision_date")
    start = known or made
    if start is None:
        return ()
    since = f"自知道之日 {known} 起一年" if known else f"哪天知道的没有查明，最早自作出决定之日 {made} 起一年"
    last = _last_of_year(start).day
    return (Step(says=f"{since}{f'，{last} 届满' if last else ''}；{_suit(inputs, last)}"),)


def _suit(inputs: Inputs, last: date | None) -> str:
    """When the suit was brought; before it, how long there is to bring it."""
    sued = inputs.day("revocation_suit_date")
    if sued is None and last and inputs.on <= last:
        return f"没有填起诉的日期：还没有起诉的，到 {inputs.on} 只剩 {(last - inputs.on).days} 日，调解、投诉不使它停下"
    return f"按 {sued or inputs.on} 起诉计算"


def _year_over(start: date, inputs: Inputs) -> bool:
    late = _last_of_year(start).passed(_sued(inputs))
    if late is None:
        raise MissingFactsError
    return late


def _last_of_year(start: date) -> End:
    return End(years_after(start, 1))


def _sued(inputs: Inputs) -> date:
    return inputs.day("revocation_suit_date") or inputs.on


def _short(inputs: Inputs, area: Decimal | None, heads: Decimal | None) -> bool | None:
    """Whether a count falls short, ballots of so much area and so many heads added; None: it cannot be said.

    Where it is not known how many are added, nothing is known of how many took part and agreed.
    """
    return vote_fails(inputs, kinds_of(inputs, code=under_code(inputs)), area, heads)


def vote_fails(inputs: Inputs, kinds: frozenset[bool], area: Decimal | None, heads: Decimal | None) -> bool | None:
    """The same for matters that are special, ordinary, or one of both; one count that falls short is enough."""
    counts = (_count(inputs, "area", area), _count(inputs, "heads", heads))
    outcomes = {_fails(counts, special=special, code=under_code(inputs)) for special in kinds}
    return outcomes.pop() if len(outcomes) == 1 else None


def _count(inputs: Inputs, of: str, more: Decimal | None) -> _Count:
    """One count as far as its figures are known, with so much more that took part and agreed."""
    total, taking_part, agreeing = (_figure(inputs, one) for one in _FIGURES if f"_{of}_" in one)
    return _Count(total, *(None if one is None or more is None else one + more for one in (taking_part, agreeing)))


def _fails(counts: Iterable[_Count], *, special: bool, code: bool) -> bool | None:
    """Whether a decision fails in one of the counts, whatever the figures that are lacking."""
    found = {count.short(special=special, code=code) for count in counts}
    return True if True in found else None if None in found else False


def _lacking(inputs: Inputs) -> tuple[str, ...]:
    """The figures that are not known; where all are, what would say whether the matter is a special one."""
    special = "vote_on_common_use" if under_code(inputs) else "vote_on_fund_use"
    matters = (matter for matter in ("vote_on_fund_or_rebuilding", special) if inputs.truth(matter) is None)
    return figures_lacking(inputs) or tuple(matters)


def figures_lacking(inputs: Inputs) -> tuple[str, ...]:
    """The figures of the vote that are not known."""
    return tuple(figure for figure in _FIGURES if _figure(inputs, figure) is None)


def _figure(inputs: Inputs, figure: str) -> Decimal | None:
    return heads_of(inputs) if figure == "vote_heads_total" else inputs.number(figure)


def heads_of(inputs: Inputs) -> Decimal | None:
    """All owners by heads as stated; else one for each unit, one for what the developer has not sold or handed over,
    one for a buyer of several (区分所有权解释 9).
    """
    stated, units = inputs.number("vote_heads_total"), inputs.number("vote_units_total")
    if stated is not None or units is None:
        return stated
    developer = inputs.number("vote_developer_units") or Decimal(0)
    return units - max(developer - 1, Decimal(0)) - (inputs.number("vote_repeated_units") or Decimal(0))


def under_code(inputs: Inputs) -> bool:
    """Whether the decision is to be counted by the code."""
    return (inputs.day("decision_date") or inputs.on) >= _CODE_IN_FORCE


def counted_by_all_owners(inputs: Inputs) -> bool:
    """Whether the decision is to be counted by the law before the code, which asked for a share of all owners."""
    return not under_code(inputs)


def kinds_of(inputs: Inputs, *, code: bool) -> frozenset[bool]:
    """Whether the matter is a special one; both where that is not known."""
    fund_use, common_use = inputs.truth("vote_on_fund_use"), inputs.truth("vote_on_common_use")
    special, ordinary = (common_use, fund_use) if code else (fund_use, common_use)
    answers = (inputs.truth("vote_on_fund_or_rebuilding"), special)
    if True in answers:
        return SPECIAL
    ordinary = ordinary or any(map(inputs.truth, _ORDINARY_MATTERS))
    # who says that the vote was on an ordinary matter need not rule out the others
    return ORDINARY if ordinary or None not in answers else frozenset({True, False})
