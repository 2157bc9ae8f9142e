"""What commands print of the law: a citation whose text is not at hand is marked, as the law stands today."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from propertylaw.report.text_marks import TextMarks


def marked(draw: Callable[[], str], given: Collection[str] = ()) -> str:
    """A page for the terminal whose citations carry marks, and below it what they mean.

    Args:
        draw: makes the page.
        given: ids of the instruments that the command was given itself.
    """
    from propertylaw.report.terminal import with_marks

    return with_marks(draw, marks_today(given))


def unchecked_marked(draw: Callable[[], str]) -> str:
    """A page of the rules: what was never held against a text is marked, and below it stands what the mark means."""
    from propertylaw.report.terminal import with_marks
    from propertylaw.report.text_marks import TextMarks, of_the_rules

    return with_marks(draw, TextMarks(of_the_rules))


def marks_today(given: Collection[str] = ()) -> TextMarks:
    """The marks of the texts that are not at hand today.

    Args:
        given: ids of the instruments that the command was given itself.
    """
    from datetime import date

    from propertylaw.library import KnowledgeBase
    from propertylaw.report.text_marks import TextMarks

    law = KnowledgeBase(date.today(), "")

    def is_given(instrument: str) -> bool:
        return instrument in given or instrument.startswith("doc:")

    return TextMarks(lambda at: None if is_given(at.instrument) else law.cited_text(at))
