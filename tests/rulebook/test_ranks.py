"""Which of two sources prevails, and where the law leaves it open."""

from __future__ import annotations

from itertools import product

import pytest

from propertylaw.model import RANK_ORDER, Instrument, Rank
from propertylaw.rulebook import catalogue, precedence, rank_rules

LAWS = (
    Rank.STATUTE,
    Rank.INTERPRETATION,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.PROVINCIAL_REGULATION,
    Rank.CITY_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.GOVERNMENT_RULE,
)


def _source(rank: Rank, id: str = "甲") -> Instrument:
    return Instrument(id=id, title=id, rank=rank)


def test_every_two_kinds_of_law_have_a_rule() -> None:
    for one, other in product(LAWS, LAWS):
        assert precedence(_source(one), _source(other, "乙")) is not None, (one, other)


def test_the_order_of_asking_does_not_matter() -> None:
    for one, other in product(LAWS, LAWS):
        if one != other:
            first = precedence(_source(one), _source(other, "乙"))
            second = precedence(_source(other, "乙"), _source(one))
            assert first == second


def test_what_prevails_never_stands_lower_in_the_list() -> None:
    for one, other in product(LAWS, LAWS):
        found = precedence(_source(one), _source(other, "乙"))
        if found and found.prevails:
            higher, lower = (one, other) if found.prevails == "甲" else (other, one)
            assert RANK_ORDER[higher] < RANK_ORDER[lower]


@pytest.mark.parametrize("local", [Rank.PROVINCIAL_REGULATION, Rank.CITY_REGULATION])
def test_a_department_rule_and_a_local_regulation_are_left_to_the_state_council(local: Rank) -> None:
    found = precedence(_source(Rank.DEPARTMENT_RULE), _source(local, "乙"))
    assert found is not None
    assert (found.prevails, found.rule.result) == (None, "open")
    assert [str(at) for at in found.rule.basis] == ["立法法/106/1/2"]


def test_every_rule_cites_articles_that_its_source_has() -> None:
    for rule in rank_rules():
        for at in rule.basis:
            known = catalogue().get(at.instrument)
            assert known is not None
            assert at.article is not None
            assert at.article <= (known.versions[-1].articles or 0)
