"""What is still open: concepts that the law leaves open, and what to ask next."""

from typing import Literal

from .base import Made, Model
from .fact_use import RuleCondition
from .finding import OpenReading, Scenario
from .locator import Locator
from .money import Step


class OpenConcept(Model):
    """A concept the law leaves open and a result turns on."""

    id: str
    title: str
    question: str
    readings: tuple[OpenReading, ...]
    """Those that can be held in the case."""
    left_out: tuple[OpenReading, ...] = ()
    """Those that the facts rule out."""
    factors: tuple[str, ...] = ()
    figures: tuple[Step, ...] = ()
    """Figures that help to judge: an agreed penalty beside the loss."""
    claims: tuple[str, ...]
    """Claims that turn on it."""
    basis: tuple[Locator, ...] = ()
    vague_in: tuple[Locator, ...] = ()


class Question(Made):
    """What to ask next: facts, or readings to choose, that together settle a claim or its sum."""

    ids: tuple[str, ...]
    """Fact ids; concept ids where a reading has to be chosen."""
    questions: tuple[str, ...]
    """In plain Chinese, one for each id."""
    claim: str
    respondent: str
    purpose: Literal["result", "amount"]
    outcomes: tuple[Scenario, ...] = ()
    """The result for each combination of answers."""
    conditions: tuple[RuleCondition, ...] = ()
    """Conditions of rules of which it asks whether they are given."""
    evidence: tuple[str, ...] = ()
