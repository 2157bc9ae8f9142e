"""Builds the paragraphs (款), items (项) and sub-items (目) of one article from its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from propertylaw.model import Item, Locator, Paragraph

from .headings import Form, Mark
from .inline import split_lists
from .lines import Line, goes_on

_OPENS = ("：", ":")
_ITEM_ENDS = ("；", ";")


@dataclass(slots=True)
class _Block:
    """A line with the lines that continue it, and the list that hangs below it."""

    mark: Mark | None
    line_start: int
    start: int
    """Where its words begin, the number left out."""
    end: int
    below: list[_Block] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Add a line that continues the block."""
        if self.start >= self.end:
            self.start = line.start
        self.end = line.end

    @property
    def whole_end(self) -> int:
        return self.below[-1].whole_end if self.below else self.end


def paragraphs(lines: Sequence[Line], article: Locator) -> tuple[Paragraph, ...]:
    """The paragraphs of `article`.

    Args:
        lines: its lines in order; of the first one only the words after the article's number.
        article: locator of the article.
    """
    split = list(split_lists(lines))
    roots = _tree(_blocks(split))
    heads = _heads(roots, {line.end: line.text.rstrip()[-1:] for line in split})
    return tuple(_paragraph(block, article, number, heads.get(number)) for number, block in enumerate(roots, 1))


def _heads(roots: Sequence[_Block], endings: Mapping[int, str]) -> dict[int, int]:
    """For each paragraph that is an item of a list whose numbers were lost, the number of the list's lead-in.

    Such a list begins below a colon; all its lines but the last end in a semicolon. Where only the first item lost its
    number, the others hang below it, from the second on.
    """
    found: dict[int, int] = {}
    head = 0
    for number, block in enumerate(roots, 1):
        ending = endings.get(block.end, "") if not block.below or _lost_the_first(block) else ""
        if head and (ending in _ITEM_ENDS or (found and ending == "。" and number - 1 in found)):
            found[number] = head
        head = number if ending in _OPENS else head if ending in _ITEM_ENDS else 0
    return found


def _lost_the_first(block: _Block) -> bool:
    """Whether the list below a line begins with its second item."""
    mark = block.below[0].mark
    return mark is not None and mark.number == 2


def _blocks(lines: Iterable[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    last: Line | None = None
    seen: dict[tuple[Form, int], int] = {}
    for line in lines:
        mark = line.mark if line.mark and line.mark.form is not Form.BARE_DIGIT else None
        if last is not None and (line.in_table or (_continues(blocks[-1], last, line) and not _is_next(mark, seen))):
            blocks[-1].take(line)
        else:
            start = line.body_start if mark else line.start
            blocks.append(_Block(mark, line.start, start, line.end))
            if mark:
                seen[mark.form, mark.depth] = mark.number
        last = line
    return blocks


def _continues(block: _Block, last: Line, line: Line) -> bool:
    """Whether a line belongs to the block before it: a broken sentence, or words after a number that stood alone."""
    return block.start >= block.end or (not last.in_table and goes_on(last.text, line.text))


def _is_next(mark: Mark | None, seen: dict[tuple[Form, int], int]) -> bool:
    """Whether a number opens a list or continues one; any other after a broken line is part of the sentence."""
    return mark is not None and mark.number in (1, seen.get((mark.form, mark.depth), 0) + 1)


def _tree(blocks: Iterable[_Block]) -> list[_Block]:
    """Hang items below paragraphs and sub-items below items; a still deeper list stays part of its sub-item."""
    roots: list[_Block] = []
    path: list[_Block] = []
    for block in blocks:
        if block.mark is None:
            path = [block]
            roots.append(block)
            continue
        if not path:
            path = [_Block(None, block.line_start, block.line_start, block.line_start)]
            roots.append(path[0])
        path = [*_above(path, block.mark), block]
        if len(path) <= 3:
            path[-2].below.append(block)
        else:
            path[2].end = block.end
    return roots


def _above(path: list[_Block], mark: Mark) -> list[_Block]:
    """The blocks that a block with this mark stands below: all, up to the first that is numbered the same way."""
    for depth, block in enumerate(path):
        if block.mark and (block.mark.form, block.mark.depth) == (mark.form, mark.depth):
            return path[:depth]
    return path


def _paragraph(block: _Block, article: Locator, number: int, head: int | None) -> Paragraph:
    place = article.at((*article.numbers, number))
    return Paragraph.trusted(
        locator=place,
        label="",
        text_span=(block.start, block.whole_end),
        lead_span=(block.start, block.end),
        items=tuple(_item(below, place, index) for index, below in enumerate(block.below, 1)),
        list_head=head,
    )


def _item(block: _Block, above: Locator, number: int) -> Item:
    place = above.at((*above.numbers, number))
    return Item.trusted(
        locator=place,
        label=block.mark.label if block.mark else "",
        text_span=(block.start, block.whole_end),
        lead_span=(block.start, block.end),
        sub_items=tuple(_item(below, place, index) for index, below in enumerate(block.below, 1)),
    )
