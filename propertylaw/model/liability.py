"""Who is liable when the claims are seen together, who may turn to whom, and who is left to pay."""

from typing import Literal

from .base import Made, Model
from .fact_use import FactUse
from .locator import Locator
from .money import Money


class RecourseFinding(Model):
    """What a respondent who has paid may ask of another."""

    by: str
    """Participant id."""
    against: str
    """Participant id."""
    claim: str
    says: str
    money: Money | None = None
    """None while it is not known what is paid."""
    depends_on: tuple[str, ...] = ()
    """Names of those of whom it is still open whether they owe anything: the recourse hangs on the same points."""
    turns_on: FactUse | None = None
    """The fact without which there is none, while nobody has shown it."""
    basis: tuple[Locator, ...] = ()


class PartyFinding(Made):
    """What the claims together mean for a party."""

    id: str
    name: str
    role: str
    claim: str
    claimant: str
    liable: Literal[True, False, "partial", "open"]
    joint_with: tuple[str, ...] = ()
    because: tuple[Locator, ...] = ()


class ChainFinding(Model):
    """Who is left to pay: the chain of `rules/chains`, in the order in which to try."""

    id: str
    title: str
    says: str
    who: tuple[str, ...]
