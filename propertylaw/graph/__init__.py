"""`RuleGraph`: who owes what to whom, where it stands, what sanctions it, what contradicts it, how sources differ."""

from .completing import completed
from .conflicts import Conflict, find_conflicts
from .consents import Consent
from .flows import Flow, flows
from .periods import Measure
from .relation import Aspect, Relation, RelationKind
from .responsibility import Handling, Responsibility, without_lead
from .rule_graph import RuleGraph
from .sanctions import Protection
from .versions import Change, changes, of_version, told_apart

__all__ = [
    "Aspect",
    "Change",
    "Conflict",
    "Consent",
    "Flow",
    "Handling",
    "Measure",
    "Protection",
    "Relation",
    "RelationKind",
    "Responsibility",
    "RuleGraph",
    "changes",
    "completed",
    "find_conflicts",
    "flows",
    "of_version",
    "told_apart",
    "without_lead",
]
