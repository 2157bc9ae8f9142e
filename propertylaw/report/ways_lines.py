"""The ways on from a dispute as short lines of its page: routes with their days, public bodies, others who may pay."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from propertylaw.model import Analysis, DeadlineFinding, PublicBodies, RouteFinding
from propertylaw.rulebook import rules

from .terminal import COMMAND, Indented, cited, point
from .ways_words import bodies_in_words, deadline_in_words

_NOT_ACTED = "public.report_not_acted"
"""The claim against a body that does not act on a report."""


def route_lines(analysis: Analysis) -> list[RenderableType]:
    """Each route with where to go, what it takes and until when, a line each."""
    several = len({finding.id for finding in analysis.claims}) > 1
    titles = {finding.id: finding.title for finding in analysis.claims}
    lines = [_route(route, titles if several else {}) for route in analysis.routes]
    ids = "、".join(route.id for route in analysis.routes)
    return [*lines, Text(f"更多提示：rules show {ids}（一次一个）", style=COMMAND)] if lines else []


def body_lines(analysis: Analysis) -> list[RenderableType]:
    """Each matter with who leads, acts, supervises and assists, and what to do when none of them does anything."""
    lines = [_bodies(bodies) for bodies in analysis.public_bodies]
    if lines and all(finding.id != _NOT_ACTED for finding in analysis.claims):
        title = rules().claims[_NOT_ACTED].title
        said = f"书面报告以后仍没有人处理的：见“{title}”"
        lines.append(point("· ", Text.assemble(said, (f"（rules show {_NOT_ACTED}）", COMMAND))))
    return lines


def chain_lines(analysis: Analysis) -> list[RenderableType]:
    """Each chain in one line."""
    return [
        Group(
            point("· ", Text.assemble((chain.title, "head"), f"：{' → '.join(chain.who)}")),
            Indented(Text(f"依据、证据和把握：rules show {chain.id}", style=COMMAND), 2),
        )
        for chain in analysis.chains
    ]


def _route(route: RouteFinding, titles: dict[str, str]) -> RenderableType:
    about = f"［{'；'.join(titles[id] for id in route.claims if id in titles)}］" if titles else ""
    head = Text.assemble((route.title, "head"), f"{about}：{route.says}", (f"　{cited(route.basis)}", "law"))
    lines: list[RenderableType] = [point("· ", head)]
    lines += [_below(f"先弄清：{route.asks}")] if route.asks else []
    lines += [_below(f"去哪里：{route.authority}")]
    lines += [_below(f"需要：{'；'.join(route.needs)}")] if route.needs else []
    lines += [_deadline(one) for one in route.deadlines if one.last_day]
    known = {one.says for one in route.deadlines if not one.last_day}
    book = rules()
    told = book.routes[route.id].deadlines if route.id in book.routes else ()
    lines += [_below(f"期限：{deadline_in_words(one, book)}") for one in told if one.says in known]
    return Group(*lines)


def _deadline(one: DeadlineFinding) -> RenderableType:
    style = "bad" if one.passed else "good"
    state = "已过" if one.passed else "未过"
    text = Text.assemble(f"{one.says}：自 {one.starts} 起，不迟于 ", (f"{one.last_day}（{state}）", style))
    return Indented(Text.assemble(text, (f"　{cited(one.basis)}", "law")), 2)


def _bodies(bodies: PublicBodies) -> RenderableType:
    lines: list[RenderableType] = [point("· ", Text(bodies.title, style="head"))]
    lines += [_below(line) for line in bodies_in_words(bodies)]
    return Group(*lines)


def _below(line: str) -> RenderableType:
    return Indented(Text(line), 2)
