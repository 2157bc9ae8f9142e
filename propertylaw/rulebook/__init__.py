"""The curated law as data, and the form it is written in: catalogue, rules, expressions, calculations."""

from .catalogue import Catalogue, catalogue
from .data import data_folder
from .places import Place, place
from .predecessors import ruled_after, ruled_before
from .ranks import Precedence, RankRule, precedence, rank_rules
from .rules import Rules, load_rules, parties, roles, rules, topics
from .yaml_file import read_yaml

__all__ = [
    "Catalogue",
    "Place",
    "Precedence",
    "RankRule",
    "Rules",
    "catalogue",
    "data_folder",
    "load_rules",
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
