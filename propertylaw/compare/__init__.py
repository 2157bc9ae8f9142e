"""Two versions of a text by their norms, and what a reform would change."""

from .cases import Case, read_cases
from .comparison import Altered, Comparison, Direction, Effect, Entry, Passage, Renumbering, Tally
from .consequences import Consequences, Outcome, Reason, Shift, consequences
from .diff import diff
from .entries import entries
from .reform import Reform, read_reform
from .rules import ChangeRule, change_rules

__all__ = [
    "Altered",
    "Case",
    "ChangeRule",
    "Comparison",
    "Consequences",
    "Direction",
    "Effect",
    "Entry",
    "Outcome",
    "Passage",
    "Reason",
    "Reform",
    "Renumbering",
    "Shift",
    "Tally",
    "change_rules",
    "consequences",
    "diff",
    "entries",
    "read_cases",
    "read_reform",
]
