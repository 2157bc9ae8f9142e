"""Which norms of a sentence share its case, and whom a further act binds."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Modality


def test_among_them_is_no_condition() -> None:
    _, norm = statute("小组成员轮流值守。其中，业主代表不少于半数，由街道办事处公布。")
    assert norm.condition is None


def test_a_decision_that_comes_first_is_the_condition() -> None:
    norm = only(statute("业主委员会应当经业主共同决定后更换门锁。"))
    assert (norm.condition, norm.action) == ("经业主共同决定后", "更换门锁")


def test_what_does_not_do_is_a_case_also_without_a_comma() -> None:
    taken, refused = statute("物业服务人对清扫的意见应当采纳，不予采纳的应当在三日内答复。")
    assert (refused.condition, refused.action, refused.deadline) == ("不予采纳的", "答复", "P3D")
    assert taken.action == "采纳"


def test_a_time_is_not_shared_by_an_act_with_a_setting_of_its_own() -> None:
    told, joined = statute("值班经理应当自到岗之日起三日内拜访业主委员会，在居民委员会的指导下参加议事。")
    assert (told.condition, joined.condition) == ("自到岗之日起", None)


def test_how_long_something_lasts_does_not_begin_with_the_first_act() -> None:
    posted, days = statute("筹备组应当自成立之日起三日内，将名单张贴，张贴时间不得少于七日。")
    assert posted.condition == "自成立之日起"
    assert (days.modality, days.condition) == (Modality.PROHIBITION, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "车位不足的，业主可以利用连廊旁的空地停车，空地归业主共有。",
        "业主较多的，可以成立业主小组，业主小组由本单元的业主组成。",
    ],
)
def test_what_is_so_in_any_case_does_not_share_the_case_of_a_right(sentence: str) -> None:
    right, status = statute(sentence)
    assert right.condition is not None
    assert (status.modality, status.condition) == (Modality.CONSTITUTIVE, None)


def test_whose_staff_did_wrong_is_no_part_of_what_is_punished() -> None:
    norm = only(statute("街道办事处及其工作人员在清查水箱时存在徇私舞弊行为的，依法给予处分。"))
    assert norm.condition == "在清查水箱时存在徇私舞弊行为的"


def test_what_another_law_punishes_and_what_this_one_does() -> None:
    norms = statute("对违反本条例规定的行为，法律已经作出处罚规定的，适用其规定；法律未作出规定的，按照本条例执行。")
    assert [(norm.modality, norm.action) for norm in norms] == [
        (Modality.SANCTION, "适用其规定"),
        (Modality.SANCTION, "按照本条例执行"),
    ]


def test_who_checks_what_others_ask_for_has_a_duty_of_his_own() -> None:
    proposed, checked, asked = statute(
        "电梯需要抢修的，由业主提出建议，经业主委员会和居民委员会证明核实，向街道办事处申请补贴。"
    )
    assert (proposed.modality, proposed.bearer) == (Modality.RIGHT, ("owner",))
    assert (checked.modality, checked.action) == (Modality.DUTY, "证明核实")
    assert checked.bearer == ("owners_committee", "residents_committee")
    assert (asked.modality, asked.bearer, asked.counterparty) == (Modality.RIGHT, ("owner",), ("subdistrict",))


def test_an_agent_said_by_the_way_is_not_whom_the_sentence_goes_on_with() -> None:
    *_, norm = statute("业主大会应当听取意见。书面表决的，应当印制选票，由业主签字；收不齐选票的，应当在连廊张贴通告。")
    assert norm.bearer == ("owners_assembly",)


def test_what_is_sent_to_somebody_is_not_sent_by_him() -> None:
    *_, norm = statute("业主大会应当听取意见。业主应当签字。书面表决的，应当将选票送交每一位业主。")
    assert (norm.bearer, norm.counterparty) == (("owners_assembly",), ("owner",))


def test_what_is_sent_by_nobody_known_binds_nobody_known() -> None:
    *_, norm = statute("业主应当签字。书面表决的，应当将选票送交每一位业主。")
    assert norm.bearer == ("other",)


@pytest.mark.parametrize(
    "sentence",
    [
        "业主委员会会议由主任召集，有半数以上成员出席方可召开。",
        "业主委员会委员不得委托他人参会，作出决定时应当经全体成员过半数同意。",
        "使用公章，应当经业主委员会过半数成员签字同意。",
    ],
)
def test_a_quorum_of_members_binds_their_committee(sentence: str) -> None:
    assert statute(sentence)[-1].bearer == ("owners_committee",)


def test_a_further_act_says_in_which_role_it_is_done() -> None:
    founded, organised, pushed = statute(
        "物业管理委员会由街道办事处组织成立，作为临时机构，组织业主清点账册，并推动符合条件的小区成立业主大会。"
    )
    assert (founded.bearer, founded.action) == (("subdistrict",), "组织成立")
    assert (organised.bearer, organised.action) == (("pm_committee",), "作为临时机构，组织业主清点账册")
    assert (pushed.bearer, pushed.action) == (("pm_committee",), "推动符合条件的小区成立业主大会")


def test_the_election_by_the_assembly_is_an_act_of_its_own() -> None:
    assert [norm.action for norm in statute("业主大会会议应当通过管理规约，选举产生业主委员会。")] == [
        "通过管理规约",
        "选举产生业主委员会",
    ]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("物业服务人应当查验水箱，确认现场查验结果。", "查验水箱，确认现场查验结果"),
        (
            "街道办事处应当指导业主成立筹备组，筹备召开首次业主大会会议。",
            "指导业主成立筹备组，筹备召开首次业主大会会议",
        ),
        ("物业服务人应当在党组织领导下开展活动，发挥示范作用。", "在党组织领导下开展活动，发挥示范作用"),
    ],
)
def test_what_an_act_only_leads_to_is_part_of_it(sentence: str, act: str) -> None:
    assert [norm.action for norm in statute(sentence)] == [act]


def test_who_bears_the_cost_of_what_he_failed_to_do_answers_for_it() -> None:
    *_, answers = statute("业主不履行养护义务的，可以由物业服务人代为养护，费用由业主承担。")
    *_, owes = statute("连廊需要养护的，可以由物业服务人养护，费用由业主承担。")
    assert (answers.modality, owes.modality) == (Modality.LIABILITY, Modality.DUTY)


def test_a_list_within_a_status_goes_on_to_its_end() -> None:
    norm = only(statute("清洗合同的内容一般包括水箱的名称、数量，清洗的期限，价钱和支付方式等条款。"))
    assert norm.action.endswith("价钱和支付方式等条款")
