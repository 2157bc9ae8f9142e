"""CON077: an annex to which no clause refers."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Annex, Severity


@check("CON077", "annex_not_referred_to", Severity.LOW)
def annex_not_referred_to(contract: Contract) -> Iterator[Hit]:
    """附件没有被正文提到。

    合同后面附了一份附件，正文却没有一处提到它，也没有写附件是合同的组成部分；它约束谁、用在哪里无从确定，多半是从别处带来的。

    会报告：正文没有提到附件，后面附有《停车收费表》。

    不报告：正文写“附件一至附件三是本合同的组成部分”。

    怎样解决：在相应条款里引用，或者删去。
    """
    annexes = contract.outline.annexes
    named = {target.annex for one in contract.citations for target in one.targets if target.annex}
    body = "\n".join(clause.masked for clause in contract.body)
    if not contract.body or pattern("{annexes_together}").search(body):
        return
    for annex in annexes:
        if annex.number not in named and not _is_named(annex, body) and not (len(annexes) == 1 and "附" in body):
            yield Hit((annex.text_span[0], annex.text_span[0] + len(annex.label)), says=annex.heading)


def _is_named(annex: Annex, body: str) -> bool:
    return annex.label in body or (len(annex.heading) > 1 and annex.heading in body)
