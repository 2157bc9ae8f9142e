"""`RuleGraph`: who owes what to whom, where it stands, what sanctions it, what contradicts it, how sources differ."""

from .comparison import compare
from .completing import completed
from .conflicts import Conflict, find_conflicts
from .consents import Consent
from .flows import Flow, flows
from .likeness import Pair, counterparts
from .pairing import Pairing, Place, paired, place
from .periods import NEARLY, Measure, days_of, period, sense_of
from .precedence import Sources
from .relation import Aspect, Relation, RelationKind
from .responsibility import Handling, Responsibility, without_lead
from .rule_graph import RuleGraph
from .sanctions import Protection
from .versions import Change, changes, changes_between, of_version, renumbered, told_apart
from .within import Clash, clashes
from .wording import Wording, kin, pattern, plain, specific, wording

__all__ = [
    "NEARLY",
    "Aspect",
    "Change",
    "Clash",
    "Conflict",
    "Consent",
    "Flow",
    "Handling",
    "Measure",
    "Pair",
    "Pairing",
    "Place",
    "Protection",
    "Relation",
    "RelationKind",
    "Responsibility",
    "RuleGraph",
    "Sources",
    "Wording",
    "changes",
    "changes_between",
    "clashes",
    "compare",
    "completed",
    "counterparts",
    "days_of",
    "find_conflicts",
    "flows",
    "kin",
    "of_version",
    "paired",
    "pattern",
    "period",
    "place",
    "plain",
    "renumbered",
    "sense_of",
    "specific",
    "told_apart",
    "without_lead",
    "wording",
]
