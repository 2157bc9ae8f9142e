"""Builds the paragraphs (款), items (项) and sub-items (目) of one article from its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    endings = {line.end: line.text.rstrip()[-1:] for line in split}
    roots = _with_lost_openings(_tree(_blocks(split)), endings)
    heads = _heads(roots, endings)
    return tuple(_paragraph(block, article, number, heads.get(number)) for number, block in enumerate(roots, 1))


def _with_lost_openings(roots: Iterable[_Block], endings: Mapping[int, str]) -> list[_Block]:
    """Hang a list that lost the number of its first item below the words that lead it in.

    Such an item stands as a line of its own below a colon, ends in a semicolon, and the second item hangs below it.
    """
    found: list[_Block] = []
    for block in roots:
        leads_in = found and not found[-1].below and endings.get(found[-1].end) in _OPENS
        if leads_in and endings.get(block.end) in _ITEM_ENDS and block.below and _lost_the_first(block):
            found[-1].below += [replace(block, below=[]), *block.below]
        else:
            found.append(block)
    return found


def _heads(roots: Sequence[_Block], endings: Mapping[int, str]) -> dict[int, int]:
    """For each paragraph that is an item of a list whose numbers were lost, the number of the list's lead-in.

    Such a list begins below a colon; all its lines but the last end in a semicolon.
    """
    found: dict[int, int] = {}
    head = 0
    for number, block in enumerate(roots, 1):
        ending = "" if block.below else endings.get(block.end, "")
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
    place = article.part(number)
    return Paragraph.trusted(
        {
            "locator": place,
            "label": "",
            "text_span": (block.start, block.whole_end),
            "lead_span": (block.start, block.end),
            "items": tuple(_items(block.below, place)),
            "list_head": head,
        }
    )


def _items(blocks: Iterable[_Block], above: Locator) -> Iterator[Item]:
    """Items by the numbers that are printed, as people cite them: one that is missing leaves a gap.

    A number that does not go on from the one before it is taken for a misprint and counted.
    """
    number = 0
    for block in blocks:
        printed = block.mark.number if block.mark else 0
        number = printed if printed > number else number + 1
        yield _item(block, above, number)


def _item(block: _Block, above: Locator, number: int) -> Item:
    place = above.part(number)
    return Item.trusted(
        {
            "locator": place,
            "label": block.mark.label if block.mark else "",
            "text_span": (block.start, block.whole_end),
            "lead_span": (block.start, block.end),
            "sub_items": tuple(_items(block.below, place)),
        }
    )
