"""Sentences in which several act by turns: whose period, whose case and whose charge a further act has."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Modality


@pytest.mark.parametrize(
    "sentence",
    [
        "建设单位应当自迁箱之日起十日内报街道办事处登记，街道办事处应当公布结果。",
        "建设单位在迁移蜂箱的同时，应当报街道办事处登记，街道办事处应当公布结果。",
    ],
)
def test_the_period_of_one_is_not_that_of_the_next(sentence: str) -> None:
    first, second = statute(sentence)
    assert first.condition is not None
    assert (second.bearer, second.condition, second.deadline) == (("subdistrict",), None, None)


def test_a_case_in_front_of_both_is_shared() -> None:
    first, second = statute("蜂箱漏蜜时，养蜂人应当封堵，物业服务人应当清扫。")
    assert first.condition == second.condition == "蜂箱漏蜜时"


def test_a_clause_with_a_time_of_its_own_leaves_the_one_before() -> None:
    first, second = statute("蜂箱迁移前，养蜂人应当守夜，业主大会成立后经业主大会同意可以由物业服务人守夜。")
    assert (first.condition, second.condition) == ("蜂箱迁移前", "业主大会成立后经业主大会同意")


def test_who_asks_before_others_agree_has_a_duty_of_his_own() -> None:
    plan, asking, doing = statute(
        "物业服务人应当提出迁箱方案，由居民委员会征询业主意见，经业主表决通过后，由物业服务人迁箱。"
    )
    assert (asking.bearer, asking.counterparty, asking.action) == (("residents_committee",), ("owner",), "征询业主意见")
    assert (doing.bearer, doing.condition) == (("service_provider",), "经业主表决通过后")
    assert plan.bearer == ("service_provider",)


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("物业服务人应当指派项目负责人，负责蜂箱的看护。", ["service_provider", "provider_staff"]),
        ("业主大会可以设立护蜂小组，负责蜂箱的看护。", ["owners_assembly", "other"]),
        ("街道办事处应当组建物业管理委员会，作为临时机构履行护蜂职责。", ["subdistrict", "pm_committee"]),
        ("物业服务人应当制定护蜂方案，负责蜂箱的看护。", ["service_provider", "service_provider"]),
    ],
)
def test_who_is_put_in_charge_bears_what_follows(sentence: str, bearers: list[str]) -> None:
    assert [norm.bearer for norm in statute(sentence)] == [(bearer,) for bearer in bearers]


def test_only_the_act_that_names_a_rhythm_has_it() -> None:
    watched, told = statute("业主委员会应当接受业主监督并每年向业主大会报告取蜜情况。")
    assert (watched.deadline, told.deadline) == (None, "P1Y")


def test_how_long_something_is_posted() -> None:
    assert only(statute("取蜜结果应当在连廊公告十日。")).deadline == "P10D"


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        (
            "筹备组应当按照规定制定取蜜办法，在居民委员会的协助下，清点蜂箱。",
            ["按照规定制定取蜜办法", "在居民委员会的协助下，清点蜂箱"],
        ),
        (
            "园林部门应当按照有关规定确定放蜂标准，并征询养蜂人的意见。",
            ["按照有关规定确定放蜂标准", "征询养蜂人的意见"],
        ),
        ("蜂箱租金可以采取记账等方式，具体标准由业主大会决定。", ["采取记账等方式", "具体标准由业主大会决定"]),
        ("园林部门应当修补蜂箱，结合旧城修缮和更新，逐步增设蜜源。", ["修补蜂箱", "结合旧城修缮和更新，逐步增设蜜源"]),
    ],
)
def test_where_an_act_ends_and_the_setting_of_the_next_begins(sentence: str, acts: list[str]) -> None:
    assert [norm.action for norm in statute(sentence)] == acts


def test_names_in_brackets_do_not_end_a_list_of_those_who_take_part() -> None:
    _, norm = statute("护蜂会议由街道办事处召集，公安部门、业主委员会（业主代表）、物业服务人等各方参加。")
    assert (norm.bearer, norm.action) == (("owners_committee", "public_security", "service_provider"), "参加")


def test_what_owners_decide_on_is_in_their_power() -> None:
    *_, norm = statute("业主可以自行养蜂，并对下列事项作出决定：\n\n（一）蜂箱的位置；\n\n（二）取蜜的日子。")
    assert (norm.modality, norm.action) == (Modality.POWER, "取蜜的日子")


def test_to_vote_is_a_right() -> None:
    assert only(statute("蜂箱共有的，由共有人约定其中一名业主行使投票权。")).modality is Modality.RIGHT


def test_whom_a_decision_of_the_assembly_removes() -> None:
    norm = only(statute("养蜂扰民的，经业主大会会议讨论通过，罢免其委员资格。"))
    assert (norm.modality, norm.bearer) == (Modality.POWER, ("owners_assembly",))
