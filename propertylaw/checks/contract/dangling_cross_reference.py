"""CON048: a contract refers to a clause or an annex of its own that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.dangling import dangling
from propertylaw.checks.registry import Hit, check
from propertylaw.checks.view import Contract
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

    不报告：引用法律法规的条文。

    怎样解决：核对并改正条号，或者补上附件。
    """
    found = citations(contract.source, contract.outline, ())
    own = [one for one in found if not _of_another(contract, one) and not _is_lettered(contract, one)]
    yield from dangling(own, Scope(contract.outline, ()), "只有", "文件里没有")


def _of_another(contract: Contract, citation: Citation) -> bool:
    """Whether an annex without a number belongs to another document (作为买卖合同的附件)."""
    start = citation.text_span[0] if citation.text_span else 0
    return citation.text == _ANNEX and contract.source.text[:start].endswith("的")


def _is_lettered(contract: Contract, citation: Citation) -> bool:
    """Whether an annex has a letter (附件A): such annexes are not told apart."""
    end = citation.text_span[1] if citation.text_span else 0
    return citation.text == _ANNEX and _LETTER.match(contract.source.text, end) is not None
