"""Two versions of a text by their norms, and what a reform would change."""

from .comparison import Altered, Comparison, Direction, Effect, Passage, Renumbering, Standing
from .diff import diff
from .rules import ChangeRule, change_rules

__all__ = [
    "Altered",
    "ChangeRule",
    "Comparison",
    "Direction",
    "Effect",
    "Passage",
    "Renumbering",
    "Standing",
    "change_rules",
    "diff",
]
