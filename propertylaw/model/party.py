"""Kinds of parties that property law speaks of."""

from __future__ import annotations

from typing import Literal

from .base import Model, PartyId


class Party(Model):
    """A kind of party (业主, 物业服务人, …), not a person in a case; see `Participant` for those."""

    id: PartyId
    """Stable id used in norms, claims and forms."""
    title: str
    """The term that the Civil Code uses, or the usual one."""
    nature: Literal["private", "collective", "public"]
    """Private person, organ of the owners, or public body: decides whether 可以 is a right or a power."""
    aliases: tuple[str, ...] = ()
    """Other names in statutes, contracts and everyday speech, longest match wins."""
    plural: bool = False
    """Whether a name stands for everyone of the kind rather than for one body (全体业主)."""
