"""OVL002: two bodies may punish the same breach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Locator, Modality, Norm, Severity
from propertylaw.rulebook import parties


@check("OVL002", "two_may_punish", Severity.MEDIUM, subject="regulation", message="同一违法行为有两个机关可以处罚")
def two_may_punish(regulation: Regulation) -> Iterator[Hit]:
    """同一行为由两个以上机关处罚，没有写明各管什么，也没有写明谁先立案归谁。

    可能重复处罚，也可能谁都不处罚；当事人会以主体不适格申请撤销。

    会报告：由住房城乡建设主管部门或者城市管理部门责令改正，处五千元罚款。

    会报告：由住房城乡建设主管部门或者其他有关部门处五千元罚款，另一机关没有写明是哪一个。

    不报告：由住房城乡建设、城市管理部门按照各自职责处罚；法律、法规对处罚机关另有规定的，从其规定。

    怎样解决：写明由哪一个机关处罚，或者写明分工。

    依据：《行政处罚法》第二十五条、第二十九条。
    """
    text = regulation.source.text
    seen: set[tuple[int, int]] = set()
    for match in regulation.matches(pattern("{either_punishes}"), "责令", "处", "给予", "予以"):
        end = regulation.sentence_at(match.start())[1]
        start = regulation.sentence_at(match.start())[0]
        if pattern("{one_of_a_place}").search(match[0]) or pattern("{other_law_names_body}").search(
            text, start, match.start()
        ):
            continue
        if pattern("{punishes}").search(text, match.end(), min(end, match.end() + _NEAR)):
            seen.add(match.span())
            unnamed = pattern("{or_some_office}").search(match[0])
            yield Hit(
                match.span(),
                says=f"“{match[0]}”",
                message=_UNNAMED if unnamed else "",
                advice="写明另一机关是哪一个、各罚什么，或者只由一个机关处罚" if unnamed else "写明由哪一个机关处罚",
            )
    for one, other in _of_one_provision(regulation):
        span = other.text_span
        if span is not None and span not in seen:
            seen.add(span)
            both = (_said(one), _said(other))
            yield Hit(span, says="、".join(both), advice="写明由哪一个机关处罚", related=(one.locator,))


_NEAR = 40
_UNNAMED = "除写明的机关外还有机关可以处罚，没有写明是哪一个"


def _of_one_provision(regulation: Regulation) -> Iterator[tuple[Norm, Norm]]:
    """Fines of different bodies for the breach of one and the same provision by the same people."""
    fines: dict[Locator, list[Norm]] = defaultdict(list)
    for norm in regulation.norms:
        if norm.modality is Modality.SANCTION and norm.amount and norm.authority:
            for target in (target for citation in norm.cites for target in citation.targets if target.article):
                for other in fines[target]:
                    apart = not set(other.authority) & set(norm.authority) and set(other.bearer) & set(norm.bearer)
                    if apart and (other.condition or "") == (norm.condition or ""):
                        yield other, norm
                fines[target].append(norm)


def _said(norm: Norm) -> str:
    return "、".join(parties()[id].title for id in norm.authority if id in parties())
