"""Which clauses stand although local law forbids them: whether they are void is not settled."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from propertylaw.graph import Conflict, RuleGraph
from propertylaw.model import Diagnostic, Locator, Severity
from propertylaw.rulebook import precedence
from propertylaw.structure import cite


def contested(graph: RuleGraph, void: Collection[Locator]) -> Iterator[Diagnostic]:
    """The clauses that local law alone speaks against.

    Args:
        graph: law and documents.
        void: clauses that mandatory law overrides; they are told of elsewhere.
    """
    found: dict[Locator, list[Conflict]] = {}
    for conflict in graph.contested:
        place = conflict.lower.locator.bare
        if place not in void:
            found.setdefault(place, []).append(conflict)
    for place, conflicts in found.items():
        against = tuple(dict.fromkeys(conflict.higher.locator.bare for conflict in conflicts))
        yield _contested_clause(graph, place, against)


def _contested_clause(graph: RuleGraph, place: Locator, against: tuple[Locator, ...]) -> Diagnostic:
    known = graph.instruments
    rule = precedence(known[against[0].instrument], known[place.instrument])
    cited = "、".join(cite(at, known[at.instrument].title) for at in against)
    return Diagnostic(
        code="DOC005",
        severity=Severity.HIGH,
        message=f"{cite(place, known[place.instrument].title)}与{cited}不一致；"
        f"{rule.rule.says if rule else '是否有效没有定论'}；这里仍按有效处理",
        locator=place,
        related=against,
        basis=rule.rule.basis if rule else (),
        advice="请就这一条的效力另行判断",
    )
