"""Which of two sources gives way in the graph, by the rules of rank."""

from __future__ import annotations

import pytest

from propertylaw.graph.precedence import Precedence, Sources
from propertylaw.model import Instrument, Rank


def source(name: str, rank: Rank, territory: str, issuer: str = "") -> Instrument:
    return Instrument(id=name, title=name, rank=rank, territory=territory, issuer=issuer or name)


LAW = source("法律", Rank.STATUTE, "CN")
INTERPRETATION = source("解释", Rank.INTERPRETATION, "CN")
RULE = source("部门规章", Rank.DEPARTMENT_RULE, "CN")
CITY = source("市条例", Rank.CITY_REGULATION, "CN-3302")
ELSEWHERE = source("外市条例", Rank.CITY_REGULATION, "CN-3703")
CONTRACT = source("合同", Rank.CONTRACT, "CN")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LAW, CITY, Precedence("市条例", "法律", "rank")),
        (CONTRACT, LAW, Precedence("合同", "法律", "rank")),
        (INTERPRETATION, LAW, Precedence("解释", "法律", "interpretation")),
        # 立法法 106: a department's rule and local law that differ go to a ruling.
        (RULE, CITY, Precedence("市条例", "部门规章", "open")),
        # 民法典 153: against local law alone a clause is not void.
        (CONTRACT, CITY, Precedence("合同", "市条例", "open")),
        (CITY, ELSEWHERE, Precedence("外市条例", "市条例", "place")),
    ],
)
def test_the_law_of_ranks_says_which_source_gives_way(one: Instrument, other: Instrument, expected: Precedence) -> None:
    sources = Sources({known.id: known for known in (one, other)})
    assert sources.between(one.id, other.id) == expected
    assert sources.between(other.id, one.id) == expected
