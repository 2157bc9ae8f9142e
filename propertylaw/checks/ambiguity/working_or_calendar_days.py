"""AMB003: the same people act within days here and within working days there, and nothing says how days are counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Norm, PartyId, Rank, Severity, Span
from propertylaw.rulebook import parties

_CIVIL = (Rank.STATUTE, Rank.INTERPRETATION)
"""Whose days are counted by the rules of the Civil Code on periods, or by a law of procedure."""
_SHORT = 10
"""Up to so many days it matters whether holidays count."""
_PERIOD = re.compile(r"P(?P<days>\d+)(?P<unit>B?D)")
_PUBLIC = "public"
_Spans = Mapping[str, list[Span]]


@check(
    "AMB003",
    "working_or_calendar_days",
    Severity.LOW,
    subject="regulation",
    message="短的期限有的用“日”、有的用“工作日”，没有写明“日”怎样计算",
)
def working_or_calendar_days(regulation: Regulation) -> Iterator[Hit]:
    """行政机关（或者同一主体）的短期限有的用“日”、有的用“工作日”，没有说明“日”是否含节假日。

    期限短的，含不含节假日相差一半，逾期与否会有不同算法。

    会报告：街道办事处应当在七日内告知；主管部门应当在五个工作日内审核，而全文没有说明怎样计算。

    不报告：机关的期限都用工作日，业主和企业的期限都用日；文末写明十日以下的期限按工作日计算。

    怎样解决：统一用一种，或者在附则写明计算方法。
    """
    text = regulation.source.text
    if regulation.rank in _CIVIL or not pattern("{working_day}").search(text) or pattern("{day_defined}").search(text):
        return
    for party, spans in _periods(regulation).items():
        plain, working = spans["D"], spans["BD"]
        if plain and working:
            whose = "行政机关" if party == _PUBLIC else parties()[party].title
            says = f"{whose}的期限，{_said(text, plain)}用日，{_said(text, working)}用工作日"
            places = tuple(at for span in (*plain[1:5], *working[:4]) if (at := regulation.locator_at(span[0])))
            yield Hit(plain[0], says=says, advice="统一用一种，或者在附则写明“日”的计算方法", related=places)


def _periods(regulation: Regulation) -> Mapping[PartyId, _Spans]:
    """Where the short periods of each party stand, by unit; public bodies count as one.

    A period belongs to whom its sentence names first.
    """
    seen: set[Span] = set()
    found: dict[PartyId, _Spans] = defaultdict(lambda: {"D": [], "BD": []})
    for norm in regulation.norms:
        period = _PERIOD.fullmatch(norm.deadline or "")
        if period is None or norm.text_span is None or int(period["days"]) > _SHORT:
            continue
        words = pattern("{within_working_days}" if period["unit"] == "BD" else "{calendar_day}")
        match = words.search(regulation.source.text, *norm.text_span)
        if match is None or match.span() in seen:
            continue
        seen.add(match.span())
        for party in _bound(norm):
            found[party][period["unit"]].append(match.span())
    return found


def _bound(norm: Norm) -> frozenset[PartyId]:
    known = parties()
    return frozenset(_PUBLIC if known[id].nature == "public" else id for id in norm.bearer if id in known)


def _said(text: str, spans: list[Span]) -> str:
    first = f"“{text[slice(*spans[0])]}”"
    return f"{first}等 {len(spans)} 处" if len(spans) > 1 else first
