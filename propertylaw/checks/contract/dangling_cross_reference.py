"""CON048: a contract refers to a clause or an annex of its own that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from propertylaw.checks.dangling import dangling
from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Citation, Severity
from propertylaw.structure import Scope, citations

_ANNEX = "附件"
_LETTER = re.compile(r"\s*[A-Za-zＡ-Ｚ]")


@check(
    "CON048",
    "dangling_cross_reference",
    Severity.LOW,
    message="引用了文中没有的条款或者附件",
)
def dangling_cross_reference(contract: Contract) -> Iterator[Hit]:
    """引用了文中没有的条款或者附件。

    多半是修改后条文顺序变了而引用没有改，或者附件没有附上；发生争议时不知道按哪一条办。

    会报告：全文只有二十条，却写“依照本合同第三十条处理”。

    会报告：垫资款按第九十条规定的比例归还，而全文只有二十条；数额悬空，分量重一些。

    不报告：引用法律法规的条文。

    怎样解决：核对并改正条号，或者补上附件。
    """
    found = citations(contract.source, contract.outline, ())
    own = [one for one in found if not _of_another(contract, one) and not _is_lettered(contract, one)]
    for hit in dangling(own, Scope(contract.outline, ()), "只有", "文件里没有"):
        yield replace(hit, severity=Severity.MEDIUM) if _money_hangs_on(contract, hit) else hit


def _money_hangs_on(contract: Contract, hit: Hit) -> bool:
    """Whether the sentence leaves a sum, a share or a day of payment to what is not there."""
    at = hit.span[0] if hit.span else 0
    clause = contract.clause_at(at)
    around = (one.masked for one in (clause.sentences if clause else ()) if one.span[0] <= at < one.span[1])
    return any(pattern("{settled_there}").search(words) for words in around)


def _of_another(contract: Contract, citation: Citation) -> bool:
    """Whether an annex without a number belongs to another document (作为买卖合同的附件)."""
    start = citation.text_span[0] if citation.text_span else 0
    return citation.text == _ANNEX and contract.source.text[:start].endswith("的")


def _is_lettered(contract: Contract, citation: Citation) -> bool:
    """Whether an annex has a letter (附件A): such annexes are not told apart."""
    end = citation.text_span[1] if citation.text_span else 0
    return citation.text == _ANNEX and _LETTER.match(contract.source.text, end) is not None
