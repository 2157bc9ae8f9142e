"""`RuleGraph`: who owes what to whom, where it is stated, what sanctions it, what contradicts it."""

from .conflicts import Conflict, find_conflicts
from .flows import Flow, flows
from .responsibility import Responsibility, responsibilities, without_lead
from .rule_graph import RuleGraph

__all__ = [
    "Conflict",
    "Flow",
    "Responsibility",
    "RuleGraph",
    "find_conflicts",
    "flows",
    "responsibilities",
    "without_lead",
]
