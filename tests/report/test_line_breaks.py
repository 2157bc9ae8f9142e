"""Lines of a page end where a reader of Chinese expects it: no id, number or citation is cut, no mark stands alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from propertylaw.report.line_breaks import broken


def lines(words: str, width: int) -> list[str]:
    return [line.rstrip() for line in broken(Text(words), width).plain.split("\n")]


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("大约是多少？（provider_fault_share）", 24, ["大约是多少？", "（provider_fault_share）"]),
        ("请求至多 9,000 元，可减", 12, ["请求至多", "9,000 元，可", "减"]),
        ("写进文件（PLC003）", 16, ["写进文件", "（PLC003）"]),
        ("依据《民法典》第五百七十九条", 20, ["依据《民法典》", "第五百七十九条"]),
        ("见《条例》", 8, ["见《条", "例》"]),
        ("甲乙丙丁，戊", 8, ["甲乙丙", "丁，戊"]),
        ("三成", 10, ["三成"]),
        ("", 10, [""]),
    ],
)
def test_lines_end_between_units(words: str, width: int, expected: list[str]) -> None:
    assert lines(words, width) == expected


def test_what_no_line_can_hold_is_cut_after_all() -> None:
    assert lines("provider_fault_share", 10) == ["provider_f", "ault_share"]


def test_styles_stay_on_their_words() -> None:
    text = broken(Text.assemble("甲乙丙", ("丁戊", "law")), 6)
    assert text.plain == "甲乙丙\n丁戊"
    assert [text.plain[span.start : span.end] for span in text.spans if span.style == "law"] == ["丁戊"]


WORDS = st.text(st.sampled_from("甲乙丙条款第五十一，。（）《》“” 0123.,abc_元\n"), max_size=60)


@given(WORDS, st.integers(12, 40))
def test_no_word_is_lost_and_no_line_too_long(words: str, width: int) -> None:
    found = broken(Text(words), width).plain
    assert "".join(found.split()) == "".join(words.split())
    assert all(cell_len(line.rstrip()) <= width for line in found.split("\n"))
