"""Numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.structure import chinese_numeral, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一千二百五十四", 1254),
        ("一千零五", 1005),
        ("二〇二一", 2021),
        ("两千", 2000),
        ("三万", 30000),
        ("十二万三千", 123000),
        ("一亿零五百", 100000500),
        ("壹佰贰拾", 120),
        ("1254", 1254),
        ("１２５４", 1254),
        ("③", 3),
        ("二 十", 20),
    ],
)
def test_numerals_are_read(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", " ", "条", "1.5", "一二三十", "abc", "-1", "第三"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (19, "十九"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1254, "一千二百五十四"),
        (20_300, "二万零三百"),
        (100_010, "十万零一十"),
    ],
)
def test_numerals_are_written_as_statutes_write_them(value: int, text: str) -> None:
    assert chinese_numeral(value) == text


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_writing_and_reading_gives_the_number_back(value: int) -> None:
    assert parse_numeral(chinese_numeral(value)) == value


@given(st.text(max_size=20))
def test_reading_any_text_never_fails(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0


@pytest.mark.parametrize("value", [-1, 10**16])
def test_numbers_without_numeral_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        chinese_numeral(value)
