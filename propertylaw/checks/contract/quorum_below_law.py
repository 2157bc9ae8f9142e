"""CON026: quorum below law."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.signs import signs
from propertylaw.model import Severity


@check("CON026", "quorum_below_law", Severity.HIGH)
def quorum_below_law(contract: Contract) -> Iterator[Hit]:
    """表决比例低于法定。

    参与表决的人数、面积或者同意的比例低于法定要求，或者用代表、户数等代替面积和人数的双重计算。

    会报告（业主大会议事规则）：业主大会会议有三分之一以上业主参加即为有效，到会业主过半数同意即可通过决议。

    不报告（业主大会议事规则）：决定事项应当由面积和人数均占三分之二以上的业主参与表决，并经参与表决的业主双过半同意。
    """
    yield from signs(contract, "quorum_below_law")
