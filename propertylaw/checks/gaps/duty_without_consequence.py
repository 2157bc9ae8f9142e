"""GAP001: a duty or prohibition whose breach has no consequence in the text."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.model import Locator, Modality, Norm, Severity

_FOLLOWS = (Modality.SANCTION, Modality.LIABILITY)
_BOUND = frozenset(["service_provider", "outgoing_provider", "developer", "provider_staff", "anyone"])
"""Those whose breach a regulation usually answers; owners among themselves are left to private law."""


@check("GAP001", "duty_without_consequence", Severity.LOW, subject="regulation", message="违反这一条没有写明后果")
def duty_without_consequence(regulation: Regulation) -> Iterator[Hit]:
    """对企业的义务或者禁止没有任何罚则或者责任与之对应。

    同一文件对别的义务规定了罚则，唯独这一条没有，违反了也无从处理，执行全凭自觉。

    会报告：第十条禁止建设单位只售不租，而法律责任一章没有一条引用第十条。

    不报告：第三十条规定，违反第十条的，处一万元以上五万元以下罚款。

    怎样解决：在法律责任中补充，或者指明适用哪部法律的哪一条。
    """
    if not any(norm.modality is Modality.SANCTION for norm in regulation.norms):
        return
    answered = regulation.sanctioned
    for article in regulation.outline.articles:
        norms = regulation.norms_of(article)
        bound = [norm for norm in norms if norm.modality is Modality.PROHIBITION and set(norm.bearer) & _BOUND]
        if not bound or any(norm.modality in _FOLLOWS for norm in norms) or _answers(answered, article.locator):
            continue
        span = bound[0].text_span
        if span is not None:
            yield Hit(span, advice="在法律责任中规定后果，或者指明适用的法律", related=_places(bound))


def _answers(answered: tuple[Locator, ...], place: Locator) -> bool:
    return any(place.contains(one) or one.contains(place) for one in answered)


def _places(norms: list[Norm]) -> tuple[Locator, ...]:
    return tuple(dict.fromkeys(norm.locator for norm in norms[1:]))
