"""The curated law as data, and the form it is written in: catalogue, rules, expressions, calculations."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .catalogue import Catalogue, catalogue
from .data import data_folder
from .places import Place, place
from .rules import Rules, parties, roles, rules, topics
from .yaml_file import read_yaml

if TYPE_CHECKING:
    from .predecessors import all_ruled_after, ruled_after, ruled_before
    from .ranks import RANK_TITLES, Precedence, RankRule, overrides, precedence, rank_rules
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

_HOME = {
    "RANK_TITLES": "ranks",
    "Precedence": "ranks",
    "RankRule": "ranks",
    "all_ruled_after": "predecessors",
    "load_rules": "rule_files",
    "overrides": "ranks",
    "precedence": "ranks",
    "rank_rules": "ranks",
    "ruled_after": "predecessors",
    "ruled_before": "predecessors",
}
"""What few questions to the law need; reading rule files needs every type that they may hold."""


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)
