"""CON054: the two sides answer for the same thing in very different measure, told in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from propertylaw.checks.registry import check
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import Measure, period
from propertylaw.model import Modality, Norm, PartyId, Quantity, Severity

_OWNERS = frozenset(["owner", "buyer", "owners_committee", "owners_assembly", "property_user"])
_OTHERS = frozenset(["service_provider", "developer"])
_BURDENS = (Modality.LIABILITY, Modality.DUTY)


@check("CON054", "unequal_terms", Severity.MEDIUM)
def unequal_terms(contract: Contract) -> Iterator[Hit]:
    """双方的违约金、通知期相差悬殊。

    同样是逾期付款或者提前解除，一方的违约金率或者通知期是另一方的数倍，由提供格式条款的一方拟定的，可能因不合理地加重对方责任而无效。

    会报告：业主逾期交费的，每日按千分之一支付违约金；乙方逾期退还多收费用的，每日按万分之一支付违约金。

    不报告：双方逾期付款的，都按每日万分之三支付违约金。
    """
    limits = contract_data("limits", dict[str, Decimal])
    yield from _rates(contract, limits["unequal_rate"])
    yield from _notices(contract, limits["unequal_notice"])


def _rates(contract: Contract, times: Decimal) -> Iterator[Hit]:
    """Daily rates that each side pays for being late."""
    own, other = (list(_rated(contract.norms, side)) for side in (_OWNERS, _OTHERS))
    if not own or not other:
        return
    (norm, highest), (_, lowest) = max(own, key=_value), min(other, key=_value)
    if highest.value >= times * lowest.value:
        says = f"业主一方为{highest.text}，对方只有{lowest.text}，相差 {highest.value / lowest.value:.0f} 倍"
        yield Hit(norm.text_span, says=says)


def _rated(norms: Iterable[Norm], side: frozenset[PartyId]) -> Iterator[tuple[Norm, Quantity]]:
    for norm in norms:
        if (
            norm.modality in _BURDENS
            and side.intersection(norm.bearer)
            and pattern("{penalty_words}").search(norm.action)
        ):
            for quantity in norm.quantities:
                if quantity.unit == "1/day" and quantity.text in norm.action and quantity.value > 0:
                    yield norm, quantity


def _notices(contract: Contract, times: Decimal) -> Iterator[Hit]:
    """Days of notice that each side has to give before it leaves."""
    own, other = (list(_noticed(contract.norms, side)) for side in (_OWNERS, _OTHERS))
    if not own or not other:
        return
    (norm, longest), (_, shortest) = max(own, key=_days), min(other, key=_days)
    if longest.value >= times * shortest.value:
        yield Hit(norm.text_span, says=f"业主一方须{longest.text}通知，对方只须{shortest.text}")


def _noticed(norms: Iterable[Norm], side: frozenset[PartyId]) -> Iterator[tuple[Norm, Measure]]:
    """Norms by which one side alone has to tell the other in time that it leaves."""
    for norm in norms:
        bound = set(norm.bearer) & (_OWNERS | _OTHERS)
        notice = period(norm)
        if not bound or bound - side or notice is None or notice.sense != "least":
            continue
        if pattern("{leaves_contract}").search(f"{norm.condition or ''}{norm.action}"):
            yield norm, notice


def _days(one: tuple[Norm, Measure]) -> Decimal:
    return one[1].value


def _value(one: tuple[Norm, Quantity]) -> Decimal:
    return one[1].value
