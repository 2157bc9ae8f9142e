"""Who has to act on a report of what a dispute is about: read from the norms of the matter, as the graph sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from propertylaw.library import KnowledgeBase
from propertylaw.model import BodyTask, Locator, Matter, PublicBodies
from propertylaw.rulebook import Rules, data_folder, rules
from propertylaw.rulebook.store import kept

from .routes import matches

if TYPE_CHECKING:
    from propertylaw.graph import RuleGraph

    from .local_points import LocalPoints

_PROVIDER = "service_provider"
_ANY_BODY = "generic_authority"
"""Named beside others it adds nobody: it may be one of them."""
ROLES = ("leads", "acts", "supervises", "assists")


def public_bodies_of(
    claims: Mapping[str, str | None], law: KnowledgeBase, local: LocalPoints | None = None
) -> Iterator[PublicBodies]:
    """For each matter that stands beside a claim, the bodies that have to do with it.

    Args:
        claims: ids of claims, each with the matter that its facts name, or None.
        law: the law of the day and the place.
        local: what the local texts that apply say; that on the act that is complained of is added.
    """
    wanted = {id: tuple(_beside(matter, claims)) for id, matter in law.rules.matters.items()}
    found = {id: ids for id, ids in wanted.items() if ids}
    tasks = bodies_by_matter(law.rules) if found else {}
    bodies: Iterable[PublicBodies] = [
        _in_force(tasks[id], law).model_copy(update={"claims": ids}) for id, ids in found.items()
    ]
    if local and local.norms:
        from .local_bodies import with_local_bodies

        bodies = with_local_bodies(bodies, claims, local)
    yield from (one for one in bodies if one.tasks or one.says or one.local_reports)


def bodies_by_matter(book: Rules) -> Mapping[str, PublicBodies]:
    """For each matter the bodies that national law names."""
    return _shipped() if book is rules() else _laid_over(book)


def _beside(matter: Matter, claims: Mapping[str, str | None]) -> Iterator[str]:
    for claim, named in claims.items():
        if named == matter.id if named else matches(matter.claims, claim):
            yield claim


@cache
def _shipped() -> Mapping[str, PublicBodies]:
    """The national law alone: read once, then kept, since the graph takes longer than all the rest of an analysis."""
    folder, program = data_folder("rules"), Path(__file__).resolve().parent.parent
    files = [*sorted(folder.glob("norms/*.yaml")), *(folder / f"{name}.yaml" for name in _TOLD_BY)]
    code = [program / "graph" / "responsibility.py", Path(__file__).resolve()]
    return kept("public-bodies", [*files, *code], lambda: _of(rules()))


@lru_cache(maxsize=2)
def _laid_over(book: Rules) -> Mapping[str, PublicBodies]:
    """That of a pack or a reform, which is asked about case after case."""
    return _of(book)


_TOLD_BY = ("topics", "roles", "parties", "matters")


def _of(book: Rules) -> Mapping[str, PublicBodies]:
    from propertylaw.graph import RuleGraph

    graph = RuleGraph(book.norms.values(), topics=dict(book.topics))
    return {matter.id: _bodies(matter, graph) for matter in book.matters.values()}


def _bodies(matter: Matter, graph: RuleGraph) -> PublicBodies:
    handlings = [graph.handling(topic) for topic in matter.topics]
    found: dict[tuple[str, str], dict[Locator, None]] = {}
    for role in ROLES:
        for one in (one for handling in handlings for one in getattr(handling, role)):
            places = [norm.locator for norm in one.norms if not any(at.contains(norm.locator) for at in matter.apart)]
            if places:
                found.setdefault((role, one.party), {}).update(dict.fromkeys(places))
    tasks = tuple(BodyTask(party=party, role=role, basis=tuple(places)) for (role, party), places in found.items())
    told = (norm for handling in handlings for norm in handling.reports if _PROVIDER in norm.bearer)
    return PublicBodies(
        matter=matter.id,
        title=matter.title,
        says=matter.says,
        tasks=tasks,
        reports=tuple(dict.fromkeys(norm.locator for norm in told)),
        nobody_leads=nobody_leads(tasks),
        claims=(),
        basis=matter.basis,
        otherwise=matter.otherwise,
    )


def nobody_leads(tasks: Iterable[BodyTask]) -> bool:
    """Whether several bodies have to do with it and none of them is put in the lead."""
    tasks = tuple(tasks)
    busy = {task.party for task in tasks if task.role in ("acts", "supervises")} - {_ANY_BODY}
    return len(busy) > 1 and not any(task.role == "leads" for task in tasks)


def _in_force(one: PublicBodies, law: KnowledgeBase) -> PublicBodies:
    """What of it applies on the day at the place."""
    kept_tasks = [task.model_copy(update={"basis": tuple(filter(law.applies, task.basis))}) for task in one.tasks]
    tasks = tuple(task for task in kept_tasks if task.basis)
    reports = tuple(filter(law.applies, one.reports))
    said = {} if all(map(law.applies, one.basis)) else {"says": one.otherwise, "basis": ()}
    told = {"tasks": tasks, "reports": reports, "nobody_leads": nobody_leads(tasks), "otherwise": ""}
    return one.model_copy(update=told | said)
