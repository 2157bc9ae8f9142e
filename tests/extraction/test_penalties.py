"""Penalties: who imposes them on whom, and how much."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Modality


def test_leave_of_a_government_does_not_make_it_the_offender() -> None:
    first, second = statute(
        "施工单位在夜间粉刷连廊的，由生态环境部门责令改正，处一千元罚款；情节严重的，报经市人民政府批准，责令停业。"
    )
    assert first.bearer == second.bearer == ("contractor",)
    assert second.authority == ("ecology_environment",)


def test_a_unit_ordered_to_do_something_is_no_authority() -> None:
    norm = only(statute("建设单位擅自拆除连廊的，责令限期由专业单位重建，并处五千元罚款。"))
    assert (norm.bearer, norm.authority) == (("developer",), ())


def test_a_share_of_the_price_is_an_amount_in_words() -> None:
    norm = only(statute("建设单位不建连廊的，由房产管理部门责令改正，处合同价款1%以上2%以下的罚款。"))
    assert norm.amount is not None
    assert norm.amount.text == "合同价款1%以上2%以下"


def test_a_department_known_only_by_its_office_is_an_authority() -> None:
    norm = only(statute("在连廊堆放杂物的，由负有消防监督管理职责的部门处二百元罚款。"))
    assert (norm.modality, norm.authority) == (Modality.SANCTION, ("generic_authority",))


def test_the_regulation_of_a_government_is_not_the_government() -> None:
    norm = only(statute("违反本条例规定，国务院《连廊条例》已有处罚规定的，从其规定。"))
    assert norm.bearer == ("offender",)


def test_asking_for_an_order_is_a_right() -> None:
    norm = only(statute("业主委员会不召集会议的，业主可以请求街道办事处责令限期召集。"))
    assert (norm.modality, norm.bearer) == (Modality.RIGHT, ("owner",))


def test_what_was_gained_is_taken_by_the_same_authority() -> None:
    first, second = statute("物业服务人出租连廊的，由房产管理部门给予警告；有违法所得的，予以没收。")
    assert first.authority == second.authority == ("housing_authority",)


def test_an_order_hits_whom_it_is_given_to() -> None:
    norm = only(statute("不按期清洗水箱的，由区物业主管部门责令物业服务企业限期清洗。"))
    assert (norm.bearer, norm.authority) == (("service_provider",), ("housing_authority",))


def test_an_item_of_a_penal_list_names_whom_it_hits() -> None:
    norms = statute(
        "违反本条例规定，有下列情形之一的，由区物业主管部门责令改正：\n\n"
        "（一）建设单位未移交阀门的；\n\n（二）物业服务企业未保管账册的。"
    )
    assert [norm.bearer for norm in norms] == [("developer",), ("service_provider",)]


def test_a_list_that_deals_with_cases_punishes_in_its_items() -> None:
    norms = statute(
        "建设单位有下列情形之一的，由区物业主管部门按照下列规定处理：\n\n"
        "（一）未移交阀门的，责令改正；\n\n（二）损毁账册的，处一千元以上三千元以下罚款。"
    )
    assert {(norm.modality.value, norm.bearer, norm.authority) for norm in norms} == {
        ("sanction", ("developer",), ("housing_authority",))
    }


def test_a_list_that_deals_with_costs_punishes_nobody() -> None:
    norms = statute(
        "清洗的费用，按照下列规定处理：\n\n（一）水箱的费用，由业主承担；\n\n（二）阀门的费用，由建设单位承担。"
    )
    assert [(norm.modality.value, norm.bearer) for norm in norms] == [("duty", ("owner",)), ("duty", ("developer",))]


def test_a_body_that_has_to_order_a_correction_imposes_a_sanction() -> None:
    norm, _ = statute("业主大会的决定违反本条例的，县级物业主管部门，应当责令限期改正，并公告全体业主。")
    assert (norm.modality, norm.bearer, norm.authority) == (
        Modality.SANCTION,
        ("owners_assembly",),
        ("housing_authority",),
    )
    assert norm.action == "责令限期改正"


def test_a_fine_for_disobedience_names_whom_the_order_left_open() -> None:
    norm = only(
        statute("不移交钥匙的，由区物业主管部门责令限期改正；逾期不改正的，对建设单位予以通报，处一万元以下的罚款。")
    )
    assert norm.bearer == ("developer",)


def test_a_unit_set_off_from_its_conduct_is_no_unnamed_offender() -> None:
    norm = only(statute("水质检测、水箱评估等服务机构，未登记样本的，由卫生健康部门责令改正。"))
    assert (norm.bearer, norm.bearer_text) == (("other",), "水质检测、水箱评估等服务机构")


def test_the_fine_on_units_is_for_the_conduct_told_before_it() -> None:
    persons, units = statute(
        "违反本条例第三条规定，擅自填埋水箱的，由房产管理部门对个人处一千元以下罚款；对单位处五千元以下罚款。"
    )
    assert persons.condition == units.condition == "擅自填埋水箱的"


def test_an_item_tells_its_conduct_apart_from_the_provision_violated() -> None:
    norms = statute(
        "物业服务人有下列行为之一的，由房产管理部门责令改正：\n\n（一）违反本条例第三条规定，未清洗水箱的；\n\n（二）未公示清洗记录的。"
    )
    assert [norm.condition for norm in norms] == ["未清洗水箱的", "未公示清洗记录的"]
    assert [citation.text for citation in norms[0].cites] == ["第三条"]


def test_who_revokes_a_decision_has_to_tell_the_owners() -> None:
    sanction, duty = statute("业主大会作出的决定违反法律的，街道办事处应当责令限期改正或者撤销其决定，并通告全体业主。")
    assert (sanction.modality, sanction.action) == (Modality.SANCTION, "责令限期改正或者撤销其决定")
    assert (duty.modality, duty.bearer, duty.counterparty) == (Modality.DUTY, ("subdistrict",), ("owner",))


def test_a_penalty_that_is_only_mentioned_punishes_nobody() -> None:
    norm = only(statute("消防救援机构除依法予以处罚外，应当将水箱的缺陷通报市场监督管理部门。"))
    assert (norm.modality, norm.action) == (Modality.DUTY, "将水箱的缺陷通报市场监督管理部门")
    assert norm.exception is None


def test_a_crime_behind_the_task_of_an_authority_is_not_the_authoritys() -> None:
    task, sanction = statute("业主委员会委员盗卖水箱的，由公安机关依法处理；构成犯罪的，依法追究刑事责任。")
    assert (task.modality, task.bearer) == (Modality.DUTY, ("public_security",))
    assert (sanction.modality, sanction.bearer) == (Modality.SANCTION, ("committee_member",))


@pytest.mark.parametrize(
    ("office", "party"),
    [
        ("区房管局", "housing_authority"),
        ("市公安局", "public_security"),
        ("供热主管部门", "other_authority"),
        ("颁发证书的部门", "other_authority"),
        ("其上级主管部门", "other"),
        ("上级行政机关或者有关机关", "other"),
        ("有权机关", "other"),
        ("行使城市管理执法权的部门", "urban_management"),
    ],
)
def test_an_authority_is_known_by_its_office(office: str, party: str) -> None:
    norm = only(statute(f"业主拆除水箱的，由{office}责令改正，处一千元罚款。"))
    assert norm.authority == (party,)


def test_a_fine_whose_upper_bound_lacks_its_unit_has_both_bounds() -> None:
    norm = only(statute("业主拆除水箱的，由公安机关处五万元以上二十万以下罚款。"))
    assert norm.amount is not None
    assert (norm.amount.min, norm.amount.max) == (50000, 200000)


@pytest.mark.parametrize("deed", ["允许他人借用资质的", "转让清洗业务的", "出具假报告的"])
def test_a_unit_that_is_no_known_party_is_punished(deed: str) -> None:
    norm = only(statute(f"违反本条例规定，水箱检测使用单位{deed}，责令改正，处一千元罚款。"))
    assert norm.bearer == ("other",)


def test_fines_shared_out_on_several_are_one_each() -> None:
    order, first, second = statute(
        "施工单位不清洗水箱的，责令改正，对检测单位处一千元以上二千元以下的罚款；对建设单位处三千元以下的罚款。"
    )
    assert order.action == "责令改正"
    assert [norm.amount.max for norm in (first, second) if norm.amount] == [2000, 3000]
    assert second.bearer == ("developer",)


def test_a_public_body_spoken_of_before_is_not_punished() -> None:
    *_, norm = statute("委员不移交账册的，由街道办事处督促。移交中有违法行为，由公安机关依法给予治安管理处罚。")
    assert norm.bearer == ("offender",)


def test_a_national_law_on_penalties_may_be_pointed_at() -> None:
    norm = only(statute("违反本法规定，机动车在小区鸣号的，由公安机关依照有关道路交通安全的法律处罚。"))
    assert (norm.modality, norm.bearer) == (Modality.SANCTION, ("offender",))


@pytest.mark.parametrize(
    ("sentence", "authority"),
    [
        ("违反本条例规定的行为，其他法规有处罚规定的，依照有关法律、法规处理。", ()),
        ("违反本条例规定的其他行为，由有关部门依法处罚。", ("generic_authority",)),
    ],
)
def test_what_is_left_to_other_law_is_a_sanction(sentence: str, authority: tuple[str, ...]) -> None:
    norm = only(statute(sentence))
    assert (norm.modality, norm.bearer, norm.authority) == (Modality.SANCTION, ("offender",), authority)


def test_to_punish_is_the_task_of_an_office() -> None:
    norm = only(statute("消防救援机构依法对私改水箱的违法行为进行处罚。"))
    assert (norm.modality, norm.bearer) == (Modality.DUTY, ("fire_rescue",))


def test_which_office_imposes_penalties_is_no_penalty() -> None:
    norm = only(statute("依照本条例应当由物业主管部门实施的行政处罚，已经实行综合执法的，由综合执法部门实施。"))
    assert (norm.modality, norm.bearer) == (Modality.DUTY, ("urban_management",))


def test_who_is_punished_is_barred_and_handed_over() -> None:
    fined, barred = statute("物业服务人私改水箱的，由物业主管部门处一千元罚款；情节严重的，一年内不得参加投标。")
    assert (barred.modality, barred.bearer) == (Modality.PROHIBITION, fined.bearer)
    _, handed = statute("业主委员会委员私卖水箱的，由物业主管部门责令退还；涉嫌犯罪的，移送司法机关处理。")
    assert (handed.modality, handed.bearer) == (Modality.SANCTION, ("committee_member",))
    assert handed.authority == ("housing_authority",)


def test_the_owner_and_not_the_police_pays_for_what_his_dog_did() -> None:
    _, paid = statute("业主违反规定养犬的，由公安机关按照有关规定处理；造成他人损害的，应当依法承担民事责任。")
    assert (paid.modality, paid.bearer) == (Modality.LIABILITY, ("owner",))
    _, compensated = statute("水箱用地由县人民政府收回；给当事人造成损失的，应当依法给予赔偿。")
    assert compensated.bearer == ("county_government",)


def test_persons_in_charge_of_an_office_are_not_the_office() -> None:
    norm = only(statute("物业主管部门的直接责任人员私改水箱的，由其所在单位依法给予处分。"))
    assert norm.bearer == ("offender",)
