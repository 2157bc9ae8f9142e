"""The defences of limitation that follow from how a loss arises, from `rules/limitation_of_loss.yaml`: no claim writes
them out, so that none forgets that harm may go on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from propertylaw.model import Claim, Defence, Remedy
from propertylaw.model.base import Model
from propertylaw.model.claim import LossKind

from .common_defences import with_defences
from .shipped import shipped


class Kind(Model):
    """One way in which a loss arises."""

    id: LossKind
    went_on: str | None = None
    """Fact that says that the harm reached into the time of limitation; None: the loss arises once."""


class LimitationOfLoss(Model):
    """What follows for a loss."""

    whole: Defence
    """The loss is out of time as a whole."""
    part: Defence
    """What of a lasting loss arose too early."""
    kinds: tuple[Kind, ...]

    def went_on(self, kind: LossKind) -> str | None:
        """The fact that says that harm of a kind reached into the time."""
        return next(one.went_on for one in self.kinds if one.id == kind)


@cache
def limitation_of_loss() -> LimitationOfLoss:
    """The rules that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("limitation_of_loss", LimitationOfLoss)


def with_limitation(claim: Claim) -> Claim:
    """The claim with the defences of limitation against the losses that it names, behind those written out."""
    return with_defences(claim, _against)


def _against(remedies: tuple[Remedy, ...]) -> Iterator[Defence]:
    rule = limitation_of_loss()
    kinds = dict.fromkeys(remedy.loss for remedy in remedies if remedy.loss)
    for kind in kinds:
        losses = tuple(remedy for remedy in remedies if remedy.loss == kind)
        went_on = rule.went_on(kind)
        suffix = "" if len(kinds) == 1 else f"_{kind}"
        yield _touching(rule.whole, losses, suffix, f"not {went_on}" if went_on else "")
        if went_on is None:
            continue
        sums = tuple(loss for loss in losses if loss.calc)
        for loss in sums:
            part = _touching(rule.part, (loss,), suffix if len(sums) == 1 else f"_{loss.id}", went_on)
            when = f"{part.when} and early_{loss.calc}"
            yield part.model_copy(update={"calc": f"barred_{loss.calc}", "when": when})
        if not sums:
            yield _touching(rule.part, losses, suffix, went_on)


def _touching(rule: Defence, losses: tuple[Remedy, ...], suffix: str, further: str) -> Defence:
    """The defence against these losses, so far as one of them is asked for."""
    asked = [] if any(loss.when == "true" for loss in losses) else [f"({loss.when})" for loss in losses]
    conditions = (rule.when, further)
    return rule.model_copy(
        update={
            "id": f"{rule.id}{suffix}",
            "when": " and ".join(filter(None, conditions)),
            "asked": " or ".join(asked) or "true",
            "touches": tuple(loss.id for loss in losses),
        }
    )
