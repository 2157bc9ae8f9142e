"""由X做…: how much of the clause is the action, and who 双方 are."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Modality


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("连廊清扫的费用由全体业主承担。", "连廊清扫的费用由全体业主承担"),
        ("连廊清扫的费用由相关业主按照户数分摊。", "连廊清扫的费用由相关业主按照户数分摊"),
        ("连廊清扫的费用，由建设单位承担。", "连廊清扫的费用，由建设单位承担"),
        ("清扫工具由建设单位无偿提供。", "无偿提供"),
        ("议事小组由街道办事处组织成立。", "组织成立"),
        ("清扫的工具和材料由建设单位在交房前购买齐全。", "购买齐全"),
        ("议事小组由五名业主组成。", "由五名业主组成"),
        ("桶站清扫的费用应当由建设单位承担。", "由建设单位承担"),
    ],
)
def test_a_mere_verb_keeps_its_topic_unless_it_says_what_is_done(sentence: str, action: str) -> None:
    assert only(statute(sentence)).action == action


def test_a_clause_that_opens_with_the_agent_has_its_verb_as_action() -> None:
    norm = only(statute("需要更换地砖的，由业主大会决定。"))
    assert (norm.modality, norm.action) == (Modality.POWER, "决定")
    assert norm.condition == "需要更换地砖的"


def test_both_sides_are_the_two_parties_named_before() -> None:
    *_, norm = statute("物业服务人可以为业主代收包裹，代收费由双方协商确定。")
    assert norm.bearer == ("owner", "service_provider")


def test_both_sides_of_more_than_two_stay_open() -> None:
    *_, norm = statute("业主、物业使用人和物业服务人应当爱护连廊，分担的办法由双方协商确定。")
    assert "owner" not in norm.bearer or len(norm.bearer) > 2


def test_an_organ_that_decides_has_a_power() -> None:
    norms = statute("业主大会决定下列事项：\n\n（一）粉刷连廊；\n\n（二）更换桶站。")
    assert {(norm.modality, norm.bearer) for norm in norms} == {(Modality.POWER, ("owners_assembly",))}


def test_whoever_acts_by_decision_of_others_is_still_the_bearer() -> None:
    norm = only(statute("业主委员会为养护连廊，经业主大会决定，可以聘用工人。"))
    assert norm.bearer == ("owners_committee",)


def test_without_another_party_those_who_decide_are_the_bearers() -> None:
    norm = only(statute("经业主大会或者业主大会授权的业主委员会决定，可以出租露台。"))
    assert norm.bearer == ("owners_assembly", "owners_committee")


def test_members_listed_with_commas_form_one_body() -> None:
    norm = only(statute("筹备组由业主代表，建设单位代表，街道办事处、镇人民政府代表组成。"))
    assert (norm.modality, norm.bearer) == (Modality.CONSTITUTIVE, ("preparatory_group",))


def test_what_follows_an_agent_is_said_of_the_topic() -> None:
    *_, norm = statute("业主委员会会议由主任召集，召开会议必须有半数以上委员出席。")
    assert norm.bearer == ("owners_committee",)


def test_a_member_of_a_body_acts_and_not_the_body() -> None:
    norm = only(statute("需要续约的，由筹备组中的业主代表签订养护合同。"))
    assert norm.bearer == ("owner_representative",)


def test_who_may_be_a_member_is_said_of_the_members() -> None:
    norm = only(statute("业主委员会成员应当由热心连廊养护的业主担任。"))
    assert norm.bearer == ("committee_member",)


def test_who_holds_an_office_is_said_of_the_holder() -> None:
    norm = only(statute("筹备组组长应当由街道办事处代表担任。"))
    assert norm.bearer == ("subdistrict",)


def test_an_act_set_at_a_time_behind_what_an_agent_bears() -> None:
    first, second = statute("筹备经费由建设单位按照规定承担，在办理验收备案前，将经费存入专门账户。")
    assert first.bearer == second.bearer == ("developer",)
    assert first.action == "筹备经费由建设单位按照规定承担"


def test_duties_behind_what_a_body_is() -> None:
    norms = statute("业主委员会由五人单数组成，每届任期三年，履行下列职责：\n\n（一）清扫连廊；\n\n（二）养护桶站。")
    assert [norm.modality for norm in norms[-2:]] == [Modality.DUTY] * 2
    assert {norm.bearer for norm in norms} == {("owners_committee",)}


def test_an_adverbial_behind_an_agent_is_no_act() -> None:
    *_, norm = statute("养护费由业主和物业服务人按照有关规定，在养护合同中约定。")
    assert norm.bearer == ("owner", "service_provider")
    assert norm.action == "按照有关规定，在养护合同中约定"


def test_an_organ_that_decides_behind_an_adverbial_has_a_power() -> None:
    *_, norm = statute("成员拒绝养护连廊的，由业主委员会根据业主大会的授权，决定是否终止其职务。")
    assert norm.modality is Modality.POWER


def test_a_principle_of_a_thing_is_no_norm() -> None:
    norms = statute("行业协会应当发布价格。养护收费应当遵循公开的原则。")
    assert [norm.action for norm in norms] == ["发布价格"]


def test_an_agent_inside_a_clause_begins_an_act_of_its_own() -> None:
    first, second = statute("成员缺额时，从候补委员中依次递补并由业主委员会予以公告。")
    assert first.action == "从候补委员中依次递补"
    assert (second.bearer, second.modality) == (("owners_committee",), Modality.DUTY)


def test_a_known_agent_may_stand_beside_one_that_is_not() -> None:
    norm = only(statute("水箱的清洗，应当由专业机构或者人员实施。"))
    assert norm.action == "由专业机构或者人员实施"


def test_who_bears_something_stays_in_the_action_where_nothing_else_does() -> None:
    norm = only(statute("清洗水箱没有约定费用的，由建设单位承担。"))
    assert (norm.action, norm.condition) == ("由建设单位承担", "清洗水箱没有约定费用的")


@pytest.mark.parametrize("sentence", ["押运水箱的费用由托运人负担。", "水箱损坏的，由监护人赔偿。"])
def test_an_agent_that_is_no_known_party_is_another(sentence: str) -> None:
    assert only(statute(sentence)).bearer == ("other",)


@pytest.mark.parametrize(
    ("sentence", "modality", "bearer"),
    [
        ("业主代表由街道办事处在业主中推荐产生。", Modality.POWER, ("subdistrict",)),
        ("业主代表可以由业主自荐或者居民委员会推荐产生。", Modality.RIGHT, ("owner", "residents_committee")),
        ("副主任由街道办事处指定一名业主代表担任。", Modality.CONSTITUTIVE, ("owner_representative",)),
        ("组长由街道办事处代表担任。", Modality.CONSTITUTIVE, ("subdistrict",)),
        ("委员出现空缺时，由候补委员依次递补。", Modality.CONSTITUTIVE, ("committee_member",)),
        ("清扫的价钱由业主与物业服务人协商确定。", Modality.RIGHT, ("owner", "service_provider")),
        ("清扫的价钱由业主协商确定。", Modality.POWER, ("owner",)),
        ("加装电梯由产权管理单位或者业主委员会负责组织。", Modality.DUTY, ("other", "owners_committee")),
        ("物业服务人及其工作人员不得丢弃账册。", Modality.PROHIBITION, ("provider_staff", "service_provider")),
        ("物业服务人选聘方案应当写明清扫的次数。", Modality.DUTY, ("other",)),
    ],
)
def test_who_is_chosen_and_who_chooses(sentence: str, modality: Modality, bearer: tuple[str, ...]) -> None:
    norm = only(statute(sentence))
    assert (norm.modality, norm.bearer) == (modality, bearer)


def test_a_list_of_papers_is_what_somebody_else_is_to_make() -> None:
    norm = only(statute("业主大会议事规则、管理规约示范文本，由市人民政府编写。"))
    assert norm.bearer == ("city_government",)


def test_what_a_contract_consists_of_is_no_status_of_those_who_make_it() -> None:
    made, *terms = statute(
        "清洗合同由业主委员会与物业服务人订立，一般包括以下条款：\n\n（一）价格；\n\n（二）水箱容积。"
    )
    assert made.bearer == ("owners_committee", "service_provider")
    assert [(norm.modality, norm.bearer) for norm in terms] == [(Modality.CONSTITUTIVE, ())] * 2


def test_who_was_dismissed_is_the_outgoing_provider_and_who_serves_is_the_provider() -> None:
    dismissed = only(statute("被解聘的物业服务人应当移交钥匙。"))
    serving = only(statute("接受委托提供物业服务的企业应当备齐钥匙。"))
    assert (dismissed.bearer, serving.bearer) == (("outgoing_provider",), ("service_provider",))
