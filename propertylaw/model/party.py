"""Kinds of parties that property law speaks of."""

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
    oversees: bool = True
    """For bodies that are not private: False where they look after no topic from outside (organs of the owners, courts)
    and where a name stands for no body in particular (有关部门)."""
    plural: bool = False
    """Whether a name stands for everyone of the kind rather than for one body (全体业主)."""
