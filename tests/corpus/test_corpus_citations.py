"""Citations in passages drawn at random from laws and contracts, against marks made by hand.

The first sample was marked by a reader who did not see what the library finds, and was then used to mend what it
missed. The second was judged find by find, then read again for what was missed. The third and the fourth (208 marks,
the fourth drawn where numbers of articles stand) were marked by another reader who saw neither: at first sight 195 of
199 finds were right and 195 of 208 marks were found; what was missed is mended since. These four are
development data now. The fifth (119 marks, drawn over the laws like the fourth, by a third reader) was not used to mend
anything: its figures are those of texts not seen before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from reference_texts import FOLDER, TEXTS, outlined

from propertylaw.model import Citation, Outline
from propertylaw.structure import citations

ROOT = Path(__file__).resolve().parents[2]
SHARED = FOLDER.parent
MARKS = yaml.safe_load((Path(__file__).parent / "citations.yaml").read_text(encoding="utf-8"))
PRECISION, RECALL = 0.99, 0.97

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SHARED.is_dir(), reason="no reference folder beside the checkout"),
]


@cache
def _outlines() -> dict[Path, Outline]:
    texts = [*TEXTS, *(ROOT / "corpus" / "samples").glob("*.md")]
    return {path: outlined(path)[1] for path in sorted(texts)}


@cache
def _found(name: str) -> tuple[Citation, ...]:
    path = SHARED / name.removeprefix("shared/") if name.startswith("shared/") else ROOT / name
    return citations(*outlined(path), [text for beside, text in _outlines().items() if beside != path])


def _expanded(means: list[str]) -> list[str]:
    ranges = [re.fullmatch(r"(.+)/(\d+)\.\.(\d+)", one) for one in means]
    if not any(ranges):
        return sorted(means)
    return sorted(f"{r[1]}/{n}" for r in ranges if r for n in range(int(r[2]), int(r[3]) + 1))


def _lies_in(citation: Citation, passage: list[int]) -> bool:
    start, end = citation.text_span or (0, 0)
    return passage[0] <= start and end <= passage[1]


def _compared(sample: str) -> Iterator[tuple[bool, bool, str]]:
    """For each mark whether it was found with its meaning; for each further find, that it was not marked."""
    for name, passages in MARKS[sample].items():
        for passage in passages:
            here = [c for c in _found(name) if _lies_in(c, passage["at"])]
            for mark in passage["cites"]:
                first, last = mark["span"]
                match = next(
                    (c for c in here if c.text_span and c.text_span[0] < last and first < c.text_span[1]), None
                )
                if match is not None:
                    here.remove(match)
                right = match is not None and sorted(map(str, match.targets)) == _expanded(mark["means"])
                yield match is not None, right, f"{name} {mark['span']}"
            for extra in here:
                yield True, False, f"{name} {extra.text_span}"


@pytest.mark.parametrize("sample", sorted(MARKS))
def test_citations_are_found_and_mean_what_a_reader_says(sample: str) -> None:
    compared = list(_compared(sample))
    marked = sum(len(passage["cites"]) for passages in MARKS[sample].values() for passage in passages)
    right = sum(right for _, right, _ in compared)
    wrong = [place for _, is_right, place in compared if not is_right]
    assert marked >= 90
    assert right / sum(found for found, _, _ in compared) >= PRECISION, wrong
    assert right / marked >= RECALL, wrong
