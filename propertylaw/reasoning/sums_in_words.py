"""Sums in words: how much, up to how much, what is not counted in and what was set off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from propertylaw.model import ClaimFinding, Money, RemedyFinding, SetOffFinding, SetOffPart
from propertylaw.rulebook.calculations.sums import yuan, yuan_range

from .facts_in_words import _proof
from .in_short import MOST_NAMED, in_short
from .lacking import lacking_in_words


def missing_in_words(remedy: RemedyFinding) -> str:
    """What a sum cannot be computed without: 尚缺停供造成的损失（有争议而未举证）."""
    return "尚缺" + "、".join(f"{lacking_in_words(use)}（{_proof(use)}）" for use in remedy.missing)


def sum_in_words(remedy: RemedyFinding) -> str:
    """The sum of a remedy, and what is missing for it or for the part that is not counted in; empty for an order."""
    missing = missing_in_words(remedy) if remedy.missing else ""
    if remedy.money is None:
        return missing
    if _lacks_later_rates_alone(remedy):
        missing = ""
    return money_in_words(remedy.money) + (f"；没有计入的部分，{missing}" if missing else "")


def _lacks_later_rates_alone(remedy: RemedyFinding) -> bool:
    """Whether all that is not counted in is days after the last of the table of rates: the sum itself tells it."""
    money = remedy.money
    return bool(money and money.known_until and len(money.wanting) == 1) and len(remedy.missing) == 1


def money_in_words(money: Money) -> str:
    """A sum with its range, what it supposes, and up to which day rates were known for it."""
    alone = money.known_until and len(money.wanting) < 2  # else what is wanting is told by itself
    until = f"（算到 {money.known_until}；以后的利率表里没有，没有计入）" if alone else ""
    return f"{_sum_in_words(money)}{until}"


def _sum_in_words(money: Money) -> str:
    """A sum with its range; of one of which a part is not counted in, no more than is sure of it."""
    if not money.wanting:
        return _range_in_words(money)
    exact = money.low == money.high and not money.untold
    return f"{'至少 ' if exact else '已算的'}{_range_in_words(money)}"


def _range_in_words(money: Money) -> str:
    supposed = f"（假定：{'、'.join(one.says for one in money.supposing)}）" if money.supposing else ""
    if money.usual is not None and money.usual < money.high and money.low != money.high:
        most = f"{'各方合计' if money.together else ''}至多 {yuan(money.high)}"
        span = yuan_range(money.low, money.high) if money.low else most
        if money.usual_until:
            return f"{span}，具体由法院酌定（{_usual_so_far(money)}）{supposed}"
        return f"一般至多 {yuan(money.usual)}左右，具体由法院酌定（{span}）{supposed}"
    if money.together:
        return f"各方分担，合计至多 {yuan(money.high)}，每一方多少由法院酌定{supposed}"
    if money.untold:
        return f"至多 {yuan(money.high)}，还缺{'、'.join(money.untold)}{supposed}"
    if money.low is None:
        return f"至多 {yuan(money.high)}，具体由法院酌定{supposed}"
    plain = yuan(money.high) if money.low == money.high else yuan_range(money.low, money.high)
    return plain + supposed


def _usual_so_far(money: Money) -> str:
    """What courts generally leave, reckoned up to a day after which no rate is known: no ceiling."""
    so_far = yuan(money.usual or Decimal(0))
    return f"一般至多留下多少没有算全：算到 {money.usual_until} 的是 {so_far}左右，以后的利率表里没有"


def remedy_in_words(remedy: RemedyFinding) -> str:
    """What the claimant gets; or could get, if he asked for it too."""
    if remedy.unasked:
        return f"没有请求、没有计入，可以另行请求：{remedy.says}"
    return f"{remedy.says}（数额未定，没有计入）" if remedy.unreckoned else remedy.says


def more_in_words(finding: ClaimFinding) -> str:
    """What is not counted in, in short: 还缺催交到达的日期，“赔偿精神损害”多少未定; the remedies tell it at length."""
    asked = [one for one in finding.remedies if not one.unasked]
    known = finding.amount or finding.reckoned
    lacking = [one for one in asked if one.missing and not _lacks_later_rates_alone(one)]
    if known is not None and not known.wanting:  # as much as is asked for, whatever was not counted in
        lacking = [one for one in lacking if one.money is None or not one.money.wanting]
    untold = known.untold if known else ()
    titles = tuple(dict.fromkeys((*untold, *(lacking_in_words(use) for one in lacking for use in one.missing))))
    more = f"等 {len(titles)} 项" if len(titles) > MOST_NAMED else ""
    told = [f"还缺{'、'.join(titles[:MOST_NAMED])}{more}"] if titles else []
    if known is not None and known.wanting and known.known_until:
        told.append(f"{known.known_until} 以后的利率表里没有")
    told += [f"“{in_short(one.says)}”多少未定" for one in asked if one.unreckoned and not one.missing]
    return "，".join(told)


def money_in_short(money: Money) -> str:
    """A sum as a table tells it: without what it supposes or lacks, and up to which day it is reckoned."""
    bare = f"至多 {yuan(money.high)}"
    if not money.untold:
        bare = _sum_in_words(money.model_copy(update={"supposing": ()}))
    return f"{bare}（有假定，见下文）" if money.supposing else bare


def asked_in_words(finding: ClaimFinding) -> str:
    """What the claimant asks for, in brackets; nothing where the form names no sum."""
    return f"（请求 {yuan(finding.asked)}）" if finding.asked else ""


def sum_set_off(off: Money, others: Sequence[str], *, open_which: bool) -> str:
    """What of a claim was set off with others, by their titles, and whether it is open if those are meant."""
    titles = "、".join(f"“{title}”" for title in dict.fromkeys(others))
    which = f"；抵的是不是{titles}里的钱，未定" if titles and open_which else ""
    beside = f"与{titles}" if titles and not open_which else ""
    if not off.low:
        return f"可能{beside}抵销，至多 {yuan(off.high)}{which}"
    return f"{beside or '已'}抵销 {money_in_words(off)}{which}"


def set_off_in_words(one: SetOffFinding, names: Mapping[str, str]) -> str:
    """Who set off with whom: 周某与乙物业互负的债务抵销，同等数额消灭（周某主张）."""
    first = one.parts[0]
    by = f"（{names[one.by]}主张）" if one.by and one.by in names else ""
    order = f"；{one.order}" if one.order else ""
    return f"{names[first.claimant]}与{names[first.respondent]}互负的债务抵销，同等数额消灭{by}{order}"


def set_off_part_in_words(part: SetOffPart, names: Mapping[str, str]) -> str:
    """What it takes off a claim: 周某对乙物业的“停水停电”减去 500.00 元."""
    off = f"至多减去 {yuan(part.off.high)}，未定" if not part.off.low else f"减去 {money_in_words(part.off)}"
    return f"{names[part.claimant]}对{names[part.respondent]}的“{part.title}”{off}"
