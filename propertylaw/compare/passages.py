"""Words that changed though no norm read from them did: definitions, lists, what extraction does not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from propertylaw.graph import Change, plain
from propertylaw.model import Article, Locator, Norm, Outline, Source, Span

from .beside import effects_beside
from .clauses import clauses
from .comparison import Passage
from .sides import Sides

_ALIKE = 0.5
"""How much of its words two paragraphs have to share to be one that changed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a paragraph or item, and for each sign whether a changed norm tells of it."""

    at: Locator
    text: str
    told: tuple[bool, ...]


def passages(
    old: tuple[Source, Outline], new: tuple[Source, Outline], changes: Iterable[Change], sides: Sides
) -> tuple[Passage, ...]:
    """Paragraphs and items with other words that no change of a norm tells of, in the order of the later text.

    A paragraph that stands elsewhere in the same words has not changed.
    """
    told = list(changes)
    before = list(_pieces(*old, [change.before for change in told if change.before]))
    after = list(_pieces(*new, [change.after for change in told if change.after]))
    matcher = SequenceMatcher(None, [_bare(one.text) for one in before], [_bare(one.text) for one in after], False)
    blocks = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    stayed = Counter(_bare(one.text) for _, a, b, _, _ in blocks for one in before[a:b])
    stayed &= Counter(_bare(one.text) for _, _, _, c, d in blocks for one in after[c:d])
    left, right = stayed.copy(), stayed.copy()
    found = [(_without(before[a:b], left), _without(after[c:d], right)) for _, a, b, c, d in blocks]
    return tuple(passage for gone, come in found for passage in _between(gone, come, sides))


def _without(pieces: Sequence[_Piece], moved: Counter[str]) -> list[_Piece]:
    kept = []
    for one in pieces:
        words = _bare(one.text)
        if moved[words] > 0:
            moved[words] -= 1
        else:
            kept.append(one)
    return kept


def _between(gone: Sequence[_Piece], come: Sequence[_Piece], sides: Sides) -> Iterator[Passage]:
    left = list(gone)
    for one in come:
        former = max(left, key=lambda piece: _share(piece.text, one.text), default=None)
        if former is None or _share(former.text, one.text) < _ALIKE:
            former = None
        else:
            left.remove(former)
        if _differs_untold(former, one):
            yield _passage(former, one, sides)
    yield from (_passage(one, None, sides) for one in left if _differs_untold(one, None))


def _differs_untold(former: _Piece | None, later: _Piece | None) -> bool:
    """Whether signs that only one of the two has stand where no changed norm tells of them."""
    old, new = (one.text if one else "" for one in (former, later))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal" and (_untold(former, a, b) or _untold(later, c, d)):
            return True
    return False


def _untold(piece: _Piece | None, start: int, end: int) -> bool:
    return piece is not None and any(
        sign.isalnum() and not told for sign, told in zip(piece.text[start:end], piece.told[start:end], strict=True)
    )


def _passage(before: _Piece | None, after: _Piece | None, sides: Sides) -> Passage:
    old, new = (one.text if one else "" for one in (before, after))
    own, other = (clauses(one.text, one.told) if one else () for one in (before, after))
    return Passage(
        kind="reworded" if plain(old) == plain(new) else "changed",
        before=before.at if before else None,
        after=after.at if after else None,
        before_text=old,
        after_text=new,
        effects=effects_beside(own, other, sides),
    )


def _share(one: str, other: str) -> float:
    """How alike two paragraphs are; one that holds all the words of the other is that one with more in it."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return 1.0 if short and short in long else SequenceMatcher(None, one, other, False).ratio()


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
            yield from (_piece(at, source.text, span, told) for at, span in spans)


def _piece(at: Locator, text: str, span: Span, told: Sequence[Span]) -> _Piece:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    words = words.strip()
    inside = tuple(any(a <= place < b for a, b in told) for place in range(start, start + len(words)))
    return _Piece(at, words, inside)
