"""What the columns of tables tell, and the sentences that their rows make (`rules/contract/tables.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from propertylaw.extraction.figures import number
from propertylaw.model import Span
from propertylaw.model.base import Model

from .contract_data import contract_data
from .words import pattern

_OWNER = "ⓄⓄ"
"""Who pays what a table charges, where it names nobody."""
_PLACE = re.compile(r"\{(\w+)\}")
_UNIT_OF_HEAD = re.compile(r"[（(]([^（）()]*(?:元|[%％]|个|户|人|名|台|套|张|㎡|平方米|平米)[^（）()]*)[）)]")
_COUNTED_BY_HEAD = re.compile("(人|户|套|台)数")
_FIGURE = re.compile(r"[\d.,，]+")
_MARKS = " \t　|—-－/／"
_GROSS = "总|合计|营业额|经营额|收入|收益|金额"
_PARTY = "[ⓅⒹ]"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the unit that the title of its column has."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row as what it says of a thing."""

    item: str
    """What it is about."""
    cells: tuple[Cell, ...]
    """What it says of it."""
    words: str
    """All its words."""
    annex: int | None
    """Number of the annex that the table stands in."""

    @property
    def is_total(self) -> bool:
        """Whether it sums up those above."""
        return pattern("{table_total}").match(self.item) is not None


class Column(Model):
    """What a column tells, by its title."""

    role: str
    head: str


class TableKind(Model):
    """Tables of one kind."""

    id: str
    about: str
    unless: str = ""
    needs: tuple[str, ...] = ()
    reads: tuple[tuple[str, ...], ...]

    def fits(self, titles: str, roles: Sequence[str]) -> bool:
        """Whether a table with these titles is of the kind."""
        if not set(self.needs) <= set(roles) or not pattern(self.about).search(titles):
            return False
        return not self.unless or pattern(self.unless).search(titles) is None


class Tables(Model):
    """All that is known of tables."""

    columns: tuple[Column, ...]
    kinds: tuple[TableKind, ...]


def roles(heads: Sequence[str]) -> tuple[str, ...]:
    """What each column tells; the first that tells nothing else is what the row is about."""
    found = [next((one.role for one in _tables().columns if pattern(one.head).search(head)), "note") for head in heads]
    if "item" not in found:
        first = next((at for at, role in enumerate(found) if role != "number"), None)
        found = ["item" if at == first else role for at, role in enumerate(found)]
    return tuple(found)


def sentences(titles: str, heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """The sentences that a row makes; none where the table is of no kind that is known.

    Args:
        titles: the title of the annex, the line above the table, the titles of the columns; parties as tokens.
        heads: the titles of the columns.
        cells: the words of the row, with its parties as tokens.
    """
    own = roles(heads)
    kind = next((one for one in _tables().kinds if one.fits(titles, own)), None)
    told = _told(heads, own, cells)
    says_nothing = pattern("{table_total}").match(told.get("item", "")) or pattern("{free_of_charge}").match(
        told.get("price", "")
    )
    for pieces in kind.reads if kind and told.get("item") and not says_nothing else ():
        yield "".join(_filled(pieces, told)).lstrip("，")


def row_of(heads: Sequence[str], cells: Sequence[str], spans: Sequence[Span], annex: int | None) -> Row:
    """A row as what it says of a thing.

    Args:
        heads: the titles of the columns.
        cells: the words of the row.
        spans: where its cells stand.
        annex: number of the annex that the table stands in.
    """
    own = roles(heads)
    unit = next((cell.strip(_MARKS) for role, cell in zip(own, cells, strict=False) if role == "unit"), "")
    said: list[Cell] = []
    for head, role, cell, span in zip(heads, own, cells, spans, strict=False):
        words = cell.strip(_MARKS)
        if words and role not in ("number", "item", "unit"):
            words += _unit(head, words)
            per = f"/{unit}" if role == "price" and unit and "/" not in words and "元" not in unit else ""
            said.append(Cell(words + per, span))
    items = [cell.strip(_MARKS) for role, cell in zip(own, cells, strict=False) if role == "item"]
    total = next((cell.strip(_MARKS) for cell in cells if pattern("^\\s*{table_total}").match(cell)), "")
    return Row(total or (items[0] if items else ""), tuple(said), "，".join(cells), annex)


def _told(heads: Sequence[str], own: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    told: dict[str, str] = {}
    for head, role, cell in zip_longest(heads, own, cells, fillvalue=""):
        words = cell.strip(_MARKS)
        if words:
            words += _unit(head, words) if role in ("price", "note", "") else ""
            told[role or "note"] = f"{told[role]}，{words}" if role in told else words
    if "unit" in told and "price" in told and "/" not in told["price"]:
        told["price"] += f"/{told['unit']}"
    return {"payer": _OWNER, **told, **_shares(heads, cells)}


def _unit(head: str, words: str) -> str:
    """The unit that the title of a column has for bare figures: 价格（元）."""
    if _FIGURE.fullmatch(words) is None:
        return ""
    unit = _UNIT_OF_HEAD.search(head)
    counted = _COUNTED_BY_HEAD.search(head)
    return unit[1] if unit else counted[1] if counted else ""


def _shares(heads: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    """How much of the income goes to whom: by the shares that the cells state, or by their figures."""
    gross: Decimal | None = None
    parts = []
    for head, cell in zip(heads, cells, strict=False):
        value = number(cell.strip(_MARKS)) if _FIGURE.fullmatch(cell.strip(_MARKS)) else None
        party = re.search(f"{_PARTY}+", head)
        if party and cell.strip().endswith(("%", "％")):
            parts.append(f"{cell.strip()}归{party[0]}")
        elif party and value is not None and gross:
            parts.append(f"{(100 * value / gross).normalize():.0f}%归{party[0]}")
        elif value is not None and gross is None and pattern(_GROSS).search(head):
            gross = value
    return {"shares": "，".join(parts)} if parts else {}


def _filled(pieces: Sequence[str], told: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a sentence for which the row says something."""
    for piece in pieces:
        wanted = set(_PLACE.findall(piece)) - {"due"}
        if all(told.get(name) for name in wanted):
            yield _PLACE.sub(lambda name: told.get(name[1], ""), piece)


@cache
def _tables() -> Tables:
    return contract_data("tables", Tables)
