"""What the owners' assembly makes for its own holds no standard terms that somebody drew up for many."""

from __future__ import annotations

from collections.abc import Iterable

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.contract_kind import OWN_RULES
from propertylaw.model import Diagnostic, Locator

from .view import Contract

_PROVISIONAL = "临时"


def of_the_assembly(contract: Contract) -> bool:
    """Whether the owners' assembly made the text; a provisional covenant is the developer's."""
    if contract.kind.id not in OWN_RULES or contract.signatory == "developer":
        return False
    return _PROVISIONAL not in contract.outline.title


def without_standard_terms(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without the provisions on standard terms, where they rest on others too."""
    on_standard_terms = contract_data("standard_terms", tuple[Locator, ...])
    told = []
    for one in findings:
        basis = tuple(at for at in one.basis if not any(law.contains(at) for law in on_standard_terms))
        told.append(one.model_copy(update={"basis": basis}) if basis else one)
    return tuple(told)
