"""Words that changed though no norm read from them did: definitions, lists, what extraction does not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from propertylaw.graph import Change
from propertylaw.model import Article, Locator, Norm, Outline, Source, Span

from .comparison import Passage

_ALIKE = 0.5
"""How much of its words two paragraphs have to share to be one that changed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a paragraph or item, and those of them of which no changed norm tells."""

    at: Locator
    text: str
    untold: str


def passages(
    old: tuple[Source, Outline], new: tuple[Source, Outline], changes: Iterable[Change]
) -> tuple[Passage, ...]:
    """Paragraphs and items with other words that no change of a norm tells of, in the order of the later text."""
    told = list(changes)
    before = list(_pieces(*old, [change.before for change in told if change.before]))
    after = list(_pieces(*new, [change.after for change in told if change.after]))
    matcher = SequenceMatcher(None, [_bare(one.text) for one in before], [_bare(one.text) for one in after], False)
    blocks = (code for code in matcher.get_opcodes() if code[0] != "equal")
    return tuple(passage for _, a, b, c, d in blocks for passage in _between(before[a:b], after[c:d]))


def _between(gone: Sequence[_Piece], come: Sequence[_Piece]) -> Iterator[Passage]:
    left = list(gone)
    for one in come:
        former = max(left, key=lambda piece: _share(piece.text, one.text), default=None)
        if former is None or _share(former.text, one.text) < _ALIKE:
            former = None
        else:
            left.remove(former)
        if _bare(one.untold) != (_bare(former.untold) if former else ""):
            yield _passage(former, one)
    yield from (_passage(one, None) for one in left if _bare(one.untold))


def _passage(before: _Piece | None, after: _Piece | None) -> Passage:
    return Passage(
        before=before.at if before else None,
        after=after.at if after else None,
        before_text=before.text if before else "",
        after_text=after.text if after else "",
    )


def _share(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, False).ratio()


def _bare(text: str) -> str:
    """The words alone: marks and spaces change no meaning here."""
    return "".join(filter(str.isalnum, text))


def _pieces(source: Source, outline: Outline, changed: Iterable[Norm]) -> Iterator[_Piece]:
    """Paragraphs without their lists, and the items, each with its own words."""
    told = [norm.text_span for norm in changed if norm.text_span]
    articles: list[Article] = [*outline.articles, *(one for annex in outline.annexes for one in annex.articles)]
    for article in articles:
        for paragraph in article.paragraphs:
            spans = [(paragraph.locator, paragraph.lead_span)]
            spans += [(item.locator, item.text_span) for item in paragraph.items]
            for at, span in spans:
                yield _Piece(at, source.text[slice(*span)].strip(), _untold(source.text, span, told))


def _untold(text: str, span: Span, told: Iterable[Span]) -> str:
    """The words of a span without the sentences of norms that changed."""
    kept = [True] * (span[1] - span[0])
    for start, end in told:
        for position in range(max(start, span[0]), min(end, span[1])):
            kept[position - span[0]] = False
    return "".join(sign for sign, keep in zip(text[slice(*span)], kept, strict=True) if keep)
