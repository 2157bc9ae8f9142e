"""How much of what there is many times over a test tries: a share, the same in each run; with EVERY_EXAMPLE=1 all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

EVERY_EXAMPLE = "EVERY_EXAMPLE" in os.environ


def one_in(number: int, things: Sequence[T], first: int = 0) -> Sequence[T]:
    """Every second, eighth and so on of many things of a kind."""
    return things if EVERY_EXAMPLE else things[first::number]
