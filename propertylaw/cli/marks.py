"""Pages of commands that print citations of law: what has no text at hand is marked, as the law stands today."""

from __future__ import annotations

from collections.abc import Callable, Collection


def marked(draw: Callable[[], str], given: Collection[str] = ()) -> str:
    """A page whose citations carry marks where their text is not at hand.

    Args:
        draw: makes the page.
        given: ids of the instruments that the command was given itself.
    """
    from datetime import date

    from propertylaw.library import KnowledgeBase
    from propertylaw.report.terminal import with_marks
    from propertylaw.report.text_marks import TextMarks

    law = KnowledgeBase(date.today(), "")

    def is_given(instrument: str) -> bool:
        return instrument in given or instrument.startswith("doc:")

    return with_marks(draw, TextMarks(lambda at: None if is_given(at.instrument) else law.cited_text(at)))
