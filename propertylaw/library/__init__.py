"""Which law applies on a day at a place: catalogue, rules, and the user's own texts behind one `KnowledgeBase`."""

from typing import TYPE_CHECKING, Any

from .knowledge import KnowledgeBase, Status, instrument_of, status_of
from .store import Library
from .texts import ProvisionText, StoredText

if TYPE_CHECKING:
    from .search import Answer, Search, ask

__all__ = [
    "Answer",
    "KnowledgeBase",
    "Library",
    "ProvisionText",
    "Search",
    "Status",
    "StoredText",
    "ask",
    "instrument_of",
    "status_of",
]


def __getattr__(name: str) -> Any:
    # The search brings its index and patterns with it; an analysis needs none of them.
    if name not in ("Answer", "Search", "ask"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import search

    return getattr(search, name)
