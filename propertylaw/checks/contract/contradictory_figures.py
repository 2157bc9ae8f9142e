"""CON051: one thing has two figures in different places of the contract."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.stated import Stated, named_figures, stated
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity


@check("CON051", "contradictory_figures", Severity.MEDIUM)
def contradictory_figures(contract: Contract) -> Iterator[Hit]:
    """同一事项前后数字不一。

    总面积、户数、单价、期限、押金等在正文、附件和表格里写了两次，数字却不同，发生争议时无法确定以哪个为准。

    会报告：正文写住宅每月每平方米2.20元，附件的收费表写住宅2.50元/平方米。

    不报告：高层住宅每月每平方米2.20元，多层住宅每月每平方米1.60元。
    """
    for figure in named_figures():
        first: dict[str, Stated] = {}
        for one in stated(contract, figure):
            earlier = first.setdefault(one.title, one)
            if earlier.value != one.value:
                yield _hit(contract, earlier, one)
    yield from _copies(contract)


def _hit(contract: Contract, earlier: Stated, later: Stated) -> Hit:
    label = contract.label_at(earlier.span[0])
    where = f"{label}写" if label else "前面写"
    says = f"{later.title}：{where}“{earlier.words}”，这里写“{later.words}”"
    return Hit(later.span, says=says, related=contract.related_at(earlier.span[0]))


def _copies(contract: Contract) -> Iterator[Hit]:
    """More copies handed out than there are (一式四份，双方各执三份)."""
    for match in pattern("{copies}").finditer(contract.masked):
        whole, each = number(match["all"]), number(match["each"])
        if whole is not None and each is not None and each * 2 > whole:
            says = f"一共 {whole} 份，双方各执 {each} 份不够分"
            yield Hit(match.span(), says=says, severity=Severity.LOW)
