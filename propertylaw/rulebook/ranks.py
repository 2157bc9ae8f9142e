"""Which of two sources prevails (立法法 98-106), and where the law leaves that to a ruling."""

from __future__ import annotations

from functools import cache
from typing import Literal

from propertylaw.errors import RuleError
from propertylaw.model import Instrument, Locator, Model, Rank

from .data import data_folder
from .yaml_file import read_yaml

RANK_TITLES = {
    Rank.STATUTE: "法律",
    Rank.INTERPRETATION: "司法解释",
    Rank.ADMINISTRATIVE_REGULATION: "行政法规",
    Rank.PROVINCIAL_REGULATION: "省级地方性法规",
    Rank.CITY_REGULATION: "设区的市地方性法规",
    Rank.DEPARTMENT_RULE: "部门规章",
    Rank.GOVERNMENT_RULE: "地方政府规章",
    Rank.GUIDANCE: "规范性文件",
    Rank.COVENANT: "管理规约",
    Rank.CONTRACT: "合同",
}
"""What each rank is called, in the order in which sources are listed."""

Result = Literal["first", "open", "same", "with", "guides"]


class RankRule(Model):
    """How two kinds of sources stand to each other."""

    id: str
    first: tuple[Rank, ...]
    second: tuple[Rank, ...]
    result: Result
    """`first`: the first prevails; `open`: left to a ruling; `same`: the special and the later one of the same maker
    prevails; `with`: one says how the other is applied; `guides`: the second does not bind."""
    says: str
    basis: tuple[Locator, ...]


class Precedence(Model):
    """The answer for two sources."""

    prevails: str | None
    """Id of the instrument that prevails; None where neither does by rank alone."""
    rule: RankRule


def precedence(one: Instrument, other: Instrument) -> Precedence | None:
    """Which of two sources prevails where they differ; None where no rule is known for their kinds."""
    for rule in rank_rules():
        for first, second in ((one, other), (other, one)):
            if _fits(rule, first.rank, second.rank):
                wins = rule.result in ("first", "guides")
                return Precedence(prevails=first.id if wins else None, rule=rule)
    return None


def overrides(higher: Rank, lower: Rank) -> bool:
    """Whether what a source of one rank demands takes away the effect of what one of another says against it.

    Local law and rules demand obedience of the parties to a contract, yet alone they do not make it void (民法典 153).
    """
    return any(rule.result == "first" and _fits(rule, higher, lower) for rule in rank_rules())


def _fits(rule: RankRule, first: Rank, second: Rank) -> bool:
    return first in rule.first and second in rule.second


@cache
def rank_rules() -> tuple[RankRule, ...]:
    """The rules that ship with the library, from `corpus/catalogue/ranks.yaml`.

    Raises:
        RuleError: the file is not valid.
    """
    file = data_folder("corpus") / "catalogue" / "ranks.yaml"
    return read_yaml(file, tuple[RankRule, ...], RuleError)
