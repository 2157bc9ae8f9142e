"""Whom local texts name on an act that a claim complains of: beside the bodies of national law, or alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propertylaw.model import BodyTask, Locator, PublicBodies
from propertylaw.model.local_act import LocalAct
from propertylaw.rulebook.local_acts import acts_of, local_acts

from .local_points import LocalPoints
from .public_bodies import ROLES, nobody_leads


def with_local_bodies(
    bodies: Iterable[PublicBodies], claims: Iterable[str], local: LocalPoints
) -> Iterator[PublicBodies]:
    """The bodies of national law, each with what local texts say on the act; then those that they alone name.

    Args:
        bodies: those of the matters that stand beside claims.
        claims: all claims of the dispute.
        local: what the local texts that apply say.
    """
    told: set[str] = set()
    for one in bodies:
        told.update(one.claims)
        yield _with_local(one, acts_of(one.claims, one.matter), local)
    yield from _local_alone([claim for claim in claims if claim not in told], local)


def _local_alone(claims: Iterable[str], local: LocalPoints) -> Iterator[PublicBodies]:
    """The bodies that local texts name for claims beside which no matter stands."""
    beside: dict[str, list[str]] = {}
    for claim in claims:
        for act in acts_of((claim,)):
            beside.setdefault(act.id, []).append(claim)
    for act in local_acts().acts:
        if act.id in beside:
            nobody = PublicBodies(matter=act.id, title=act.title, tasks=(), nobody_leads=False, claims=())
            yield _with_local(nobody, (act,), local).model_copy(update={"claims": tuple(beside[act.id])})


def _with_local(one: PublicBodies, acts: Iterable[LocalAct], local: LocalPoints) -> PublicBodies:
    """The same with what local texts say on the acts: a body in one role stands once, with all provisions."""
    found = {(task.party, task.role): dict.fromkeys(task.basis) for task in one.tasks}
    reports: dict[Locator, None] = {}
    for act in acts:
        for task in local.tasks(act):
            found.setdefault((task.party, task.role), {}).update(dict.fromkeys(task.basis))
        reports.update(dict.fromkeys(local.reports(act)))
    order = sorted(found, key=lambda key: ROLES.index(key[1]))
    tasks = tuple(BodyTask(party=key[0], role=key[1], basis=tuple(found[key])) for key in order)
    return one.model_copy(update={"tasks": tasks, "local_reports": tuple(reports), "nobody_leads": nobody_leads(tasks)})
