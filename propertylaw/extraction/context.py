"""What a paragraph brings along when it goes through the pipeline: its list, its place, its names, its subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from propertylaw.model import Locator

from .draft import Parties
from .merging import Place
from .provisions import Layout


@dataclass(frozen=True, slots=True)
class Context:
    """Of one paragraph."""

    layout: Layout
    place: Place
    names: Mapping[str, Parties] = field(default_factory=dict)
    """What the document calls its parties (甲方)."""
    carried: Parties = ()
    """Whom the paragraph before spoke of."""


def alone(text: str) -> Context:
    """The context of a text of which nothing is known: one paragraph of a statute without a name."""
    return Context(Layout((0, len(text))), Place("statute", Locator(instrument="doc:text", article=1, paragraph=1)))
