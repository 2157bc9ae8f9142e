"""A page of the curated law before it becomes Markdown for the site or text for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from .terminal import Indented, page, point


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of another thing of the rules."""

    kind: str
    """`claims`, `facts`, `concepts` or `norms`."""
    id: str
    title: str


Words = tuple[str | Ref, ...]
"""Running words with mentions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A point with what is said about it; without a head, a bare line."""

    head: Words
    lines: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of points."""

    title: str
    entries: tuple[Entry, ...] = ()
    anchor: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: title, id, short data, sections."""

    title: str
    id: str
    data: tuple[tuple[str, Words], ...] = ()
    sections: tuple[Section, ...] = field(default=())


Link = Callable[[Ref], str]
"""Where a mention leads on the site."""


def words(*parts: str | Ref | Words) -> Words:
    """Parts put together, mentions kept."""
    return tuple(piece for part in parts for piece in (part if isinstance(part, tuple) else (part,)) if piece != "")


def joined(parts: Iterable[Words], mark: str) -> Words:
    """Parts with a mark between them."""
    found: list[str | Ref] = []
    for part in parts:
        found += [mark, *part] if found else [*part]
    return tuple(found)


def sheet_markdown(sheet: Sheet, link: Link) -> str:
    """The page for the site."""
    return "\n".join([f"# {sheet.title}", "", *_body(sheet, link)]) + "\n"


def _body(sheet: Sheet, link: Link) -> Iterator[str]:
    yield from (f"`{sheet.id}`　[全部请求权](index.md)", "")
    yield from (f"- **{label}**：{_marked(said, link)}" for label, said in sheet.data)
    yield ""
    for section in sheet.sections:
        yield from section_markdown(section, link)


def section_markdown(section: Section, link: Link) -> Iterator[str]:
    """One section of a page for the site."""
    anchor = f" {{ #{section.anchor} }}" if section.anchor else ""
    yield from (f"{'#' * section.level} {section.title}{anchor}", "")
    for entry in section.entries:
        head = _marked(entry.head, link)
        if not entry.lines:
            yield f"- {head}"
            continue
        first, *rest = (_marked(line, link) for line in entry.lines)
        yield from (f"**{head}**", f":   {first}", *(f"    <br>{line}" for line in rest), "")
    yield ""


def _marked(said: Words, link: Link) -> str:
    return "".join(piece if isinstance(piece, str) else f"[{piece.title}]({link(piece)})" for piece in said)


def sheet_text(sheet: Sheet) -> str:
    """The page for the terminal."""
    return page(lambda console: _draw(console, sheet))


def _draw(console: Console, sheet: Sheet) -> None:
    console.print(Text.assemble((sheet.title, "head"), (f"　{sheet.id}", "quiet")))
    for label, said in sheet.data:
        console.print(Indented(Text.assemble((f"{label}：", "head"), _plain(said)), 1))
    for section in sheet.sections:
        console.print()
        console.print(Rule(Text(section.title, style="head"), align="left"))
        for entry in section.entries:
            head = Text(_plain(entry.head), style="head" if entry.lines else "")
            console.print(Indented(point("· ", head), 1))
            for line in entry.lines:
                console.print(Indented(Text(_plain(line)), 3))


def _plain(said: Words) -> str:
    return "".join(piece if isinstance(piece, str) else piece.title for piece in said)
