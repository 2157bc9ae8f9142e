"""All words of a list are found in one pass, also where they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.extraction.cues import Cues

_WORDS = {word: word for word in ("业主", "业主大会", "大会", "主大")}


def test_words_inside_each_other_are_all_found() -> None:
    cues = Cues(_WORDS)
    found = [(start, cues.told[place]) for place, start, _ in cues.found("业主大会")]
    assert found == [(0, "业主"), (1, "主大"), (0, "业主大会"), (2, "大会")]


def test_of_words_that_begin_together_the_longest_tells() -> None:
    assert Cues(_WORDS).longest("业主大会和业主") == {0: "业主大会", 1: "主大", 2: "大会", 5: "业主"}


def test_a_text_without_the_words_has_none() -> None:
    assert Cues(_WORDS).found("合同") == []
    assert Cues(_WORDS).longest("") == {}


@given(st.text(alphabet="业主大会，", max_size=12))
def test_what_is_found_stands_there(text: str) -> None:
    cues = Cues(_WORDS)
    found = cues.found(text)
    assert all(text[start:end] == cues.told[place] for place, start, end in found)
    assert len(found) == sum(text.startswith(word, place) for word in _WORDS for place in range(len(text)))
