"""Which clauses stand although local law forbids them: whether they are void is not settled."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from propertylaw.graph import Conflict, RuleGraph
from propertylaw.model import Diagnostic, Locator, Severity
from propertylaw.rulebook import precedence
from propertylaw.structure import cite

_ABOVE_CAP = "takes_more_than_allowed"
_COUNTS = "这里仍按有效处理"
_WITHIN_CAP = "提取的比例超过当地规定的上限，没有经业主共同决定的，这里只按上限以内算"


def contested(
    graph: RuleGraph, void: Collection[Locator], printed: Mapping[str, str], of_developer: Collection[str]
) -> Iterator[Diagnostic]:
    """The clauses that local law alone speaks against.

    Args:
        graph: law and documents.
        void: clauses that mandatory law overrides; they are told of elsewhere.
        printed: how clauses are numbered in print, where their locators count otherwise.
        of_developer: contracts that the developer made: what its provider may keep is capped in some places.
    """
    found: dict[Locator, list[Conflict]] = {}
    for conflict in graph.contested:
        place = conflict.lower.locator.bare
        if place in void or (conflict.kind == _ABOVE_CAP and place.instrument not in of_developer):
            continue
        found.setdefault(place, []).append(conflict)
    for place, conflicts in found.items():
        against = tuple(dict.fromkeys(conflict.higher.locator.bare for conflict in conflicts))
        clause = cite(place, graph.instruments[place.instrument].title, printed)
        capped = all(conflict.kind == _ABOVE_CAP for conflict in conflicts)
        yield _contested_clause(graph, place, clause, against, _WITHIN_CAP if capped else _COUNTS)


def _contested_clause(
    graph: RuleGraph, place: Locator, clause: str, against: tuple[Locator, ...], taken: str
) -> Diagnostic:
    known = graph.instruments
    rule = precedence(known[against[0].instrument], known[place.instrument])
    cited = "、".join(cite(at, known[at.instrument].title) for at in against)
    return Diagnostic(
        code="DOC005",
        severity=Severity.HIGH,
        message=f"{clause}与{cited}不一致；{rule.rule.says if rule else '是否有效没有定论'}；{taken}",
        locator=place,
        related=against,
        basis=rule.rule.basis if rule else (),
        advice="请就这一条的效力另行判断",
    )
