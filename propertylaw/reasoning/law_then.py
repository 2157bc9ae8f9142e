"""The law of its time under each part of a claim, where all its facts lie before the Civil Code.

The parts of a claim are curated with what they rest on today; the catalogue knows what ruled before. What limitation
rests on stays: it runs, as a rule, into the time of the code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from propertylaw.model import ClaimFinding, DefenceFinding, ElementFinding, Locator, RemedyFinding
from propertylaw.rulebook import Catalogue

_Part = TypeVar("_Part", ElementFinding, DefenceFinding, RemedyFinding)


def law_then(finding: ClaimFinding, catalogue: Catalogue, stays: Collection[str]) -> ClaimFinding:
    """The finding with what its parts rested on then.

    Args:
        finding: how the claim came out.
        catalogue: the instruments known.
        stays: ids of the defences that rest on the law of today.
    """
    until = finding.time.until if finding.time else None
    return finding if until is None else _on(until, finding, catalogue, stays)


def _on(day: date, finding: ClaimFinding, catalogue: Catalogue, stays: Collection[str]) -> ClaimFinding:
    def then(part: _Part) -> _Part:
        return part.model_copy(update={"basis": _applied(part.basis, day, catalogue)})

    return finding.model_copy(
        update={
            "elements": tuple(map(then, finding.elements)),
            "defences": tuple(one if one.id in stays else then(one) for one in finding.defences),
            "remedies": tuple(map(then, finding.remedies)),
        }
    )


def _applied(basis: Iterable[Locator], day: date, catalogue: Catalogue) -> tuple[Locator, ...]:
    """Each provision, or what ruled its matter on the day; without repeats. A text as a whole says nothing more where
    one of its articles is named."""
    found = tuple(dict.fromkeys(at for place in basis for at in _in_force(place, day, catalogue)))
    precise = {at.instrument for at in found if at.article is not None}
    return tuple(at for at in found if at.article is not None or at.instrument not in precise)


def _in_force(at: Locator, day: date, catalogue: Catalogue) -> tuple[Locator, ...]:
    if _rules(at, day, catalogue):
        return (at,)
    from propertylaw.rulebook import ruled_before  # most disputes are of today

    groups = (tuple(one for one in group if _rules(one, day, catalogue)) for group in ruled_before(at))
    return next(filter(None, groups), (at,))


def _rules(at: Locator, day: date, catalogue: Catalogue) -> bool:
    known = catalogue.get(at.instrument)
    return known is None or not known.versions or known.version_on(day) is not None
