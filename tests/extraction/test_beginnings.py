"""With which characters a pattern can begin."""

from __future__ import annotations

import pytest

from propertylaw.extraction.beginnings import beginnings


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
    ],
)
def test_every_way_to_begin_is_known(pattern: str, characters: str) -> None:
    assert beginnings(pattern) == frozenset(characters)


@pytest.mark.parametrize("pattern", ["(?:连廊)?", ".廊", "[^连]廊", ""])
def test_what_may_begin_anyhow_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="may be"):
        beginnings(pattern)
