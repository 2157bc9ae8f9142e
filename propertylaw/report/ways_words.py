"""Periods of routes, and public bodies with what they have to do, in words."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import PublicBodies, RouteDeadline
from propertylaw.rulebook import Rules, roles
from propertylaw.rulebook.calculations.procedural_periods import PART

from .names import party_name
from .terminal import all_cited

_UNITS = {"D": "日", "M": "个月", "Y": "年"}


def period_in_words(period: str) -> str:
    """A period as people say it: 30日, 2个月届满后60日."""
    return "届满后".join(f"{count}{_UNITS[unit]}" for count, unit in PART.findall(period))


def deadline_in_words(one: RouteDeadline, book: Rules) -> str:
    """What has to be done within which period, and from when it runs."""
    start = book.facts[one.starts].title
    length = f"{period_in_words(one.period)}内，自{start}" if one.period else f"自{start}起，期限待核"
    law = f"（{one.since} 起）" if one.since else f"（至 {one.until}）" if one.until else ""
    return f"{one.says}：{length}{law}　{all_cited(one.basis)}"


def bodies_in_words(bodies: PublicBodies) -> Iterator[str]:
    """Who leads, acts, supervises and assists, and that nobody leads."""
    for id, role in roles().items():
        named = [task for task in bodies.tasks if task.role == id]
        if named:
            places = dict.fromkeys(place for task in named for place in task.basis)
            who = "、".join(dict.fromkeys(party_name(task.party) for task in named))
            yield f"{role.title}：{who}（{all_cited(places)}）"
    if bodies.local_reports:
        yield f"当地写明要报告、可以投诉的：{all_cited(bodies.local_reports)}"
    if bodies.nobody_leads:
        yield "几家都有职责，没有写明谁牵头，容易互相推诿：分别书面报告，留下各家的答复，请共同的上一级机关指定"
    if bodies.says:
        yield f"{bodies.says}（{all_cited(bodies.basis)}）" if bodies.basis else bodies.says
    if bodies.otherwise:
        yield f"注意：{bodies.otherwise}"
