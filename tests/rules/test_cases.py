"""Every example of `rules/cases/` comes out as the people who wrote it expect."""

from __future__ import annotations

import pytest

from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import Example, disagreements, examples


@pytest.mark.parametrize("example", examples(data_folder("rules")), ids=str)
def test_an_example_comes_out_as_expected(example: Example) -> None:
    assert disagreements(example, rules()) == []
