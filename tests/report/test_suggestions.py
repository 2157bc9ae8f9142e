"""Which words of a contract suggested wording replaces, and where none is suggested."""

from __future__ import annotations

import pytest

from propertylaw.checks import ClauseInput, review_clause
from propertylaw.model import Diagnostic, Severity
from propertylaw.report.suggestions import suggestions


def finding(text: str, words: str) -> Diagnostic:
    start = text.index(words)
    return Diagnostic(
        code="CON001", message="x", severity=Severity.HIGH, span=(start, start + len(words)), replacement="新的一句。"
    )


@pytest.mark.parametrize("number", ["21.2　", "第三条　", "（二）", "3.", "1.2.3 ", ""])
def test_the_number_of_a_clause_stays(number: str) -> None:
    text = f"前一句。\n{number}业主欠费的，停水。\n后一句。"
    (found,) = suggestions(text, [finding(text, "停水")])
    assert text[slice(*found.span)] == "业主欠费的，停水。"


def test_a_figure_at_the_beginning_is_no_number() -> None:
    text = "0.5元一页的复印费由业主付。"
    (found,) = suggestions(text, [finding(text, "复印费")])
    assert text[slice(*found.span)] == text


def test_words_that_read_as_lawful_get_no_other_wording() -> None:
    text = "电梯维保年费含在物业费内；更换曳引机等大修，依法表决后使用维修资金。"
    found = review_clause(ClauseInput(id="1", text=text))
    assert any("请人工核对" in one.message for one in found)
    assert not any(one.replacement for one in found if "请人工核对" in one.message)
