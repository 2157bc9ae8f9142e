"""What a paragraph brings along when it goes through the pipeline: its list, its place, its names, its subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from propertylaw.model import Locator

from .draft import Parties
from .merging import Place
from .provisions import Layout


class Context(NamedTuple):
    """Of one paragraph."""

    layout: Layout
    place: Place
    names: Mapping[str, Parties] = MappingProxyType({})
    """What the document calls its parties (甲方)."""
    carried: Parties = ()
    """Whom the paragraph before spoke of."""


def alone(text: str) -> Context:
    """The context of a text of which nothing is known: one paragraph of a statute without a name."""
    paragraph = Locator(instrument="doc:text", article=1, paragraph=1)
    return Context(Layout((0, len(text))), Place("statute", paragraph, Counter()))
