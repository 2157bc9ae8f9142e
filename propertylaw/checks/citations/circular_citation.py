"""CIT004: provisions that each leave the answer to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Citation, Locator, Severity
from propertylaw.structure import cite


@check("CIT004", "circular_citation", Severity.HIGH, subject="regulation", message="条文互相援引，绕回原处")
def circular_citation(regulation: Regulation) -> Iterator[Hit]:
    """一条说依照另一条办理，另一条又说依照这一条办理，谁也没有写内容。

    沿着援引找下去回到原处，没有可以适用的规则。

    会报告：第五条“依照第八条的规定办理”，第八条“依照第五条的规定办理”。

    不报告：第八条引用第五条的情形，自己另有内容。

    怎样解决：在其中一条写明内容。
    """
    leads = _leads(regulation)
    told: set[frozenset[int]] = set()
    for start in leads:
        path = _back_to(start, leads)
        if path and frozenset(path) not in told:
            told.add(frozenset(path))
            first = leads[start][path[1] if len(path) > 1 else start]
            if first.text_span:
                places = tuple(Locator(instrument=regulation.outline.instrument, article=number) for number in path)
                says = "→".join(map(cite, (*places, places[0])))
                yield Hit(first.text_span, says=says, advice="在其中一条写明内容", related=places)


def _leads(regulation: Regulation) -> Mapping[int, Mapping[int, Citation]]:
    """By article those whose rule takes the place of its own, as far as it leaves the matter to them."""
    text, found = regulation.source.text, defaultdict[int, dict[int, Citation]](dict)
    for citation in regulation.citations:
        if citation.at is None or citation.text_span is None or citation.at.article is None:
            continue
        start, end = citation.text_span
        before, after = text[max(0, start - 12) : start], text[end : end + 12]
        if not pattern("{left_to}").search(before) or not pattern("{rule_of_other}").match(after):
            continue
        for target in citation.targets:
            own = target.instrument == regulation.outline.instrument and target.article != citation.at.article
            if own and target.article and "条" in citation.text:
                found[citation.at.article].setdefault(target.article, citation)
    return found


def _back_to(start: int, leads: Mapping[int, Mapping[int, Citation]]) -> tuple[int, ...]:
    """The articles on a way from one back to it; empty where there is none."""
    open_ends: list[tuple[int, ...]] = [(start,)]
    seen: set[int] = set()
    while open_ends:
        path = open_ends.pop()
        for number in leads.get(path[-1], {}):
            if number == start:
                return path
            if number not in seen:
                seen.add(number)
                open_ends.append((*path, number))
    return ()
