"""Quick looks find what a pattern begins with, where it begins, and say what a stretch lacks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.extraction.looks import look_for, somewhere

_PATTERNS = ["连廊|桶站", "^[^，]*办|连", "(?:^|[^新])桶", "(?<=，)站|廊(?!办)", "[连廊]+桶|^站"]


@given(st.text(alphabet="连廊桶站办新，", max_size=12), st.sampled_from(_PATTERNS))
def test_a_look_finds_where_the_first_match_begins(words: str, pattern: str) -> None:
    look, match = look_for(pattern).search(words), re.search(pattern, words)
    assert (look and look.start()) == (match and match.start())


@pytest.mark.parametrize(
    ("start", "end", "there"), [(0, 5, True), (0, 2, False), (2, 4, True), (3, 5, False), (5, 5, False)]
)
def test_a_stretch_has_what_begins_in_it(start: int, end: int, *, there: bool) -> None:
    assert somewhere("连廊")("新的连廊办", start, end) is there


def test_a_text_without_the_pattern_has_it_nowhere() -> None:
    assert not somewhere("连廊")("桶站")
