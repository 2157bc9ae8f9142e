"""CON053: duties of the provider for which nothing says when, how often, how well, or what follows from a breach."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_kind import SERVICE_KINDS
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Modality, Norm, Severity

_MANY = 0.5
"""From this share of all duties on it is worth a word."""
_FEWEST = 4
"""A contract with fewer duties of the provider is a fragment."""


@check("CON053", "duties_without_measure", Severity.INFO)
def duties_without_measure(contract: Contract) -> Iterator[Hit]:
    """义务没有期限、标准和后果。

    物业服务人的义务大多没有写明期限、频次、数量或者标准，违约责任又没有与之对应的条款，发生争议时难以判断是否违约。

    会报告：全部义务都只写“做好保洁、维护设施、维持秩序”，没有频次，也没有附件。

    不报告：义务写得概括，但附件二逐项列明频次和标准，并约定未达标准的减收物业费。
    """
    if contract.kind.id not in SERVICE_KINDS or pattern("{standards_elsewhere}").search(contract.masked):
        return
    duties = [norm for norm in contract.norms if _is_duty(norm)]
    bare = [norm for norm in duties if not _measured(norm)]
    if len(duties) >= _FEWEST and len(bare) >= _MANY * len(duties) and not _sanctioned(contract):
        says = f"物业服务人的 {len(duties)} 项义务中，{len(bare)} 项没有期限、频次、数量或者标准"
        yield Hit(bare[0].text_span, says=says, related=tuple(dict.fromkeys(norm.locator for norm in bare)))


def _is_duty(norm: Norm) -> bool:
    return norm.modality is Modality.DUTY and "service_provider" in norm.bearer


def _measured(norm: Norm) -> bool:
    words = f"{norm.action}{norm.condition or ''}"
    return bool(norm.deadline or norm.quantities or pattern("{measured}").search(words))


def _sanctioned(contract: Contract) -> bool:
    """Whether the provider answers for a breach: a liability of its own, or fees that are reduced."""
    liable = any(norm.modality is Modality.LIABILITY and "service_provider" in norm.bearer for norm in contract.norms)
    return liable or pattern("{fee_reduced}").search(contract.masked) is not None
