"""Every text of the reference folder yields norms, without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw import extract, outline, read

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
FILES = sorted(FOLDER.glob("*/*.md"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FILES, reason="the reference folder ../shared is not beside the checkout"),
]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_text_yields_norms(file: Path) -> None:
    source = read(file)
    structure = outline(source)
    norms = extract(source, structure)
    assert norms
    numbers = {article.number for article in structure.articles}
    for norm in norms:
        assert norm.locator.article in numbers
        assert norm.text_span is not None
        assert norm.action in source.text[slice(*norm.text_span)]
