"""Every example of `rules/cases/` comes out as the people who wrote it expect."""

from __future__ import annotations

import pytest
from worked_cases import BOOK, EXAMPLES

from propertylaw.testing import Example, disagreements


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_comes_out_as_expected(example: Example) -> None:
    assert disagreements(example, BOOK) == []
