"""A paragraph and what it brings along become norms: the one way there, with spaCy and without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from propertylaw.model import Norm

from .both_sides import with_both_sides
from .context import Context
from .draft import NOBODY, Draft, Parties, Subject
from .mentions import Mention
from .merging import Shared, norm
from .party_lists import with_lists
from .provisions import read_provision


class Reading(NamedTuple):
    """What was read from one paragraph."""

    drafts: tuple[Draft, ...]
    norms: tuple[Norm, ...]
    """In the order of the drafts."""
    carried: Parties
    """Whom the next paragraph speaks of when it names nobody."""


def read_paragraph(text: str, found: Sequence[Mention], context: Context) -> Reading:
    """The norms of a paragraph with its items.

    Args:
        text: of the paragraph.
        found: the parties named in it.
        context: its list, its place, whom the paragraph before spoke of.
    """
    carried = Subject(context.carried, None, stated=False) if context.carried else NOBODY
    mentions = with_both_sides(text, with_lists(text, found))
    drafts, carried = read_provision(text, context.layout, mentions, carried)
    if not drafts:
        return Reading((), (), carried.parties)
    shared = Shared(text, mentions, context.place, context.layout.lead)
    return Reading(tuple(drafts), tuple([norm(shared, draft) for draft in drafts]), carried.parties)
