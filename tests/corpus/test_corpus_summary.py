"""Every text of the reference folder has exactly the articles, paragraphs and items that an independent count found."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from reference_texts import FOLDER, outlined

COUNTED = yaml.safe_load((Path(__file__).parent / "summary.yaml").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no reference folder beside the checkout"),
]


@pytest.mark.parametrize("name", COUNTED)
def test_the_outline_has_what_was_counted(name: str) -> None:
    _, structure = outlined(FOLDER / name)
    articles = structure.articles
    paragraphs = [paragraph for article in articles for paragraph in article.paragraphs]
    items = [item for paragraph in paragraphs for item in paragraph.items]
    numbers = [article.number for article in articles]
    found: dict[str, Any] = {
        "articles": len(articles),
        "first": numbers[0],
        "last": numbers[-1],
        "gaps": [number for before, number in pairwise(numbers) if number != before + 1],
        "paragraphs": len(paragraphs),
        "items": len(items),
        "sub_items": sum(len(item.sub_items) for item in items),
    }
    assert found == COUNTED[name]


def test_every_text_was_counted() -> None:
    assert {str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*.md")} == set(COUNTED)
