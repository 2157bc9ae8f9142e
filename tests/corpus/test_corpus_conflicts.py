"""The known conflicts between sources of property law come out of the texts themselves."""

from __future__ import annotations

from fractions import Fraction

import pytest
from law_graph import corpus_graph
from reference_texts import FOLDER

from propertylaw.graph import Aspect, Consent, Relation, RelationKind
from propertylaw.model import Amount

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


def conflicts(lower: str, higher: str) -> list[Relation]:
    """Conflicts between norms of two articles."""
    graph = corpus_graph()
    low, high = ({norm.id for norm in graph.stated_in(at)} for at in (lower, higher))
    found = [one for one in graph.relations if one.lower.id in low and one.higher.id in high]
    return [one for one in found if one.kind is RelationKind.CONFLICTS]


OLD_SHANGHAI = "上海市住宅物业管理规定@2018-11-22/18"


@pytest.mark.parametrize(
    "at",
    ["物业管理条例/12", "浙江省物业管理条例/10", OLD_SHANGHAI, "河南省物业管理条例/22", "舟山市物业管理条例/16"],
)
def test_older_texts_count_all_owners_where_the_code_counts_those_who_vote(at: str) -> None:
    bases = {
        (one.lower_value.of, one.higher_value.of)
        for one in conflicts(at, "民法典/278")
        if isinstance(one.lower_value, Consent) and isinstance(one.higher_value, Consent)
    }
    assert ("all", "taking_part") in bases


@pytest.mark.parametrize("at", ["物业管理条例/12", "浙江省物业管理条例/9", OLD_SHANGHAI, "河南省物业管理条例/26"])
def test_older_texts_are_content_with_half_of_the_owners_where_the_code_asks_two_thirds(at: str) -> None:
    quorums = [one for one in conflicts(at, "民法典/278") if one.aspect is Aspect.THRESHOLD]
    shares = {
        (one.lower_value.area, one.higher_value.area)
        for one in quorums
        if isinstance(one.lower_value, Consent)
        and isinstance(one.higher_value, Consent)
        and one.lower_value.act == "participation"
    }
    assert shares == {(Fraction(1, 2), Fraction(2, 3))}


@pytest.mark.parametrize("at", ["物业管理条例/12", "浙江省物业管理条例/10", OLD_SHANGHAI, "河南省物业管理条例/22"])
def test_using_the_maintenance_fund_needs_two_thirds_of_all_there_and_half_of_those_voting_here(at: str) -> None:
    (found,) = (one for one in conflicts(at, "民法典/278") if one.why.startswith("使用维修资金"))
    assert found.lower_value == Consent("consent", "all", Fraction(2, 3), Fraction(2, 3))
    assert found.higher_value == Consent("consent", "taking_part", Fraction(1, 2), Fraction(1, 2))


def test_a_text_that_follows_the_code_does_not_conflict_with_what_the_code_overrides() -> None:
    assert not conflicts("青岛市物业管理条例/31", "物业管理条例/12")
    assert not conflicts("上海市住宅物业管理规定@2020-12-30/18", "民法典/278")


def test_a_lift_by_two_thirds_of_one_unit_is_told_with_its_doubt() -> None:
    found = [one for one in conflicts("河南省物业管理条例/59", "民法典/278") if "改建" in one.why]
    assert found
    assert all("争议" in one.why and one.confidence < 0.7 for one in found)


def test_commercial_use_with_leave_of_some_owners_and_the_committee_is_no_vote_of_the_owners() -> None:
    (found,) = conflicts("滨州市住宅物业管理条例/39", "民法典/278")
    assert isinstance(found.lower_value, Consent)
    assert found.lower_value.parties == ("owner", "owners_committee")
    assert isinstance(found.higher_value, Consent)
    assert found.higher_value.area == Fraction(3, 4)


@pytest.mark.parametrize(
    ("at", "least", "most"),
    [("河南省物业管理条例/83", 200_000, 200_000), ("滨州市住宅物业管理条例/57", 5_000, 50_000)],
)
def test_fines_for_refusing_to_hand_over_leave_the_frame_of_the_regulation(at: str, least: int, most: int) -> None:
    (found,) = (one for one in conflicts(at, "物业管理条例/58") if one.aspect is Aspect.AMOUNT)
    assert isinstance(found.lower_value, Amount)
    assert isinstance(found.higher_value, Amount)
    assert (found.lower_value.min, found.lower_value.max) == (least, most)
    assert (found.higher_value.min, found.higher_value.max) == (10_000, 100_000)


def test_the_code_lets_a_contract_of_the_owners_end_the_preliminary_one_too() -> None:
    (found,) = conflicts("物业管理条例/26", "民法典/940")
    assert (found.lower_value, found.higher_value) == (("owners_committee",), ("owner", "owners_committee"))
    assert found.aspect is Aspect.CONDITION


def test_the_regulation_binds_companies_where_the_code_binds_other_managers_too() -> None:
    (found,) = conflicts("物业管理条例", "民法典/937/2")
    assert (found.lower_value, found.higher_value) == ("物业服务企业", "物业服务人")


EMPTY = ["滨州市住宅物业管理条例/38/2", "菏泽市物业管理条例/24/1", "聊城市物业管理条例/40/2"]


@pytest.mark.parametrize("at", EMPTY)
def test_a_reduction_for_empty_flats_stands_against_payment_in_full_but_not_against_a_ban_on_refusing_elsewhere(
    at: str,
) -> None:
    assert conflicts(at, "民法典/944/1")
    assert not [*conflicts(at, "绍兴市物业管理条例/38/1"), *conflicts("绍兴市物业管理条例/38/1", at)]
