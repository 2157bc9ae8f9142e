"""GAP002: a sanction for the breach of a provision that binds nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Modality, Severity, Span

_BEFORE = 60
"""Characters before a citation in which the breach is named, other citations included."""
_BINDS = (Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY)


@check(
    "GAP002", "sanction_without_duty", Severity.MEDIUM, subject="regulation", message="罚则所指的条款没有义务或者禁止"
)
def sanction_without_duty(regulation: Regulation) -> Iterator[Hit]:
    """罚则引用的条款里没有可以违反的义务。

    通常是修改时条款移动而罚则没有跟着改，处罚因此失去依据。

    会报告：违反第五条的处以罚款，而第五条只有定义。

    不报告：违反第五条的处以罚款，第五条写明物业服务企业不得泄露业主信息。

    怎样解决：改正引用，或者在被引用的条款写明义务。
    """
    known = {article.locator.article for article in regulation.outline.articles}
    bound: dict[int | None, list[Locator]] = defaultdict(list)
    for norm in regulation.norms:
        if norm.modality in _BINDS:
            bound[norm.locator.article].append(norm.locator)
    for norm in regulation.norms:
        if norm.modality is not Modality.SANCTION:
            continue
        for citation in norm.cites:
            if citation.text_span is None or not _is_breach(regulation.source.text, citation.text_span):
                continue
            own = [
                one
                for one in citation.targets
                if one.instrument == norm.locator.instrument
                and one.article in known
                and one.article != norm.locator.article
                and not one.item
            ]
            dangling = tuple(
                one for one in own if _binds_nobody(one, bound[one.article]) and not _sounds_binding(regulation, one)
            )
            if dangling:
                yield Hit(citation.text_span, says=f"“{citation.text}”", advice="核对所引条款", related=dangling)


def _is_breach(text: str, cited: Span) -> bool:
    """Whether what is cited is said to be broken; a fine may also be measured by another provision."""
    return bool(pattern("{broken_rule}").search(text, max(0, cited[0] - _BEFORE), cited[0]))


def _sounds_binding(regulation: Regulation, place: Locator) -> bool:
    """Whether the words of the provision bind somebody, whatever norms were read in it."""
    article = next((one for one in regulation.outline.articles if one.locator.article == place.article), None)
    return article is not None and bool(pattern("{binds}").search(regulation.words(article)))


def _binds_nobody(target: Locator, bound: Sequence[Locator]) -> bool:
    return not any(target.contains(one) or one.contains(target) for one in bound)
