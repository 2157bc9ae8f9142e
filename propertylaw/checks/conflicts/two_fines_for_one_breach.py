"""CNF012: one text has two fines for the breach of one provision."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import contradictions
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect
from propertylaw.model import Severity


@check(
    "CNF012",
    "two_fines_for_one_breach",
    Severity.HIGH,
    subject="regulation",
    message="同一文件对同一违法行为规定了两种罚款",
)
def two_fines_for_one_breach(regulation: Regulation) -> Iterator[Hit]:
    """违反同一条款的同一行为，两处罚款数额不同。

    罚多少取决于引用哪一条，处罚会因适用依据错误被撤销。

    会报告：第三十条对违反第五条的罚一千元，第三十三条对违反第五条的罚五千元。

    不报告：按情节轻重分档，或者处罚的主体不同。

    怎样解决：合并成一条，或者写明各自处罚的行为。
    """
    return contradictions(regulation, (Aspect.AMOUNT,), "合并成一条，或者写明各自处罚的行为")
