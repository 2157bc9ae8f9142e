"""With which characters a pattern can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.extraction.beginnings import heads, openings


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("连廊", "连"),
        ("(?:连廊|桶站)办", "连桶"),
        ("(?:新|旧)?(?:的)?连廊", "新旧的连"),
        ("(?<=[的，])连廊(?=应当)", "连"),
        ("(?![、和])(?:桶|、)+站", "桶、"),
        ("[连廊]{1,2}办", "连廊"),
        (r"\(连\)廊", "("),
        ("(?:[区市]|镇(?:乡|村)?)级", "区市镇"),
        ("连{0,2}廊", "连廊"),
        ("(?P<who>连)廊", "连"),
        ("(?:(?<=新)|(?<=旧))及其连廊", "及"),
    ],
)
def test_every_way_to_begin_is_known(pattern: str, characters: str) -> None:
    assert heads(pattern, 1) == frozenset(characters)


@pytest.mark.parametrize("pattern", ["(?:连廊)?", ".廊", "[^连]廊", ""])
def test_what_may_begin_anyhow_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="may be"):
        heads(pattern, 1)


@pytest.mark.parametrize(
    ("pattern", "matches", "parts"),
    [
        ("连廊|桶站", ["连廊", "桶站"], []),
        ("(?:新|旧)?连廊", ["连廊", "新连廊", "旧连廊"], []),
        ("连廊[桶站]?", ["连廊", "连廊桶", "连廊站"], []),
        ("(?<!新)连廊", [], ["连廊"]),
        ("连廊(?!办)桶", [], ["连廊桶"]),
        ("(连|桶)[^，。]{0,8}站", [], ["连", "桶"]),
        ("连{0,2}廊", ["廊"], ["连"]),
        ("连+廊", [], ["连"]),
        ("连[0-2]", ["连0", "连1", "连2"], []),
        ("连[一-龥]", [], ["连"]),
        ("连?.站", [], ["", "连"]),
        ("(?:(?<=新)|(?<=旧))连廊", [], ["连廊"]),
    ],
)
def test_what_a_pattern_begins_with_is_spelled_out(pattern: str, matches: list[str], parts: list[str]) -> None:
    assert openings(pattern) == {*((words, True) for words in matches), *((words, False) for words in parts)}


_PATTERNS = ["(新|旧)?连(?!办)[^，]{0,3}站", "桶站?|办(?<=，办)", "[连廊]+桶"]


@given(
    st.text(alphabet="连廊桶站办新旧，", max_size=12),
    st.sampled_from(_PATTERNS),
)
def test_every_match_begins_with_an_opening(words: str, pattern: str) -> None:
    for match in re.finditer(pattern, words):
        assert any(match[0].startswith(one.words) for one in openings(pattern))
