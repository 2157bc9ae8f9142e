"""Where words stand in the user's own file: page and box of a PDF, paragraph and run in Word, line of Markdown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from propertylaw.model import FileOrigin, Origin, PageOrigin, Run, Source, Span


class Places:
    """The places of a source's words; made once for a source and asked often.

    Args:
        source: the text with its runs.
    """

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._runs: Sequence[Run] = source.runs
        self._starts = [run.span[0] for run in source.runs]

    def of(self, span: Span) -> tuple[Origin, ...]:
        """Where the words of a span stand: one box for each page they touch, or the first and last run in Word.

        Empty for text files and web pages, where the span itself is the place; in Markdown with HTML the place of the
        first and of the last character.
        """
        if self._runs and isinstance(self._runs[0].origin, FileOrigin):
            return self._in_file(span)
        origins = [run.origin for run in self._within(span)]
        pages = [origin for origin in origins if isinstance(origin, PageOrigin)]
        if pages:
            return tuple(_one_a_page(pages))
        return tuple(origins[:1] + origins[-1:]) if len(origins) > 1 else tuple(origins)

    def _in_file(self, span: Span) -> tuple[Origin, ...]:
        """What no run has was made of tags: its place is that of the words before it."""
        ends = (self._character(span[0]), self._character(max(span[0], span[1] - 1)))
        return tuple(one for one in ends if one is not None)

    def _character(self, position: int) -> FileOrigin | None:
        number = bisect_right(self._starts, position) - 1
        run = self._runs[max(0, number)]
        if not isinstance(run.origin, FileOrigin):
            return None
        passed = self._text[run.span[0] : min(max(position, run.span[0]), run.span[1] - 1)]
        breaks = passed.count("\n")
        return FileOrigin(
            offset=run.origin.offset + len(passed),
            line=run.origin.line + breaks,
            column=len(passed) - passed.rfind("\n") if breaks else run.origin.column + len(passed),
        )

    def _within(self, span: Span) -> Iterator[Run]:
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        for run in self._runs[first:]:
            if run.span[0] >= span[1]:
                break
            if run.span[1] > span[0]:
                yield run


def _one_a_page(origins: Sequence[PageOrigin]) -> Iterator[PageOrigin]:
    for page in dict.fromkeys(origin.page for origin in origins):
        here = [origin for origin in origins if origin.page == page]
        lefts, tops, rights, bottoms = zip(*(origin.box for origin in here), strict=True)
        doubts = [origin.confidence for origin in here if origin.confidence is not None]
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        yield PageOrigin(page=page, box=box, confidence=min(doubts, default=None))
