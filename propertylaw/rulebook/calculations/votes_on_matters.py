"""Whether the figures of a vote carry the matter that a claim is about, and the shares that show it.

民法典 278 II: ordinary matters by more than half of those taking part, special ones (to raise the maintenance fund, to
rebuild or alter the building) by three quarters; 物权法 76 before: by more than half, or two thirds, of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Step

from .decisions import ORDINARY, SPECIAL, figures_lacking, heads_of, kinds_of, under_code, vote_fails
from .inputs import Inputs, MissingFactsError

_ON_FUND_OR_REBUILDING = "vote_on_fund_or_rebuilding"


def ordinary_vote_reached(inputs: Inputs) -> bool:
    """Whether the figures show that an ordinary matter (whom to engage, whom to dismiss) was carried."""
    return not ordinary_vote_missed(inputs)


def ordinary_vote_missed(inputs: Inputs) -> bool:
    """Whether the figures show that an ordinary matter was not carried."""
    return _missed(inputs, ORDINARY)


def special_vote_reached(inputs: Inputs) -> bool:
    """Whether the figures show that raising the fund, or rebuilding and altering the building, was carried."""
    return not special_vote_missed(inputs)


def special_vote_missed(inputs: Inputs) -> bool:
    """Whether the figures show that it was not carried: those of another vote show nothing."""
    if not inputs.truth(_ON_FUND_OR_REBUILDING):
        raise MissingFactsError(_ON_FUND_OR_REBUILDING)
    return _missed(inputs, SPECIAL)


def vote_figures(inputs: Inputs) -> tuple[Step, ...]:
    """The shares of area and heads on an ordinary matter, each beside what the law asks for."""
    return tuple(_shares(inputs, _MORE_THAN_HALF, _MORE_THAN_HALF))


def special_vote_figures(inputs: Inputs) -> tuple[Step, ...]:
    """The same on a special matter."""
    return tuple(_shares(inputs, _THREE_QUARTERS, _TWO_THIRDS))


def counted_vote_figures(inputs: Inputs) -> tuple[Step, ...]:
    """The same on the matter that was voted on, as far as figures are known, and what ballots that were not returned
    count for. Figures that settle a vote of a kind that is not known settle it as an ordinary one too."""
    special = kinds_of(inputs, code=under_code(inputs)) == SPECIAL
    found = special_vote_figures(inputs) if special else vote_figures(inputs)
    return (*found, *_unreturned(inputs))


def _unreturned(inputs: Inputs) -> Iterator[Step]:
    """What ballots that were not returned count for, where no rule of the owners counts them with the majority."""
    told = ((inputs.number("vote_heads_unreturned"), "人"), (inputs.number("vote_area_unreturned"), "平方米"))
    many = "、".join(f"{number.normalize():f} {unit}" for number, unit in told if number)
    if many and not inputs.truth("unreturned_rule"):
        says = f"没有交回的选票（{many}）不算参加表决，也不算同意：没有议事规则写明计入多数"
        yield Step(says=says)


def _missed(inputs: Inputs, kinds: frozenset[bool]) -> bool:
    fails = vote_fails(inputs, kinds, Decimal(0), Decimal(0))
    if fails is None:
        raise MissingFactsError(*figures_lacking(inputs))
    return fails


class _Asked(NamedTuple):
    """A share that is asked for."""

    says: str
    enough: Callable[[Decimal, Decimal], bool]


class _Unit(NamedTuple):
    """What one owner adds: a vote, or a flat of the average size."""

    size: Decimal
    says: str


_TWO_THIRDS = _Asked("三分之二以上", lambda part, whole: part * 3 >= whole * 2)
_MORE_THAN_HALF = _Asked("过半数", lambda part, whole: part * 2 > whole)
_THREE_QUARTERS = _Asked("四分之三以上", lambda part, whole: part * 4 >= whole * 3)


def _shares(inputs: Inputs, of_those_present: _Asked, of_all_before: _Asked) -> Iterator[Step]:
    """Each share of which the figures are known, beside what is asked for.

    Args:
        inputs: the facts.
        of_those_present: what the code asks of those taking part.
        of_all_before: what the law before it asked of all.
    """
    total, heads = inputs.number("vote_area_total"), heads_of(inputs)
    flat = (total / heads).quantize(Decimal("0.01")) if total is not None and heads else Decimal(0)
    counts = (
        ("面积", total, "vote_area_in", "vote_area_for", _Unit(flat, f"一户（平均 {flat:f} 平方米）")),
        ("人数", heads, "vote_heads_in", "vote_heads_for", _Unit(Decimal(1), "一票")),
    )
    for name, whole, taking, agreeing, unit in counts:
        present, agreed = inputs.number(taking), inputs.number(agreeing)
        shares = (
            (
                (f"参加表决的{name}占全体的", present, whole, _TWO_THIRDS),
                (f"同意的{name}占参加表决的", agreed, present, of_those_present),
            )
            if under_code(inputs)
            else ((f"同意的{name}占全体的", agreed, whole, of_all_before),)
        )
        for of, part, of_whole, asked in shares:
            if part is not None and of_whole is not None:
                yield _share(of, part, of_whole, asked, unit)


def _share(of: str, part: Decimal, whole: Decimal, asked: _Asked, unit: _Unit) -> Step:
    share = f" {(part / whole * 100).quantize(Decimal('0.01')).normalize():f}%" if whole else "比例算不出"
    enough = asked.enough(part, whole)
    hangs = ""
    if enough and not asked.enough(part - unit.size, whole):
        hangs = f"；少{unit.says}就不够，逐票核对"
    elif not enough and asked.enough(part + unit.size, whole):
        hangs = f"；只差{unit.says}，逐票核对"
    stands = "够" if enough else "不够"
    return Step(says=f"{of}{share}（{part.normalize():f}/{whole.normalize():f}，要{asked.says}，{stands}{hangs}）")
