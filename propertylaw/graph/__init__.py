"""`RuleGraph`: who owes what to whom, where it is stated, what sanctions it, what contradicts it."""

from .conflicts import Conflict, find_conflicts
from .rule_graph import RuleGraph

__all__ = ["Conflict", "RuleGraph", "find_conflicts"]
