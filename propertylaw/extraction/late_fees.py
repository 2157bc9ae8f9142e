"""Rates and caps of a penalty for late fees: for which time a share is owed, and whether some rate was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from propertylaw.model import Quantity, Span

from .figures import NUMBER, number

RATES = ("1/day", "1/month", "1/year")
"""The units of what is owed by time."""
_LATE = "(?:逾期|延迟|迟延|延误|拖欠|超过|迟交|晚交)"
_EACH = tuple(
    (unit, re.compile(rf"每{_LATE}一?个?{time}|{alone}"))
    for unit, time, alone in (("1/day", "[日天]", "逐[日天]"), ("1/month", "月", "逐月"), ("1/year", "年", "逐年"))
)
"""What gives a rate its time from before a comma: 每逾期一日，按…"""
_NO_DUE_DAY = "(?!度?[交缴预]|的?[\\d一二三四五六七八九十]+[日号月])"
_BESIDE = tuple(
    (unit, re.compile(words))
    for unit, words in (
        ("1/month", f"(?:每个?|按)月{_NO_DUE_DAY}|月(?:息|利率)|[/／]月"),
        ("1/year", f"年(?:化|息|利率|利息|率)|[每按]年{_NO_DUE_DAY}|[按照]年(?=百分之|\\d)|[/／]年"),
    )
)
"""What gives it its time from beside it."""
_CAP = re.compile(
    "(?:违约金|滞纳金|利息|加付)[^，。；]{0,4}总额|总额[^，。；]{0,4}(?:不|以|最高|为)|上限|最高|累计|不[得能应]?超[过出]|为限|封顶"
)
_FROM_A_LATER_DAY = re.compile(f"第(?![一1][日天]){NUMBER}[日天]起")
_BY_STAGES = re.compile(f"(?:逾期|超过|满)[^，。；]{{0,4}}{NUMBER}(?:个?月|[日天])(?:以内|之内|内|以下)")
"""What limits a rate to the first days of a delay: 逾期一个月以内按…, 超过一个月按…"""
_OF_A_LOAN = re.compile("LPR|报价利率|贷款[^，。；]{0,8}利率|银行[^，。；]{0,10}利率|(?:法定|基准)利率")
_MEASURED = re.compile(
    "利率|[日月年]息|LPR|[两二三四五六七八九十\\d]倍|[%％‰‱]|[万千百]分之|[/／](?:10{2,5}|[百千万])"
    f"|(?:[每按逐]|每{_LATE}?一?个?)[日天月].{{0,12}}元|{_LATE}一?个?[日天月].{{0,12}}元|元(?:[/／每]|一)[日天月]"
)
_WHOLE = re.compile(
    "(?:以|不得?超过)[^，。；、\\d]{0,6}?(?:欠费|欠缴|拖欠|所欠|应[交缴付]|未[交缴付])?[^，。；\\d%％分倍]{0,10}"
    "(?:本金|欠费|(?:欠|应|未)[^，。；\\d%％分倍]{0,12}(?:总额|金额|数额|费用))(?:的一倍)?(?:为限)?(?=[，。；]|$)"
)
"""A cap at the whole of what is owed: 以欠费本金为限, 不超过欠费总额."""
TIMES_PRIME = "times_prime"
"""The unit of what is agreed as so many times the loan prime rate."""
_PRIME_TIMES = re.compile(
    f"(?:LPR|报价利率)[^，。；、\\d一二三四五六七八九十两]{{0,8}}(?:(?P<times>{NUMBER})倍|(?:加计|加收|上浮)"
    f"(?:(?P<share>{NUMBER})[%％]|百分之(?P<hundredths>{NUMBER})))"
)
"""LPR 的 1.5 倍, 一年期 LPR 加计百分之三十."""
_STOPS = re.compile("[，。；,;\n]")
_LIMITED = re.compile(f"{_CAP.pattern}|最[长多]|至多")
_OF_TIME_OR_SUM = re.compile(f"{NUMBER}(?:个?(?:自然|日历)?[日天月年]|[元圆])|[一二两三四五六七八九十\\d]倍")
_OF_SOMETHING_ELSE = re.compile("(?:的|者|时)$|宽限|缓[交缴]|催|通知|[交缴付]清")
"""A condition (逾期不超过三十日的), or a time to pay within."""


def rated(text: str, span: Span, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of a sentence on such a penalty: its shares are rates where they are owed by the day, month, year.

    Args:
        text: the whole text.
        span: the sentence.
        quantities: what was read in it.
    """
    found: list[Quantity] = []
    told_until = span[0]
    for one in quantities:
        unit = _unit(text[told_until : one.text_span[0]], one.context) if one.unit == "share" else None
        found.append(one.model_copy(update={"unit": unit}) if unit else one)
        if one.unit == "share" or one.unit in RATES:
            told_until = one.text_span[1]
    return (*found, *_whole(text, span, found), *_times_prime(text, span))


def rate_unread(words: str, quantities: Sequence[Quantity]) -> bool:
    """Whether words on such a penalty measure it in a way that was not, or not all, read."""
    if any(one.unit in (*RATES, TIMES_PRIME) for one in quantities):
        return bool(_FROM_A_LATER_DAY.search(words) or _BY_STAGES.search(words))
    return any(_MEASURED.search(part) and not _CAP.search(part) for part in _STOPS.split(words))


def cap_unread(words: str, quantities: Sequence[Quantity]) -> bool:
    """Whether words bound such a penalty by what is no share of what is owed: by days, a sum, the price of a loan."""
    shares = [one.text for one in quantities if one.unit == "share"]
    bounds = (one for one in _STOPS.split(words) if _LIMITED.search(one) and not any(text in one for text in shares))
    return any(_OF_TIME_OR_SUM.search(one) and not _OF_SOMETHING_ELSE.search(one) for one in bounds)


def _unit(before: str, context: str) -> str | None:
    """The unit of a share as a rate; None where it is a cap, a share of a loan's price, or tells no time."""
    if _CAP.search(context) or _OF_A_LOAN.search(context):
        return None
    beside = (unit for unit, words in _BESIDE if words.search(context))
    each = (unit for unit, words in _EACH if words.search(before))
    return next(beside, None) or next(each, None)


def _times_prime(text: str, span: Span) -> Iterator[Quantity]:
    """How many times the loan prime rate is agreed; none of several, nor what only bounds something else."""
    found = [(match, _part_of(match, span)) for match in _PRIME_TIMES.finditer(text, *span)]
    if len(found) != 1 or _CAP.search(found[0][1]):
        return
    match, part = found[0]
    above = number(match["share"] or match["hundredths"] or "")
    value = 1 + above / 100 if above is not None else number(match["times"] or "")
    if value is not None:
        yield Quantity(value=value, unit=TIMES_PRIME, text=match[0], text_span=match.span(), context=part)


def _part_of(match: re.Match[str], span: Span) -> str:
    """The words between two stops in which a match stands."""
    before, after = match.string[span[0] : match.start()], match.string[match.end() : span[1]]
    return _STOPS.split(before)[-1] + match[0] + _STOPS.split(after)[0]


def _whole(text: str, span: Span, read: Sequence[Quantity]) -> Iterator[Quantity]:
    """A cap at the whole of what is owed, where no other is read."""
    if any(one.unit == "share" and _CAP.search(one.context) for one in read):
        return
    for match in _WHOLE.finditer(text, *span):
        yield Quantity.trusted(
            {
                "value": Decimal(1),
                "unit": "share",
                "text": match[0],
                "text_span": match.span(),
                "context": f"累计{match[0]}",
                "every_months": None,
                "month_of_period": None,
                "by_calendar": False,
                "since": None,
                "until": None,
                "off": False,
            }
        )
