"""The examples of `rules/cases/`, read once for all tests that go through them, and how many of them a test tries."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from propertylaw.model import Dispute
from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import Example, examples

T = TypeVar("T")

BOOK = rules()
EXAMPLES: tuple[Example, ...] = examples(data_folder("rules"))
DISPUTES: tuple[Dispute, ...] = tuple(example.dispute(BOOK) for example in EXAMPLES)
EVERY_EXAMPLE = "EVERY_EXAMPLE" in os.environ
"""Whether tests that try a share of what there is try all of it."""


def one_in(number: int, things: Sequence[T], first: int = 0) -> Sequence[T]:
    """A share of many things of a kind, the same in each run; all of them with EVERY_EXAMPLE=1."""
    return things if EVERY_EXAMPLE else things[first::number]
