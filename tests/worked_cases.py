"""The examples of `rules/cases/`, read once for all tests that go through them."""

from __future__ import annotations

from propertylaw.model import Dispute
from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import Example, examples

BOOK = rules()
EXAMPLES: tuple[Example, ...] = examples(data_folder("rules"))
DISPUTES: tuple[Dispute, ...] = tuple(example.dispute(BOOK) for example in EXAMPLES)
