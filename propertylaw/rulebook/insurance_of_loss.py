"""The defence that the victim's own insurer paid, from `rules/insurance_of_loss.yaml`: no claim writes it out."""

from __future__ import annotations

from functools import cache

from propertylaw.errors import RuleError
from propertylaw.model import Claim, Defence, Remedy
from propertylaw.model.base import Model

from .common_defences import with_defences
from .data import data_folder
from .yaml_file import read_yaml

LOSS = "damage"
"""The calculation of a loss that an insurer may have paid."""


class InsuranceOfLoss(Model):
    """What follows where the victim's insurer paid."""

    defence: Defence


@cache
def insurance_of_loss() -> InsuranceOfLoss:
    """The rule that ships with the library.

    Raises:
        RuleError: the file is not valid.
    """
    found: InsuranceOfLoss = read_yaml(data_folder("rules") / "insurance_of_loss.yaml", InsuranceOfLoss, RuleError)
    return found


def with_insurance(claim: Claim) -> Claim:
    """The claim with the defence against the losses that it makes good, behind those written out."""
    return with_defences(claim, _against)


def _against(remedies: tuple[Remedy, ...]) -> tuple[Defence, ...]:
    losses = tuple(remedy.id for remedy in remedies if remedy.calc == LOSS)
    return (insurance_of_loss().defence.model_copy(update={"touches": losses}),) if losses else ()
