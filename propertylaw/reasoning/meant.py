"""What a writer of a form probably meant: the nearest names by id and by title, and numbers without their unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Protocol

_MOST = 3
"""So many names are proposed."""
_USUAL = ("service_provider", "owner", "owners_committee", "owners_assembly", "developer", "property_user")
"""The roles told to one whose role is like none."""


class Titled(Protocol):
    """A thing of the rules that has a title."""

    @property
    def title(self) -> str:
        """Its title in Chinese."""
        ...


def meant(name: str, known: Mapping[str, Titled], kind: str) -> str:
    """The names probably meant, with their titles, and the command that lists all.

    Args:
        name: what the form says.
        known: what it may say.
        kind: what to list: `claims`, `facts`, `parties`.
    """
    words = {word: id for id, one in known.items() for word in (one.title, *getattr(one, "aliases", ()))}
    holding = [word for word in words if name in word]
    if name in words:
        return f"是不是{_told([words[name]], known)}？全部：propertylaw rules list {kind}"
    like = get_close_matches(name, words, n=_MOST, cutoff=0.5)
    by_id = get_close_matches(name, known, n=1, cutoff=0.5)
    ids = list(dict.fromkeys([*by_id, *(words[word] for word in (*holding, *like))]))[:_MOST]
    everything = f"全部：propertylaw rules list {kind}"
    if ids:
        return f"是不是{_told(ids, known)}？{everything}"
    usual = [id for id in _USUAL if id in known] if kind == "parties" else []
    return f"常用的：{_told(usual, known)}；{everything}" if usual else everything


def _told(ids: list[str], known: Mapping[str, Titled]) -> str:
    return "、".join(f"“{id}”（{known[id].title}）" for id in ids)


def bare_number(value: Any) -> str | None:
    """How to write a number that came with commas, a unit or words; None where it is none at all."""
    found = re.fullmatch(r"\s*[¥￥]?\s*(\d[\d,，]*(?:\.\d+)?)\s*\D{0,8}", str(value))
    return f"去掉单位和逗号，写 {re.sub('[,，]', '', found[1])}" if found else None
