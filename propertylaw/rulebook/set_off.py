"""The defence that something was set off, for claims that do not state it themselves, from `rules/set_off.yaml`."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Claim, Defence, Locator
from propertylaw.model.base import Model

from .shipped import shipped


class SetOffRule(Model):
    """What holds for every debt in money."""

    defence: Defence
    joint_basis: tuple[Locator, ...]
    """On what it rests that the others owe less where one of several joint debtors sets off."""
    barred_basis: tuple[Locator, ...]
    """On what it rests that a debt out of time may be set off by its debtor."""
    order_basis: tuple[Locator, ...]
    """On what it rests which of several debts is set off."""
    apart: tuple[str, ...]
    """Claims for money that is no debt between two people."""


@cache
def set_off_rule() -> SetOffRule:
    """The rule that ships with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("set_off", SetOffRule)


def own_set_off(claim: Claim) -> Defence | None:
    """The defence of a claim that its respondent set off something against it, where the claim states one."""
    return next((one for one in claim.defences if one.id == set_off_rule().defence.id), None)


def with_set_off(claim: Claim) -> tuple[Defence, ...]:
    """The defences of a claim, with the common one of set-off in the place of its own, or behind them."""
    common, own = set_off_rule().defence, own_set_off(claim)
    if own is None:
        return (*claim.defences, common)
    common = common.model_copy(update={"touches": own.touches, "unless": own.unless})
    return tuple(common if one is own else one for one in claim.defences)
