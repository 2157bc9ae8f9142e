"""A comparison for the terminal, and as one object for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from propertylaw.compare import Comparison, Direction

from .change_words import (
    FOOT,
    KINDS,
    STANDINGS,
    Group,
    counts,
    groups,
    marked,
    only_words,
    others,
    place,
    renumbered_words,
    retold,
    standing_rows,
)
from .terminal import Indented, page, point

_STYLES = {Direction.BETTER: "good", Direction.WORSE: "bad", Direction.OPEN: "open"}
_MARKS = {Direction.BETTER: "↑ ", Direction.WORSE: "↓ ", Direction.OPEN: "? "}


def changes_text(comparison: Comparison) -> str:
    """For whom it gets better or worse, then the changes by kind."""

    def draw(console: Console) -> None:
        console.print(Text(f"{comparison.before}　→　{comparison.after}", style="head"))
        console.print(Text(counts(comparison)))
        for note in comparison.notes:
            console.print(Text(note, style="quiet"))
        _standings(console, comparison)
        told = groups(comparison)
        for kind, name in KINDS.items():
            _section(console, name, [one for one in told if one.kind == kind])
        _rest(console, comparison)
        console.print(Text(f"\n{FOOT}", style="quiet"))

    return page(draw)


def changes_json(comparison: Comparison) -> str:
    """The comparison as one object."""
    return json.dumps(comparison.model_dump(mode="json"), ensure_ascii=False, indent=2)


def _standings(console: Console, comparison: Comparison) -> None:
    if not comparison.standings:
        return
    console.print(Text(STANDINGS, style="head"))  # as a title it would be broken to the width of the table
    table = Table()
    for column in ("谁", "变好", "变差", "说不清"):
        table.add_column(column, justify="left" if column == "谁" else "right")
    for row in standing_rows(comparison):
        table.add_row(*row)
    console.print(table)


def _section(console: Console, name: str, told: Sequence[Group]) -> None:
    if not told:
        return
    console.print()
    console.print(Rule(Text(f"{name}（{len(told)}）", style="head"), align="left"))
    for one in told:
        fields = f"　{one.fields}" if one.fields else ""
        console.print(point("· ", Text.assemble((one.places, "law"), (fields, "quiet"))))
        for norm in one.norms:
            console.print(Indented(Text(norm), 2))
        _words(console, one.before, one.after)
        for effect in one.effects:
            style = _STYLES[effect.direction]
            line = point(_MARKS[effect.direction], Text(effect.words, style=style), style)
            console.print(Indented(line, 2))


def _both(console: Console, before: str, after: str) -> None:
    old, new = marked(before, after)
    for label, pieces, style in (("原　", old, "bad"), ("今　", new, "good")):
        text = Text.assemble(*((piece, style if differs else "quiet") for piece, differs in pieces))
        console.print(Indented(point(label, text, "quiet"), 2))


def _words(console: Console, before: str, after: str) -> None:
    """Both texts with what differs marked, or the one there is."""
    if before and after:
        _both(console, before, after)
    elif before or after:
        label = "今　" if after else "原　"
        console.print(Indented(point(label, after or before, "quiet"), 2))


def _rest(console: Console, comparison: Comparison) -> None:
    if comparison.renumbered:
        console.print()
        console.print(Rule(Text(f"条号改变（{len(comparison.renumbered)}）", style="head"), align="left"))
        console.print(renumbered_words(comparison))
    if others(comparison):
        console.print()
        console.print(Rule(Text(f"其他文字改动（{others(comparison)}）", style="head"), align="left"))
    for passage in retold(comparison):
        console.print(point("· ", Text(place(passage.after or passage.before), style="law")))
        _words(console, passage.before_text, passage.after_text)
    if told := only_words(comparison):
        console.print(point("· ", Text(told, style="quiet")))
