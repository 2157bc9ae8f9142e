"""Norms of different sources, compared: what is repeated, detailed, tightened, contradicted."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import RuleError
from propertylaw.graph import Aspect, Consent, Measure, Relation, RelationKind, RuleGraph
from propertylaw.graph.consents import consent_of
from propertylaw.graph.periods import period
from propertylaw.model import Norm

PROVINCE, CITY, OTHER_CITY = "山东省物业管理条例", "青岛市物业管理条例", "舟山市物业管理条例"
CODE, REGULATION = "民法典", "物业管理条例"


def norm(at: str, modality: str, bearer: str | tuple[str, ...], action: str, **fields: Any) -> Norm:
    whole = {"id": f"{at}#1", "modality": modality, "bearer": bearer, "action": action, "locator": at}
    return Norm.model_validate(whole | fields)


def related(*norms: Norm) -> tuple[Relation, ...]:
    return RuleGraph(norms).relations


def only(*norms: Norm) -> Relation:
    (found,) = related(*norms)
    return found


TELL = "将业主委员会的决定在物业管理区域内书面公告"


def test_the_same_words_in_a_lower_source_repeat_the_norm() -> None:
    province = norm(f"{PROVINCE}/3", "duty", "owners_committee", TELL)
    city = norm(f"{CITY}/9", "duty", "owners_committee", TELL.replace("物业管理区域", "物业服务区域"))
    found = only(city, province)
    assert (found.kind, found.lower, found.higher, found.by) == (RelationKind.REPEATS, city, province, "rank")
    assert RuleGraph([city, province]).statements_of(city) == (city, province)


def test_a_period_where_the_higher_source_has_none_implements_it() -> None:
    province = norm(f"{PROVINCE}/3", "duty", "owners_committee", TELL)
    city = norm(f"{CITY}/9", "duty", "owners_committee", TELL, deadline="P3D", deadline_text="三日内")
    found = only(city, province)
    assert (found.kind, found.aspect) == (RelationKind.IMPLEMENTS, Aspect.PERIOD)
    assert found.lower_value == Measure(3, "day", "三日内", "most")
    assert found.higher_value is None


@pytest.mark.parametrize(
    ("own", "other", "kind"),
    [
        (("P3D", "三日内"), ("P7D", "七日内"), RelationKind.STRICTER),
        (("P10D", "十日内"), ("P7D", "七日内"), RelationKind.CONFLICTS),
        (("P90D", "九十日前"), ("P60D", "六十日前"), RelationKind.STRICTER),
        (("P30D", "三十日前"), ("P60D", "六十日前"), RelationKind.CONFLICTS),
        (("P2M", "两个月内"), ("P60D", "六十日内"), RelationKind.REPEATS),
        (("P5BD", "五个工作日内"), ("P7D", "七日内"), RelationKind.REPEATS),
    ],
)
def test_a_period_is_tighter_or_looser(own: tuple[str, str], other: tuple[str, str], kind: RelationKind) -> None:
    lower = norm(f"{CITY}/9", "duty", "owners_committee", TELL, deadline=own[0], deadline_text=own[1])
    higher = norm(f"{PROVINCE}/3", "duty", "owners_committee", TELL, deadline=other[0], deadline_text=other[1])
    assert only(lower, higher).kind is kind


def test_to_allow_what_the_higher_source_forbids_is_a_conflict() -> None:
    act = "占用业主共有的道路停放其他车辆"
    found = only(
        norm(f"{CITY}/9", "right", "service_provider", act),
        norm(f"{PROVINCE}/3", "prohibition", "service_provider", act),
    )
    assert (found.kind, found.aspect) == (RelationKind.CONFLICTS, Aspect.MODALITY)
    assert "不得" in found.why


def test_a_task_given_to_another_body_is_a_conflict_of_bearers() -> None:
    act = "对依法选举产生的业主委员会出具备案证明文件"
    found = only(norm(f"{CITY}/9", "duty", "subdistrict", act), norm(f"{PROVINCE}/3", "duty", "housing_authority", act))
    assert (found.kind, found.aspect) == (RelationKind.CONFLICTS, Aspect.BEARER)
    assert (found.lower_value, found.higher_value) == (("subdistrict",), ("housing_authority",))


@pytest.mark.parametrize(
    ("city", "province"),
    [
        (("duty", "owner", "按照约定支付物业费"), ("duty", "developer", "在销售前制定临时管理规约")),
        (("duty", "owner", TELL), ("duty", "service_provider", TELL)),
        (("duty", "owner", "法律、法规规定的其他义务"), ("duty", "owner", "法律、法规规定的其他义务")),
        (("liability", "owner", "依法承担赔偿责任"), ("liability", "owner", "依法承担赔偿责任")),
    ],
    ids=["other act", "other private bearer", "catch-all", "bare liability"],
)
def test_what_is_not_the_same_act_is_not_related(city: tuple[str, str, str], province: tuple[str, str, str]) -> None:
    assert related(norm(f"{CITY}/9", *city), norm(f"{PROVINCE}/3", *province)) == ()


def test_sources_of_different_places_are_not_compared() -> None:
    assert related(norm(f"{CITY}/9", "duty", "owner", TELL), norm(f"{OTHER_CITY}/3", "duty", "owner", TELL)) == ()


def test_clauses_of_a_contract_are_left_to_the_conflicts() -> None:
    clause = norm("doc:合同/9", "duty", "owners_committee", TELL, force="agreed")
    assert related(clause, norm(f"{PROVINCE}/3", "duty", "owners_committee", TELL)) == ()


HALF = "面积过半数且人数过半数的业主"
CODE_VOTE = "参与表决面积四分之三以上且参与表决人数四分之三以上的业主"


@pytest.mark.parametrize(
    ("action", "value"),
    [
        (f"经{HALF}同意", Consent("consent", "all", Fraction(1, 2), Fraction(1, 2))),
        (f"经{CODE_VOTE}同意", Consent("consent", "taking_part", Fraction(3, 4), Fraction(3, 4))),
        (
            "由面积三分之二以上且人数三分之二以上的业主参与表决",
            Consent("participation", "all", Fraction(2, 3), Fraction(2, 3)),
        ),
        (
            "经面积2/3以上且人数2/3以上的业主同意",
            Consent("consent", "all", Fraction(2, 3), Fraction(2, 3)),
        ),
        ("经百分之六十以上业主同意", Consent("consent", "all", None, Fraction(3, 5))),
        ("经本单元三分之二以上业主同意", Consent("consent", "all", None, Fraction(2, 3), part_only=True)),
        ("征得相关业主、业主委员会的同意", Consent("consent", "all", parties=("owner", "owners_committee"))),
        ("经全体委员过半数同意", None),
        ("按照约定支付物业费", None),
    ],
)
def test_a_vote_or_consent_is_read_as_a_value(action: str, value: Consent | None) -> None:
    assert consent_of(norm(f"{CITY}/9", "duty", "owners_assembly", action)) == value


def vote(at: str, action: str, condition: str | None, *topics: str) -> Norm:
    return norm(at, "duty", "owners_assembly", action, condition=condition, topics=topics)


def test_votes_are_compared_matter_by_matter() -> None:
    rebuilding = vote(f"{CITY}/9/1", f"经{HALF}同意", "决定改建、重建建筑物的", "rebuilding")
    fund = vote(f"{PROVINCE}/3/1", f"经{CODE_VOTE}同意", "筹集维修资金的", "fund_raising")
    same = vote(f"{PROVINCE}/3/2", f"经{CODE_VOTE}同意", "改建、重建建筑物的", "rebuilding")
    found = only(rebuilding, fund, same)
    assert (found.kind, found.aspect, found.higher) == (RelationKind.CONFLICTS, Aspect.THRESHOLD, same)
    assert found.why.startswith("改建重建")


def test_a_rule_on_other_matters_does_not_hold_for_those_treated_apart() -> None:
    fund = vote(f"{CITY}/9/1", f"经{HALF}同意", "使用维修资金的", "fund_use")
    apart = vote(f"{PROVINCE}/3/1", f"经{CODE_VOTE}同意", "使用维修资金的", "fund_use")
    rest = vote(f"{PROVINCE}/3/2", f"经{HALF}同意", "决定其他事项的")
    assert [one.higher for one in related(fund, apart, rest)] == [apart]


def fine(at: str, least: int | None, most: int | None) -> Norm:
    amount = {"min": least, "max": most}
    return norm(at, "sanction", "developer", "处罚款", condition="不移交有关资料的", amount=amount)


@pytest.mark.parametrize(
    ("least", "most", "kind"),
    [
        (10_000, 100_000, RelationKind.REPEATS),
        (20_000, 50_000, RelationKind.IMPLEMENTS),
        (5_000, 50_000, RelationKind.CONFLICTS),
        (200_000, 200_000, RelationKind.CONFLICTS),
        (None, 100_000, RelationKind.CONFLICTS),
    ],
)
def test_a_fine_stays_within_the_frame_of_the_higher_source(
    least: int | None, most: int | None, kind: RelationKind
) -> None:
    assert only(fine(f"{CITY}/9", least, most), fine(f"{REGULATION}/58", 10_000, 100_000)).kind is kind


def test_a_fine_whose_upper_bound_is_not_known_is_not_compared() -> None:
    assert related(fine(f"{CITY}/9", 10_000, None), fine(f"{REGULATION}/58", 10_000, 100_000)) == ()


def test_a_reduction_stands_against_a_ban_on_reductions_even_between_places() -> None:
    reduced = norm(f"{CITY}/9", "duty", "owner", "减收", topics=("empty_flat_reduction",))
    full = norm(f"{OTHER_CITY}/3", "prohibition", "owner", "以空置为由要求减免", topics=("unused_refusal",))
    found = only(reduced, full)
    assert (found.kind, found.by) == (RelationKind.CONFLICTS, "place")


def test_between_places_a_ban_on_refusing_to_pay_is_no_ban_on_reductions() -> None:
    reduced = norm(f"{CITY}/9", "duty", "owner", "减收", topics=("empty_flat_reduction",))
    refused = norm(f"{OTHER_CITY}/3", "prohibition", "owner", "以空置为由拒绝支付", topics=("unused_refusal",))
    assert related(reduced, refused) == ()


def test_a_norm_that_follows_the_code_is_not_held_against_what_the_code_overrides() -> None:
    code = vote(f"{CODE}/3", f"经{CODE_VOTE}同意", "改建、重建建筑物的", "rebuilding")
    old = vote(f"{REGULATION}/3", f"经{HALF}同意", "改建、重建建筑物的", "rebuilding")
    new = vote(f"{CITY}/9", f"经{CODE_VOTE}同意", "改建、重建建筑物的", "rebuilding")
    kinds = {(one.lower, one.higher): one.kind for one in related(code, old, new)}
    assert kinds == {(new, code): RelationKind.REPEATS, (old, code): RelationKind.CONFLICTS}


def test_two_different_norms_with_one_id_are_refused() -> None:
    with pytest.raises(RuleError, match="重复"):
        RuleGraph([norm(f"{CITY}/9", "duty", "owner", "甲"), norm(f"{CITY}/9", "duty", "owner", "乙")])


DAYS = st.integers(1, 400)


@given(DAYS, DAYS)
def test_of_two_periods_for_a_duty_exactly_the_shorter_is_stricter(own: int, other: int) -> None:
    lower, higher = (
        norm(at, "duty", "owners_committee", TELL, deadline=f"P{days}D", deadline_text=f"{days}日内")
        for at, days in ((f"{CITY}/9", own), (f"{PROVINCE}/3", other))
    )
    found = only(lower, higher)
    near = abs(own - other) <= 0.03 * other
    expected = RelationKind.REPEATS if near else RelationKind.STRICTER if own < other else RelationKind.CONFLICTS
    assert found.kind is expected
    assert period(lower) is not None


ACTS = st.sampled_from([TELL, "按照约定支付物业费", "在销售物业之前制定临时管理规约", "改建、重建建筑物及其附属设施"])
NORMS = st.lists(
    st.tuples(st.sampled_from([CODE, REGULATION, PROVINCE, CITY, OTHER_CITY]), ACTS), max_size=8, unique=True
)


@given(NORMS, st.randoms())
def test_relations_do_not_depend_on_the_order_of_the_norms(drawn: list[tuple[str, str]], random: Any) -> None:
    norms = [norm(f"{source}/{number}", "duty", "owner", act) for number, (source, act) in enumerate(drawn, 1)]
    shuffled = norms[:]
    random.shuffle(shuffled)
    assert set(related(*norms)) == set(related(*shuffled))
