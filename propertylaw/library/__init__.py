"""Which law applies on a day at a place: catalogue, rules, and the user's own texts behind one `KnowledgeBase`."""

from .derived import in_force_from
from .knowledge import KnowledgeBase, Status, instrument_of, status_of
from .search import Answer, Search, ask
from .store import Library
from .texts import ProvisionText, StoredText

__all__ = [
    "Answer",
    "KnowledgeBase",
    "Library",
    "ProvisionText",
    "Search",
    "Status",
    "StoredText",
    "ask",
    "in_force_from",
    "instrument_of",
    "status_of",
]
