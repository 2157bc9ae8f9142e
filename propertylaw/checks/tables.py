"""What the columns of tables tell, and the sentences that their rows make (`rules/contract/tables.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from propertylaw.extraction.figures import number
from propertylaw.model.base import Model

from .contract_data import contract_data
from .words import pattern

_OWNER = "ⓄⓄ"
"""Who pays what a table charges, where it names nobody."""
_PLACE = re.compile(r"\{(\w+)\}")
_UNIT_OF_HEAD = re.compile(r"[（(]([^（）()]*(?:元|[%％]|个|户|人)[^（）()]*)[）)]")
_FIGURE = re.compile(r"[\d.,，]+")
_MARKS = " \t　|—-－/／"
_GROSS = "总|合计|营业额|经营额|收入|收益|金额"
_PARTY = "[ⓅⒹ]"


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
    unit = _UNIT_OF_HEAD.search(head)
    return unit[1] if unit and _FIGURE.fullmatch(words) else ""


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
