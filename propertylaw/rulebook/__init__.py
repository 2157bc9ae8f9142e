"""The curated law as data, and the form it is written in: catalogue, rules, expressions, calculations."""

from .catalogue import Catalogue, catalogue
from .data import data_folder
from .rules import Rules, load_rules, parties, roles, rules, topics
from .yaml_file import read_yaml

__all__ = [
    "Catalogue",
    "Rules",
    "catalogue",
    "data_folder",
    "load_rules",
    "parties",
    "read_yaml",
    "roles",
    "rules",
    "topics",
]
