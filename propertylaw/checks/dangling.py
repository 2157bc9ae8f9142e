"""References of a text to provisions that it, or a text at hand, does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Citation
from propertylaw.structure import Scope


def dangling(citations: Iterable[Citation], scope: Scope, *lacking: str) -> Iterator[Hit]:
    """The references whose target does not exist, each with the reason.

    Args:
        citations: as the text has them.
        scope: tells which provisions there are.
        lacking: words of the reasons for which an unresolved reference counts.
    """
    for citation in citations:
        if citation.text_span is None or citation.at is None:
            continue
        if citation.targets and not citation.reason:
            continue  # nothing was missing when it was resolved
        reasons = [why for target in citation.targets if (why := scope.missing(target))]
        reasons += [citation.reason] if not citation.targets and any(one in citation.reason for one in lacking) else []
        if reasons:
            yield Hit(citation.text_span, says=f"“{citation.text}”：{reasons[0]}", advice="核对并改正条号")
