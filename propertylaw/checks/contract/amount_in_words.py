"""CON059: an amount stands in words and in figures, and they differ."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.sums import agree
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity

_ISSUE = "amounts_do_not_add_up"
_TEN_THOUSAND = "万"


@check("CON059", "amount_in_words", Severity.MEDIUM)
def amount_in_words(contract: Contract) -> Iterator[Hit]:
    """金额大小写不一致。

    同一笔钱用大写和小写各写了一次，数额却不同，付多少说不清。

    会报告：甲方应支付人民币叁万元整（￥50,000元）。

    不报告：甲方应支付人民币叁万元整（￥30,000元）。
    """
    for clause in contract.clauses:
        for sentence in clause.sentences:
            for match in pattern("{words_then_figures}|{figures_then_words}").finditer(sentence.masked):
                words = number(match["words"] or match["words2"])
                figures = number(match["figures"] or match["figures2"])
                if words is None or figures is None:
                    continue
                figures *= 10000 if (match["size"] or match["size2"]) == _TEN_THOUSAND else 1
                if not agree(words, figures):
                    yield Hit(
                        whole_steps(sentence, match), says=f"大写为 {words} 元，小写为 {figures} 元", issue=_ISSUE
                    )
