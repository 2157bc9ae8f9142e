"""Citations whose text is not at hand are marked where they are printed, and a page ends with what the marks mean.

A page is drawn by many functions that know nothing of the library; which marks hold is therefore set for the page as a
whole, by `marking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from propertylaw.model import CitedText, Locator
from propertylaw.rulebook.digests import ever_compared

SIGN = "°"
"""Behind a citation whose text is not at hand or does not stand as it did."""
UNCHECKED = "※"
"""Behind a citation that the rules themselves were never held against a text of: its number may be wrong too."""
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
        if text.state == "no_such_provision":
            return _NO_SUCH
        return UNCHECKED if _never_compared(text) else SIGN

    def legend(self) -> list[str]:
        """What the marks on the page mean."""
        absent = [text for text in self._marked.values() if text.state == "not_at_hand"]
        unchecked = _titles(text for text in absent if _never_compared(text))
        missing = _titles(text for text in absent if not _never_compared(text))
        lines = []
        if unchecked:
            lines.append(
                f"{UNCHECKED}：整理规则时也没有这些文本可以核对，条号和内容都要先核对原文，再据以引用、决定：{unchecked}"
            )
        if missing:
            lines.append(
                f"{SIGN}：当日施行的文本不在手头，引用前请核对原文：{missing}；用 propertylaw corpus add 导入文本"
            )
        others = dict.fromkeys(text.says for text in self._marked.values() if text.state != "not_at_hand")
        lines += [f"{SIGN}：{says}" for says in list(others)[:_MOST_LINES]]
        return lines + ([f"{SIGN}：等 {len(others)} 处"] if len(others) > _MOST_LINES else [])


def _never_compared(text: CitedText) -> bool:
    return text.state == "not_at_hand" and not ever_compared(text.locator.instrument)


def _titles(texts: Iterable[CitedText]) -> str:
    return "、".join(f"《{title}》" for title in dict.fromkeys(text.locator.instrument for text in texts))


def of_the_rules(at: Locator) -> CitedText | None:
    """What is known of a citation where no library is looked at: only that its text was never compared."""
    if ever_compared(at.instrument):
        return None
    return CitedText(locator=at, state="not_at_hand", says="")


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
