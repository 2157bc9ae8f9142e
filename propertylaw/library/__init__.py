"""Which law applies on a day at a place: catalogue, rules and documents behind one `KnowledgeBase`."""

from .knowledge import KnowledgeBase, Status, in_force_from, instrument_of, status_of

__all__ = ["KnowledgeBase", "Status", "in_force_from", "instrument_of", "status_of"]
