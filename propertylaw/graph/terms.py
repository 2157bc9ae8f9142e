"""Names of parties that one source uses in a narrower sense than a higher one defines (企业 against 人)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from propertylaw.model import Modality, Norm

from .precedence import Sources
from .relation import Aspect, Relation, RelationKind
from .wording import pattern

_SURE = 0.6


class _Wider(NamedTuple):
    """A norm that says which names a wider name takes in."""

    norm: Norm
    name: str
    narrower: tuple[str, ...]


def term_relations(norms: Iterable[Norm], sources: Sources) -> Iterator[Relation]:
    """For each source that binds only whom a narrower name calls, its first such norm and the wider definition."""
    norms = tuple(norms)
    used: dict[str, dict[str, Norm]] = defaultdict(dict)
    for norm in norms:
        used[norm.locator.instrument].setdefault(norm.bearer_text or "", norm)
    for wider in filter(None, map(_definition, norms)):
        for source, names in used.items():
            order = sources.between(source, wider.norm.locator.instrument)
            if order is None or order.lower != source or order.by == "place" or wider.name in names:
                continue
            narrow = next((name for name in wider.narrower if name in names), None)
            if narrow:
                others = "、".join(name for name in wider.narrower if name != narrow)
                here = f"全文只写“{narrow}”，这里是约束它的规定中的第一处"
                why = f"{here}；那里的“{wider.name}”还包括{others}，这些人是否适用会有争议"
                yield Relation(
                    RelationKind.CONFLICTS,
                    names[narrow],
                    wider.norm,
                    Aspect.BEARER,
                    narrow,
                    wider.name,
                    order.by,
                    _SURE,
                    why,
                )


def _definition(norm: Norm) -> _Wider | None:
    """甲包括乙和丙, where 甲 is a party."""
    if norm.modality is not Modality.CONSTITUTIVE or not norm.bearer or not norm.bearer_text:
        return None
    found = pattern("includes").fullmatch(norm.action)
    names = pattern("side_by_side").split(found["names"]) if found else []
    return _Wider(norm, norm.bearer_text, tuple(names)) if len(names) > 1 else None
