"""Norms: a table for people, and the gold files' fields, one object a line, for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from propertylaw.model import Amount, Modality, Norm, Source

from .names import party_name
from .terminal import cited, page, point

MODALITIES = {
    "duty": "应当",
    "prohibition": "不得",
    "right": "有权",
    "power": "权力",
    "liability": "责任",
    "sanction": "处罚",
    "constitutive": "界定",
}
"""Modalities in words."""
_LIMIT = re.compile("不(?:低于|少于|小于|超过|高于|大于|多于|再|予)[^，。；的]*$")
"""How an act ends that sets its limit, or refuses, in its own words."""


def modal_word(norm: Norm) -> str:
    """What the norm does, in a word; a ban that its act words itself (比例不低于…, 不予办理) is not negated again."""
    if norm.modality is Modality.PROHIBITION and _LIMIT.search(norm.action):
        return "限制"
    return MODALITIES[norm.modality]


def norm_lines(source: Source, norms: Iterable[Norm]) -> str:
    """One JSON object a line with the fields of the annotation guidelines; `doc` is the file name."""
    return "\n".join(json.dumps(_line(source.name, norm), ensure_ascii=False) for norm in norms)


def norm_table(source: Source, norms: Iterable[Norm]) -> str:
    """A table: place, modality, bearer, counterparty, action, condition, limits; what the reader doubted below it."""
    table = Table(title=source.name, title_justify="left", title_style="head", expand=True)
    for column in ("出处", "性质", "谁", "对谁", "做什么", "条件和限度"):
        table.add_column(column, overflow="fold")
    for norm in norms:
        table.add_row(
            cited((norm.locator,)).split("》")[-1],
            modal_word(norm),
            _names(norm.bearer),
            _names(norm.counterparty),
            norm.action,
            limits_of(norm),
        )
    doubts = [point("! ", Text(f"{one.message}（{one.code}）", style="open"), "open") for one in source.diagnostics]
    return page(lambda console: console.print(Group(table, *doubts)))


def _names(ids: Iterable[str]) -> str:
    return "、".join(map(party_name, ids))


def limits_of(norm: Norm) -> str:
    """Under which conditions and within which limits, in words."""
    limits = (norm.condition, norm.exception, norm.deadline_text, norm.threshold, _amount_in_words(norm.amount))
    return "；".join(filter(None, limits))


def _amount_in_words(amount: Amount | None) -> str | None:
    if amount is None or amount.text:
        return amount.text if amount else None
    return "—".join(f"{bound:,}" for bound in (amount.min, amount.max) if bound is not None) + " 元"


def _line(doc: str, norm: Norm) -> dict[str, Any]:
    return {
        "doc": doc,
        "article": norm.locator.article,
        **({"clause": norm.clause} if norm.clause is not None else {}),
        "paragraph": norm.locator.paragraph,
        "item": norm.locator.item,
        "modality": norm.modality.value,
        "bearer": list(norm.bearer),
        "counterparty": list(norm.counterparty),
        "action": norm.action,
        "condition": norm.condition,
        "exception": norm.exception,
        "deadline": norm.deadline,
        "deadline_text": norm.deadline_text,
        "threshold": norm.threshold,
        "amount": _amount(norm.amount),
        "authority": list(norm.authority),
        "cites": [citation.text for citation in norm.cites],
        "bearer_text": norm.bearer_text,
        "text_span": list(norm.text_span) if norm.text_span else None,
    }


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    if amount.text is not None:
        return {"text": amount.text}
    bounds = {"min": amount.min, "max": amount.max}
    return {**{key: None if value is None else _plain(value) for key, value in bounds.items()}, "unit": amount.unit}


def _plain(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
