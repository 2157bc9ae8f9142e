"""Concepts the law leaves open: their readings, the factors courts weigh, and the bright lines."""

from typing import Literal

from .base import Model
from .locator import Locator


class Reading(Model):
    """One way to understand the concept."""

    id: str
    says: str
    """In Chinese, one sentence."""
    holds: bool
    """Whether what depends on the concept is given under this reading."""
    when: str = "true"
    """What the reading supposes, as an expression over facts: where it is known to be otherwise nobody can hold it."""
    sources: tuple[Locator, ...] = ()


class BrightLine(Model):
    """Facts on which nobody argues any more."""

    says: str
    when: str
    """Expression over facts."""
    holds: bool
    basis: tuple[Locator, ...] = ()


class Concept(Model):
    """An open concept such as 必要的安全保障措施."""

    id: str
    title: str
    question: str
    """What has to be judged, as a question in plain Chinese."""
    kind: Literal["existence", "extent"] = "existence"
    """Whether the reading decides if something is given, or only how much."""
    basis: tuple[Locator, ...] = ()
    """Where the law uses the concept."""
    readings: tuple[Reading, ...]
    factors: tuple[str, ...] = ()
    weighs: tuple[str, ...] = ()
    """Ids of facts that bear on the factors without deciding."""
    bright_lines: tuple[BrightLine, ...] = ()
    words: tuple[str, ...] = ()
    """Regular expressions that find the concept in a clause; a clause that is relied on then leaves it open."""
    about: tuple[str, ...] = ()
    """Regular expressions of which the question of an open fact has to match one, where it is not a clause that states
    the fact but a norm on which an open part rests: where water came from does not turn on a word for time. Empty: any.
    """
    figures: str | None = None
    """Calculation of the registry whose figures help to judge and decide nothing."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions of bright lines, and what readings suppose."""
        return (*(line.when for line in self.bright_lines), *(reading.when for reading in self.readings))
