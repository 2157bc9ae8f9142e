"""Which words of a text a suggestion takes away and puts in: no more than differ, from one stop to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Diagnostic, Severity
from propertylaw.report.suggestions import rewritten_for_another, suggestions

TEXT = "前一句。解聘决定作出后，须经乙方同意，方可生效。后一句。"
OLD = "解聘决定作出后，须经乙方同意，方可生效。"


def finding(words: str, wording: str | None = None, replaces: str = "", text: str = TEXT) -> Diagnostic:
    span = (text.index(words), text.index(words) + len(words))
    place = (text.index(replaces), text.index(replaces) + len(replaces)) if replaces else None
    return Diagnostic(
        code="CON006", message="x", severity=Severity.HIGH, span=span, replacement=wording, replaces=place
    )


def test_only_the_steps_that_differ_go() -> None:
    (change,) = suggestions(TEXT, [finding("须经乙方同意", "解聘决定作出后，通知乙方，方可生效。", OLD)])

    assert TEXT[slice(*change.span)] == "须经乙方同意"
    assert change.wording == "通知乙方"


def test_two_findings_with_the_same_wording_are_one_change() -> None:
    new = "解聘决定作出后，通知乙方，方可生效。"

    assert len(suggestions(TEXT, [finding("须经", new, OLD), finding("方可生效", new, OLD)])) == 1


def test_a_finding_without_wording_in_a_sentence_that_gets_some_is_to_be_looked_at_again() -> None:
    first, second = finding("须经", "解聘决定作出后通知乙方。", OLD), finding("方可生效")

    assert rewritten_for_another([first, second]) == (second,)
    assert rewritten_for_another([second]) == ()


@given(old=st.text("业主乙方，；。", max_size=12), new=st.text("业主乙方，；。", max_size=12))
def test_with_its_change_the_text_reads_as_suggested(old: str, new: str) -> None:
    text = f"甲。{old}丙"
    one = Diagnostic(
        code="CON006", message="x", severity=Severity.HIGH, span=(2, 3), replacement=new, replaces=(2, 2 + len(old))
    )

    (change,) = suggestions(text, [one])

    assert text[: change.span[0]] + change.wording + text[change.span[1] :] == f"甲。{new}丙"
