"""CNF010: one text forbids what it allows elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.differences import contradictions
from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.graph import Aspect
from propertylaw.model import Severity


@check("CNF010", "forbidden_and_allowed", Severity.HIGH, subject="regulation", message="同一文件一处禁止、另一处允许")
def forbidden_and_allowed(regulation: Regulation) -> Iterator[Hit]:
    """同一主体的同一行为，一处写不得，另一处写可以或者应当。

    照哪一条做都会违反另一条。

    会报告：第三条“物业服务企业不得代收水电费”，第九条“物业服务企业可以代收水电费”。

    不报告：第三条“未经委托不得代收”，第九条“受委托的可以代收”。

    怎样解决：删去一处，或者写明各自适用的情形。
    """
    return contradictions(regulation, (Aspect.MODALITY,), "删去一处，或者写明各自适用的情形")
