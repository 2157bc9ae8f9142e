"""GAP001: a prohibition whose breach has no consequence in the text or in the law above it."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.parties import default_finder
from propertylaw.model import Locator, Modality, Norm, Rank, Severity

_FOLLOWS = (Modality.SANCTION, Modality.LIABILITY)
_BOUND = frozenset(["service_provider", "outgoing_provider", "developer", "provider_staff"])
"""Those whose breach a regulation usually answers; owners among themselves are left to private law."""


_NATIONAL = (Rank.STATUTE, Rank.INTERPRETATION, Rank.ADMINISTRATIVE_REGULATION)
"""Whose bans are answered in other national law, most of it not at hand."""


@check("GAP001", "duty_without_consequence", Severity.LOW, subject="regulation", message="违反这一禁止没有写明后果")
def duty_without_consequence(regulation: Regulation) -> Iterator[Hit]:
    """对企业的禁止没有任何罚则或者责任与之对应，所给的上位法里也没有。

    同一文件对别的禁止规定了罚则，唯独这一条没有，违反了也无从处理，执行全凭自觉。

    会报告：第十条禁止建设单位只售不租，而法律责任一章没有一条引用第十条，也没有描述这种行为。

    不报告：第三十条规定，违反第十条的，处一万元以上五万元以下罚款；上位法对同一行为有罚则。

    怎样解决：在法律责任中补充，或者指明适用哪部法律的哪一条。
    """
    punishes = any(norm.modality is Modality.SANCTION for norm in regulation.norms)
    if regulation.rank in _NATIONAL or not punishes:
        return
    cited = regulation.sanctioned
    for article in regulation.outline.articles:
        norms = regulation.norms_of(article)
        bans = [norm for norm in norms if _is_ban(norm)]
        if not bans or any(norm.modality in _FOLLOWS for norm in norms) or _cites(cited, article.locator):
            continue
        bound = [
            norm
            for norm in bans
            if not pattern("{answered_elsewhere}").search(regulation.source.text, *(norm.text_span or (0, 0)))
            and _says_whom(norm)
            and not regulation.body.punishes(norm)
        ]
        if bound and bound[0].text_span:
            span = bound[0].text_span
            yield Hit(span, advice="在法律责任中规定后果，或者指明适用的法律", related=_places(bound))


def _says_whom(norm: Norm) -> bool:
    """Whether the words themselves name whom the ban binds; else it lacks a subject before it lacks a consequence."""
    named = default_finder().find(norm.bearer_text or "")
    return any(id in norm.bearer for mention in named for id in mention.parties)


def _is_ban(norm: Norm) -> bool:
    """Whether a norm forbids a company some conduct."""
    if norm.modality is not Modality.PROHIBITION or not set(norm.bearer) & _BOUND:
        return False
    return not pattern("{no_conduct}").search(norm.action)


def _cites(cited: tuple[Locator, ...], place: Locator) -> bool:
    return any(place.contains(one) or one.contains(place) for one in cited)


def _places(norms: list[Norm]) -> tuple[Locator, ...]:
    return tuple(dict.fromkeys(norm.locator for norm in norms[1:]))
