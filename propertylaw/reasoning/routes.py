"""Ways to have claims settled: which procedures fit, with their periods to the day; who is left to pay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase

from propertylaw.model import Chain, ChainFinding, DeadlineFinding, Route, RouteDeadline, RouteFinding
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations.procedural_periods import last_day
from propertylaw.rulebook.expression import parse

from .claims import Between
from .truth import TRUE, judge


def routes_of(
    open_claims: Iterable[tuple[str, Between]], pairs: Collection[tuple[str, str]], rules: Rules
) -> Iterator[RouteFinding]:
    """The routes that fit claims that are not refused, in the order of the rules.

    Args:
        open_claims: ids of the claims, each with how things stand between its two parties.
        pairs: who claims of whom in the dispute, refused claims among them.
        rules: the rules.
    """
    claims = list(open_claims)
    for route in rules.routes.values():
        fitting = [
            (id, standing)
            for id, standing in claims
            if fits(route, id)
            and _offered(route.when, standing)
            and _open(route, standing)
            and not (route.unopposed and pair_of(standing)[::-1] in pairs)
        ]
        if fitting:
            yield _finding(route, fitting)


def pair_of(standing: Between) -> tuple[str, str]:
    """Who claims of whom."""
    return standing.facts.claimant.id, standing.facts.respondent.id


def fits(route: Route, claim: str) -> bool:
    """Whether a route fits a claim."""
    return matches(route.claims, claim) and not matches(route.not_claims, claim)


def matches(patterns: Iterable[str], claim: str) -> bool:
    """Whether the id of a claim has one of these patterns."""
    return any(_is_like(claim, pattern) for pattern in patterns)


def _is_like(claim: str, pattern: str) -> bool:
    # Nearly every pattern is an id, or ends with its star: for those no expression need be compiled.
    head, star, rest = pattern.partition("*")
    if rest:
        return fnmatchcase(claim, pattern)
    return claim.startswith(head) if star else claim == head


def chains_of(standings: Iterable[Between], rules: Rules) -> Iterator[ChainFinding]:
    """The chains of those who may have to pay, where a debtor has gone."""
    pairs = list(standings)
    for chain in rules.chains.values():
        if any(_offered(chain.when, standing) for standing in pairs):
            yield _chain(chain)


def _open(route: Route, standing: Between) -> bool:
    """Whether nothing that is told closes the route."""
    closed = route.unless is not None and _offered(route.unless, standing)
    return not closed and (route.asks is None or standing.value(route.asks) is not False)


def _question(route: Route, fitting: list[tuple[str, Between]]) -> str:
    """The question that tells whether the route is still open, where nobody has told; empty else."""
    facts = fitting[0][1].facts
    if route.asks is None or any(standing.value(route.asks) is not None for _, standing in fitting):
        return ""
    return f"{facts.question(facts.file.facts[route.asks])}（{route.asks}）"


def _finding(route: Route, fitting: list[tuple[str, Between]]) -> RouteFinding:
    facts = fitting[0][1].facts
    deadlines = [_deadline(one, fitting) for one in route.deadlines if _in_force(one, facts.on)]
    return RouteFinding(
        id=route.id,
        title=route.title,
        says=route.says,
        authority=route.authority,
        needs=route.needs,
        asks=_question(route, fitting),
        deadlines=tuple(deadlines),
        claims=tuple(dict.fromkeys(id for id, _ in fitting)),
        basis=route.basis,
    )


def _deadline(rule: RouteDeadline, fitting: list[tuple[str, Between]]) -> DeadlineFinding:
    facts = fitting[0][1].facts
    start = next((day for _, standing in fitting if (day := standing.facts.day(rule.starts))), None)
    end = last_day(start, rule.period) if start and rule.period else None
    return DeadlineFinding(
        says=rule.says,
        starts=start.isoformat() if start else None,
        last_day=end.isoformat() if end else None,
        passed=None if end is None else facts.on > end,
        basis=rule.basis,
    )


def _in_force(rule: RouteDeadline, on: date) -> bool:
    return (rule.since or on) <= on <= (rule.until or on)


def _offered(when: str, standing: Between) -> bool:
    """Whether a condition is given; what nobody speaks of does not count as given."""
    return judge(parse(when), standing, "D", prover_wants=True) == TRUE


def _chain(chain: Chain) -> ChainFinding:
    return ChainFinding(id=chain.id, title=chain.title, says=chain.says, who=tuple(link.who for link in chain.links))
