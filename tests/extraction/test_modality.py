"""What a sentence does to whom, told by its words. The sentences are invented."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Force


@pytest.mark.parametrize(
    ("sentence", "modality", "bearer", "action"),
    [
        ("物业服务人应当每月清洗一次水箱。", "duty", ("service_provider",), "每月清洗一次水箱"),
        ("业主不得在楼道内存放杂物。", "prohibition", ("owner",), "在楼道内存放杂物"),
        ("业主可以查阅水箱的清洗记录。", "right", ("owner",), "查阅水箱的清洗记录"),
        ("业主有权旁听业主大会会议。", "right", ("owner",), "旁听业主大会会议"),
        ("业主大会可以决定增设晾衣场地。", "power", ("owners_assembly",), "决定增设晾衣场地"),
        ("业主委员会可以向街道办事处申请指导。", "right", ("owners_committee",), "向街道办事处申请指导"),
        ("建设单位应当赔偿业主的损失。", "liability", ("developer",), "赔偿业主的损失"),
        ("小区内的连廊属于业主共有。", "constitutive", ("owner",), "小区内的连廊属于业主共有"),
        ("本条例所称连廊，是指连接两栋建筑物的通道。", "constitutive", (), "是指连接两栋建筑物的通道"),
        ("街道办事处负责调解小区内的纠纷。", "duty", ("subdistrict",), "调解小区内的纠纷"),
        ("清洗水箱的费用由全体业主承担。", "duty", ("owner",), "清洗水箱的费用由全体业主承担"),
        ("水箱清洗周期由业主大会决定。", "power", ("owners_assembly",), "水箱清洗周期由业主大会决定"),
        ("任何单位和个人不得占用消防登高场地。", "prohibition", ("anyone",), "占用消防登高场地"),
    ],
)
def test_the_words_tell_modality_bearer_and_action(
    sentence: str, modality: str, bearer: tuple[str, ...], action: str
) -> None:
    norm = only(statute(sentence))
    assert (norm.modality.value, norm.bearer, norm.action) == (modality, bearer, action)


@pytest.mark.parametrize(
    "sentence",
    [
        "鼓励业主参加志愿清洁活动。",
        "本市建立业主委员会、业主等共同参与的议事体系，创新清洁方式。",
        "街道办事处探索建立水箱清洗的奖励办法。",
        "物业管理应当遵循公开、便民的原则。",
        "为了改善居住环境，结合本市实际，制定本条例。",
        "本条例自二〇三〇年一月一日起施行。",
    ],
)
def test_policy_purpose_and_scope_are_no_norms(sentence: str) -> None:
    assert statute(sentence) == ()


def test_a_sanction_names_offender_conduct_authority_and_fine() -> None:
    norm = only(
        statute("物业服务人未按时清洗水箱的，由区物业主管部门责令改正；拒不改正的，处二千元以上八千元以下罚款。")
    )
    assert norm.modality == "sanction"
    assert norm.bearer == ("service_provider",)
    assert norm.authority == ("housing_authority",)
    assert norm.condition == "物业服务人未按时清洗水箱的，由区物业主管部门责令改正；拒不改正的"
    assert norm.action == "责令改正；拒不改正的，处二千元以上八千元以下罚款"
    assert norm.amount is not None
    assert (norm.amount.min, norm.amount.max, norm.amount.unit) == (2000, 8000, "CNY")


def test_fines_on_units_and_on_persons_are_two_sanctions() -> None:
    norms = statute(
        "占用登高场地的，由消防救援机构责令改正，对个人处五百元以下罚款，对单位处五千元以上一万元以下罚款。"
    )
    assert [(norm.amount.min, norm.amount.max) for norm in norms if norm.amount] == [(None, 500), (5000, 10000)]


def test_a_multiple_of_a_sum_is_kept_in_words() -> None:
    norm = only(statute("物业服务人挪用共有收益的，由物业主管部门处挪用金额一倍以下罚款。"))
    assert norm.amount is not None
    assert norm.amount.text == "挪用金额一倍以下"


def test_a_department_is_not_the_owner_whose_name_it_contains() -> None:
    norm = only(statute("物业主管部门应当公布投诉电话。"))
    assert norm.bearer == ("housing_authority",)


def test_a_list_of_departments_names_each_of_them() -> None:
    norm = only(statute("公安、民政、城市管理等有关部门应当参加联席会议。"))
    assert norm.bearer == ("civil_affairs", "public_security", "urban_management")


def test_who_acts_together_bears_the_duty_together() -> None:
    norm = only(statute("物业主管部门应当会同街道办事处编制年度检查计划。"))
    assert norm.bearer == ("housing_authority", "subdistrict")
    assert norm.action == "编制年度检查计划"


def test_what_may_be_agreed_otherwise_is_default_law() -> None:
    norm = only(statute("物业服务人应当每年清洗一次外墙，但是合同另有约定的除外。"))
    assert norm.force is Force.DEFAULT
    assert norm.exception == "但是合同另有约定的除外"


def test_two_acts_in_one_sentence_are_two_norms() -> None:
    norms = statute("物业服务人应当保存维修记录，并每季度公布维修费用。")
    assert [norm.action for norm in norms] == ["保存维修记录", "每季度公布维修费用"]
    assert norms[1].deadline == "P3M"


def test_a_limit_is_a_prohibition_with_any_modal_word() -> None:
    norm = only(statute("建设单位配置的值班室，面积应当不低于二十平方米。"))
    assert (norm.modality, norm.action) == ("prohibition", "不低于二十平方米")


@pytest.mark.parametrize(
    ("sentence", "modality", "action"),
    [
        ("清洗期自业主知道或者应当知道之日起计算。", "constitutive", "清洗期自业主知道或者应当知道之日起计算"),
        ("有下列情形之一的，清洗期间中断：\n\n（一）停水；\n\n（二）停电。", "constitutive", "清洗期间中断"),
        ("逾期申报的清洗费，房产管理部门不予受理。", "prohibition", "不予受理"),
        ("清洗的事由由业主大会确定。", "power", "清洗的事由由业主大会确定"),
        ("业主委员会持查验记录向公安机关申请刻制印章。", "right", "持查验记录向公安机关申请刻制印章"),
        ("难以查明的，由可能加害的建筑物使用人给予补偿。", "liability", "给予补偿"),
    ],
)
def test_an_effect_is_told_without_a_modal_word(sentence: str, modality: str, action: str) -> None:
    norm = only(statute(sentence))
    assert (norm.modality.value, norm.action) == (modality, action)


def test_what_has_to_be_complied_with_behind_a_ban_is_a_duty() -> None:
    _, listed = statute("清洗水箱不得过度用药，并符合下列条件：\n\n（一）公示药剂。")
    assert (listed.modality, listed.action) == ("duty", "公示药剂")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("物业服务人有权停止供水，并禁止其车辆进入小区。", [("right", "停止供水"), ("right", "禁止其车辆进入小区")]),
        ("业主可以在指定地点停车，禁止占用消防通道。", [("right", "在指定地点停车"), ("prohibition", "占用消防通道")]),
        ("物业服务人应当保持通道畅通，并禁止堆放杂物。", [("duty", "保持通道畅通"), ("prohibition", "堆放杂物")]),
    ],
)
def test_a_right_to_forbid_is_a_right(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(norm.modality), norm.action) for norm in statute(text)] == expected


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("业主大会可以委托审计单位清点水箱账目。", "power"),
        ("业主大会议事规则可以约定候选人应当会修水箱。", "power"),
        ("业主委员会可以按照国家有关规定开设水箱账户。", "right"),
        ("业主委员会可以持代码证以业主大会名义办理水箱资金账户。", "right"),
        ("业主可以委托邻居清洗水箱。", "right"),
    ],
)
def test_an_organ_has_a_power_where_it_binds_others_and_a_right_where_it_asks(sentence: str, modality: str) -> None:
    assert only(statute(sentence)).modality == modality


def test_nobody_has_a_right_to_be_watched() -> None:
    _, published, watched = statute(
        "业主委员会可以以业主大会名义办理水箱资金账户并将账户信息向全体业主公开，接受业主监督。"
    )
    assert (published.modality, watched.modality) == ("right", "duty")
    assert (watched.bearer, watched.counterparty) == (("owners_committee",), ("owner",))


@pytest.mark.parametrize(
    ("sentence", "modality", "bearer"),
    [
        ("水箱被人撞坏的，费用应当由责任人承担。", "liability", ("offender",)),
        ("水箱被人撞坏的，修理费用由责任人承担。", "liability", ("offender",)),
        ("水箱老化的，修理费用由全体业主承担。", "duty", ("owner",)),
        ("委员私改水箱的，由业主大会罢免其委员资格。", "power", ("owners_assembly",)),
        ("清洗收费执行同一价格标准。", "constitutive", ()),
        ("水箱资金用于清洗水箱。", "duty", ("other",)),
    ],
)
def test_who_answers_who_unseats_and_what_holds_for_things(
    sentence: str, modality: str, bearer: tuple[str, ...]
) -> None:
    norm = only(statute(sentence))
    assert (norm.modality.value, norm.bearer) == (modality, bearer)


def test_the_smallest_room_is_said_and_decided_by_nobody() -> None:
    decided, measured = statute("水箱间由物业主管部门根据规模确定，最低建筑面积为五平方米。")
    assert (decided.modality, measured.modality) == ("power", "constitutive")
    assert measured.bearer == ()
