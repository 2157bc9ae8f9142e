"""How long something runs that runs from day to day: to the day that ended it, and only as long as nothing tells that
it is over to the day of the form.

What is told to be over without its day has an end that is to be asked for: a sum is at most what it would be today.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from propertylaw.model import Money, Step, Supposition

from .inputs import Inputs, UndecidedError


class Lasting(NamedTuple):
    """What tells how long something lasts."""

    ended: tuple[str, ...]
    """The days that end it, first the one that is asked for."""
    over: Callable[[Inputs], bool | None]
    """Whether it is over, by what is told beside these days; None: nothing tells."""
    end: str
    """What that day is called."""
    goes_on: str
    """That it is not over yet."""

    def day(self, inputs: Inputs) -> date | None:
        """The day that ended it, where that is told."""
        return min((day for id in self.ended if (day := inputs.day(id))), default=None)

    def is_over(self, inputs: Inputs) -> bool | None:
        """Whether it is over; None: nothing tells."""
        return self.over(inputs) if self.day(inputs) is None else True

    def last_day(self, inputs: Inputs) -> date:
        """The last day on which it ran, as of the day of the form.

        Raises:
            UndecidedError: it is over, and nobody told since when.
        """
        ended = self.day(inputs)
        if ended is None and self.over(inputs):
            raise UndecidedError(self.ended[0])
        return ended or inputs.on

    def sum_to_its_end(self, inputs: Inputs, reckoned: Callable[[date], Money]) -> Money:
        """What grows from day to day, to its end as far as that is told.

        Args:
            inputs: the facts.
            reckoned: the sum as of a day.
        """
        ended = self.day(inputs)
        if ended is not None:
            return reckoned(ended)
        most, over = reckoned(inputs.on), self.over(inputs)
        if over is False:
            return most
        if not over:
            lacking = "没有证明" if any(map(inputs.tellers, self.ended)) else "没有填"
            taken = Step(says=f"{lacking}{self.end}，按{self.goes_on}算到 {inputs.on}")
            return most.model_copy(update={"steps": (*most.steps, taken)})
        at_last = Supposition(fact=self.ended[0], says=f"最迟算到 {inputs.on}")
        return most.model_copy(
            update={"low": None, "untold": (self.end,), "supposing": (*most.supposing, at_last)},
        )
