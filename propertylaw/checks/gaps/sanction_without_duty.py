"""GAP002: a sanction for the breach of a provision that binds nobody."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import Hit, check
from propertylaw.checks.regulation import Regulation
from propertylaw.model import Locator, Modality, Severity

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
    bound = [norm.locator for norm in regulation.norms if norm.modality in _BINDS]
    known = {article.locator.article for article in regulation.outline.articles}
    for norm in regulation.norms:
        if norm.modality is not Modality.SANCTION:
            continue
        for citation in norm.cites:
            dangling = tuple(one for one in citation.targets if _binds_nobody(one, bound, regulation, known))
            if dangling and citation.text_span:
                yield Hit(citation.text_span, says=f"“{citation.text}”", advice="核对所引条款", related=dangling)


def _binds_nobody(target: Locator, bound: list[Locator], regulation: Regulation, known: set[int | None]) -> bool:
    own = target.instrument == regulation.outline.instrument and target.article in known
    return own and not any(target.contains(one) or one.contains(target) for one in bound)
