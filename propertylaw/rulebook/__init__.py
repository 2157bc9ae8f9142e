"""The curated law as data, and the form it is written in: catalogue, rules, expressions, calculations."""

from typing import TYPE_CHECKING, Any

from .catalogue import Catalogue, catalogue
from .data import data_folder
from .places import Place, place
from .predecessors import all_ruled_after, ruled_after, ruled_before
from .ranks import RANK_TITLES, Precedence, RankRule, overrides, precedence, rank_rules
from .rules import Rules, parties, roles, rules, topics
from .yaml_file import read_yaml

if TYPE_CHECKING:
    from .rule_files import load_rules

__all__ = [
    "RANK_TITLES",
    "Catalogue",
    "Place",
    "Precedence",
    "RankRule",
    "Rules",
    "all_ruled_after",
    "catalogue",
    "data_folder",
    "load_rules",
    "overrides",
    "parties",
    "place",
    "precedence",
    "rank_rules",
    "read_yaml",
    "roles",
    "ruled_after",
    "ruled_before",
    "rules",
    "topics",
]


def __getattr__(name: str) -> Any:
    # Reading rule files needs every type that they may hold; what is kept in the cache does not.
    if name != "load_rules":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .rule_files import load_rules

    return load_rules
