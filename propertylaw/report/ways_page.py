"""Routes, chains of those who may have to pay, and matters for public bodies, as readable pages and parts of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from propertylaw.model import Chain, ChainLink, Matter, PublicBodies, Route
from propertylaw.reasoning.public_bodies import bodies_by_matter
from propertylaw.reasoning.routes import fits, matches
from propertylaw.rulebook import Rules

from .rule_words import always, condition, party_titles
from .sheet import Entry, Section, Sheet, Words, words
from .terminal import all_cited
from .ways_words import bodies_in_words, deadline_in_words

_LISTED = 12
"""So many claims of a route are listed by title; more are counted."""


def claim_ways(claim: str, book: Rules) -> Iterator[Section]:
    """The routes that fit a claim, whom to report to, and who else may have to pay."""
    routes = [_route(route, book) for route in book.routes.values() if fits(route, claim)]
    if routes:
        yield Section("途径", tuple(routes))
    matters = [matter.id for matter in book.matters.values() if matches(matter.claims, claim)]
    if claim.startswith("public."):
        matters = list(book.matters)
    if matters:
        told = bodies_by_matter(book)
        yield Section("该向谁报告、谁必须处理", tuple(_matter(told[id]) for id in matters))
    chains = [chain for chain in book.chains.values() if any(claim in link.claims for link in chain.links)]
    if chains:
        yield Section("对方没了、没钱：还能找谁", tuple(_chain(chain) for chain in chains))


def route_sheet(route: Route, book: Rules) -> Sheet:
    """The page of a route."""
    data: list[tuple[str, Words]] = [("结果", (route.says,)), ("去哪里", (route.authority,))]
    if not always(route.when):
        data.append(("条件", condition(route.when, book)))
    if route.unless:
        data.append(("除非", condition(route.unless, book)))
    if route.asks:
        data.append(("先弄清", (book.facts[route.asks].question,)))
    sections = (
        Section("还需要", tuple(Entry((need,)) for need in route.needs)),
        Section("期限", tuple(Entry((deadline_in_words(one, book),)) for one in route.deadlines)),
        Section("提示", tuple(Entry((note,)) for note in route.notes)),
        Section("适合的请求", tuple(_fitting(route, book))),
    )
    cited = ("依据", (all_cited(route.basis),))
    return Sheet(route.title, route.id, (*data, cited), tuple(one for one in sections if one.entries))


def _fitting(route: Route, book: Rules) -> Iterator[Entry]:
    """The claims that a route fits, by title; where they are many, how many of each group of ids."""
    fitting = [id for id in book.claims if fits(route, id)]
    if len(fitting) <= _LISTED:
        yield from (Entry((f"{book.claims[id].title}（{id}）",)) for id in fitting)
        return
    groups = Counter(id.partition(".")[0] for id in fitting)
    counts = "、".join(f"{group}.* {count} 项" for group, count in groups.items())
    yield Entry((f"共 {len(fitting)} 项：{counts}；名称见 rules list",))


def chain_sheet(chain: Chain, book: Rules) -> Sheet:
    """The page of a chain: each who may have to pay, in the order in which to try."""
    entries = tuple(_link(number, link, book) for number, link in enumerate(chain.links, 1))
    sections = [Section("先后", entries)]
    if chain.notes:
        sections.append(Section("提示", tuple(Entry((note,)) for note in chain.notes)))
    when = ("什么时候", condition(chain.when, book))
    return Sheet(chain.title, chain.id, (("说明", (chain.says,)), when), tuple(sections))


def matter_sheet(matter: Matter, book: Rules) -> Sheet:
    """The page of a matter: who has to act on a report."""
    told = bodies_by_matter(book)[matter.id]
    return Sheet(matter.title, matter.id, (), (Section("该向谁报告、谁必须处理", (_matter(told),)),))


def _route(route: Route, book: Rules) -> Entry:
    given = () if always(route.when) else words("条件：", condition(route.when, book), "。")
    closed = words("除非：", condition(route.unless, book), "。") if route.unless else ()
    first = f"先弄清：{book.facts[route.asks].title}。" if route.asks else ""
    needs = f"需要：{'；'.join(route.needs)}。" if route.needs else ""
    lines = [words(given, closed, first, needs, f"去哪里：{route.authority}。")]
    lines += [words("期限：", deadline_in_words(one, book)) for one in route.deadlines]
    return Entry((f"{route.title} — {route.says}",), (*lines, (f"{all_cited(route.basis)}　{route.id}",)))


def _matter(bodies: PublicBodies) -> Entry:
    reports = f"物业公司等的制止、报告义务：{all_cited(bodies.reports)}"
    lines = [*bodies_in_words(bodies), *([reports] if bodies.reports else [])]
    return Entry((bodies.title,), tuple((line,) for line in lines))


def _chain(chain: Chain) -> Entry:
    order = " → ".join(link.who for link in chain.links)
    return Entry((chain.title,), ((order,), (f"rules show {chain.id}",)))


def _link(number: int, link: ChainLink, book: Rules) -> Entry:
    lines: list[Words] = [(link.says,)]
    if link.claims:
        lines.append((f"请求：{'、'.join(book.claims[id].title for id in link.claims)}",))
    lines += [(f"证据：{'、'.join(link.evidence)}",), (f"把握：{link.prospects}",), (all_cited(link.basis),)]
    role = f"（{party_titles(link.role, book)}）" if link.role else ""
    return Entry((f"{number}. {link.who}{role}",), tuple(lines))
