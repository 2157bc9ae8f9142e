"""Citations whose text is not at hand are marked where they are printed, and a page ends with what the marks mean.

A page is drawn by many functions that know nothing of the library; which marks hold is therefore set for the page as a
whole, by `marking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from propertylaw.model import CitedText, Locator

SIGN = "°"
"""Behind a citation whose text is not at hand or does not stand as it did."""
_NO_SUCH = "〔查无此条〕"
_MOST_LINES = 8


class TextMarks:
    """The marks of one page.

    Args:
        look: what is known of the text of a citation; None where nothing need be said.
    """

    def __init__(self, look: Callable[[Locator], CitedText | None]) -> None:
        self._look = look
        self._marked: dict[Locator, CitedText] = {}

    @classmethod
    def of(cls, texts: Iterable[CitedText]) -> TextMarks:
        """Marks from what is already known."""
        known = {text.locator: text for text in texts}
        return cls(known.get)

    def sign(self, at: Locator) -> str:
        """The mark behind a printed citation."""
        text = self._look(at)
        if text is None or text.state == "at_hand":
            return ""
        self._marked[at] = text
        return _NO_SUCH if text.state == "no_such_provision" else SIGN

    def legend(self) -> list[str]:
        """What the marks on the page mean."""
        missing = [at.instrument for at, text in self._marked.items() if text.state == "not_at_hand"]
        lines = []
        if missing:
            titles = "、".join(f"《{title}》" for title in dict.fromkeys(missing))
            lines.append(
                f"{SIGN}：当日施行的文本不在手头，引用前请核对原文：{titles}；用 propertylaw corpus add 导入文本"
            )
        others = dict.fromkeys(text.says for text in self._marked.values() if text.state != "not_at_hand")
        lines += [f"{SIGN}：{says}" for says in list(others)[:_MOST_LINES]]
        return lines + ([f"{SIGN}：等 {len(others)} 处"] if len(others) > _MOST_LINES else [])


_CURRENT: ContextVar[TextMarks | None] = ContextVar("text_marks", default=None)


@contextmanager
def marking(marks: TextMarks) -> Iterator[None]:
    """Within it, printed citations carry these marks."""
    token = _CURRENT.set(marks)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def legend() -> list[str]:
    """What the marks that were printed so far on the page being drawn mean."""
    marks = _CURRENT.get()
    return marks.legend() if marks else []


def sign(at: Locator) -> str:
    """The mark of a citation on the page being drawn; none where no page asked for marks."""
    marks = _CURRENT.get()
    return marks.sign(at) if marks else ""
