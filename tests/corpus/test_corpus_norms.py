"""Every text of the reference folder yields norms, without an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from reference_texts import TEXTS, norms_in, outlined

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TEXTS, reason="the reference folder ../shared is not beside the checkout"),
]


@pytest.mark.parametrize("file", TEXTS, ids=lambda path: path.stem)
def test_a_text_yields_norms(file: Path) -> None:
    (source, structure), norms = outlined(file), norms_in(file)
    assert norms
    numbers = {article.number for article in structure.articles}
    for norm in norms:
        assert norm.locator.article in numbers
        assert norm.text_span is not None
        assert norm.action in source.text[slice(*norm.text_span)]
