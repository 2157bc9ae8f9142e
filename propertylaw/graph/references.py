"""Norms that point at a provision of a higher source and so carry it out or explain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from propertylaw.model import Locator, Modality, Norm

from .precedence import Sources
from .relation import Aspect, Relation, RelationKind

_SURE = 0.8


def reference_relations(norms: Iterable[Norm], sources: Sources) -> Iterator[Relation]:
    """For each citation of a higher source's article the norm there that is nearest in words."""
    norms = tuple(norms)
    articles: dict[tuple[str, int | None], list[Norm]] = defaultdict(list)
    for norm in norms:
        articles[norm.locator.instrument, norm.locator.article].append(norm)
    for norm in norms:
        if not norm.cites or norm.modality is Modality.SANCTION:
            continue  # a sanction cites what it protects
        for target in dict.fromkeys(target for citation in norm.cites for target in citation.targets):
            order = sources.between(norm.locator.instrument, target.instrument)
            if order is None or order.lower != norm.locator.instrument or not target.article:
                continue
            nearest = _nearest(norm, target, articles.get((target.instrument, target.article), ()))
            if nearest is not None:
                why = "写明依照上位规定的这一条" if order.by == "rank" else "写明对这一条的理解或者适用"
                yield Relation(
                    RelationKind.IMPLEMENTS, norm, nearest, Aspect.CITES, str(target), None, order.by, _SURE, why
                )


def _nearest(norm: Norm, target: Locator, there: Sequence[Norm]) -> Norm | None:
    words = f"{norm.condition or ''}{norm.action}"
    return max(
        (one for one in there if target.contains(one.locator)),
        key=lambda one: fuzz.partial_ratio(f"{one.condition or ''}{one.action}", words),
        default=None,
    )
