"""What is made without validation is what validation would have made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from norms_of import only, statute

from propertylaw import extract, outline, read
from propertylaw.model import Locator
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder

SAMPLES = sorted((data_folder("corpus") / "samples").glob("*.md"))


def within(value: object) -> Iterator[Model]:
    """All models in a value, itself included."""
    if isinstance(value, Model):
        yield value
        for _, part in value:
            yield from within(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from within(part)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_every_value_is_of_its_type_and_has_all_fields_in_order(file: Path) -> None:
    source = read(file)
    structure = outline(source)
    values = [*within(structure), *within(extract(source, structure))]
    assert len(values) > len(structure.articles)
    for value in values:
        assert type(value).model_validate(dict(value), strict=True) == value
        assert list(dict(value)) == list(type(value).model_fields)


def test_a_trusted_value_is_equal_to_a_validated_one() -> None:
    place = only(statute("业主应当交纳物业费。")).locator
    validated = type(place).model_validate(dict(place))
    assert (place, hash(place), str(place), place.model_dump_json()) == (
        validated,
        hash(validated),
        str(validated),
        validated.model_dump_json(),
    )


def test_a_trusted_value_has_all_fields() -> None:
    with pytest.raises(TypeError, match="version"):
        Locator.trusted({"instrument": "doc:样本", "article": 1})
