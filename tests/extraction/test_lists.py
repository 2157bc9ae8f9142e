"""Lists: of acts one norm an item, of triggers one norm in all, of punished acts one sanction an item."""

from __future__ import annotations

from norms_of import contract, only, statute

from propertylaw.model import Modality


def places(norms: tuple) -> list[tuple[int | None, int | None]]:
    return [(norm.locator.paragraph, norm.locator.item) for norm in norms]


def test_a_list_of_acts_gives_one_norm_an_item() -> None:
    norms = statute("业主委员会履行下列职责：\n\n（一）召集业主大会会议；\n\n（二）保管印章和账册。")
    assert [norm.action for norm in norms] == ["召集业主大会会议", "保管印章和账册"]
    assert {norm.bearer for norm in norms} == {("owners_committee",)}
    assert places(norms) == [(1, 1), (1, 2)]


def test_rights_of_a_lead_in_are_rights_of_each_item() -> None:
    norms = statute("业主在物业管理活动中，享有下列权利：\n\n（一）旁听会议；\n\n（二）复制会议记录。")
    assert [(norm.modality.value, norm.bearer, norm.condition) for norm in norms] == [("right", ("owner",), None)] * 2


def test_an_item_that_sets_a_rule_of_its_own_is_an_act_and_that_rule() -> None:
    norms = statute(
        "建设单位配置门卫室应当符合下列规定：\n\n（一）靠近大门；\n\n（二）按照幢数配置，且不得少于两间；\n\n"
        "（三）与楼栋同时建造；分期建造的，建设单位应当在首期配置一间。"
    )
    assert [(norm.modality.value, norm.action, norm.condition) for norm in norms] == [
        ("duty", "靠近大门", None),
        ("duty", "按照幢数配置", None),
        ("prohibition", "少于两间", None),
        ("duty", "与楼栋同时建造", None),
        ("duty", "在首期配置一间", "分期建造的"),
    ]
    assert {norm.bearer for norm in norms} == {("developer",)}


def test_a_rule_of_an_item_has_the_case_before_it() -> None:
    norms = statute(
        "物业服务人应当公示下列信息：\n\n（一）值班电话；\n\n（二）存在转供电的小区，物业服务人应当公示电价。"
    )
    assert [(norm.action, norm.condition) for norm in norms] == [("值班电话", None), ("公示电价", "存在转供电的小区")]


def test_an_item_that_only_describes_by_a_rule_elsewhere_stays_whole() -> None:
    norms = statute("下列证据由法院调取：\n\n（一）国家保存，当事人无权查阅的；\n\n（二）涉及秘密的。")
    assert [norm.action for norm in norms] == ["国家保存，当事人无权查阅的", "涉及秘密的"]


def test_what_an_assembly_decides_on_by_a_list_is_its_power() -> None:
    norms = statute("业主大会依照规定召开，决定下列事项：\n\n（一）增设路灯；\n\n（二）更换门锁。")
    assert [norm.modality.value for norm in norms] == ["duty", "power", "power"]


def test_a_list_of_triggers_is_one_norm() -> None:
    norm = only(statute("有下列情形之一的，业主委员会应当召集临时会议：\n\n（一）水箱损坏的；\n\n（二）电梯停运的。"))
    assert norm.locator.item is None
    assert norm.condition == "有下列情形之一的"


def test_a_list_of_punished_acts_gives_one_sanction_an_item() -> None:
    norms = statute(
        "物业服务人有下列行为之一的，由物业主管部门处一千元以上五千元以下罚款：\n\n"
        "（一）不保存维修记录的；\n\n（二）不公布维修费用的。"
    )
    assert [norm.condition for norm in norms] == ["不保存维修记录的", "不公布维修费用的"]
    assert {norm.bearer for norm in norms} == {("service_provider",)}
    assert {norm.authority for norm in norms} == {("housing_authority",)}


def test_items_with_their_own_fines_take_the_authority_of_the_lead_in() -> None:
    norms = statute(
        "建设单位有下列行为之一的，由物业主管部门按照下列规定处罚：\n\n"
        "（一）不移交图纸的，处一万元以下罚款；\n\n（二）不配置用房的，处五万元以下罚款。"
    )
    assert [norm.amount.max for norm in norms if norm.amount] == [10000, 50000]
    assert {norm.authority for norm in norms} == {("housing_authority",)}


def test_items_with_subjects_of_their_own_are_read_as_sentences() -> None:
    norms = statute(
        "有关部门按照下列分工做好工作：\n\n（一）民政部门负责指导社区治理；\n\n（二）公安机关负责查处扰乱秩序的行为。"
    )
    assert [norm.bearer for norm in norms] == [("civil_affairs",), ("public_security",)]


def test_paragraphs_after_an_open_lead_in_are_its_items() -> None:
    norms = statute("业主不得有下列行为：\n\n在屋顶种植蔬菜；\n\n在连廊晾晒衣物。")
    assert [norm.action for norm in norms] == ["在屋顶种植蔬菜", "在连廊晾晒衣物"]
    assert places(norms) == [(2, None), (3, None)]


def test_an_item_has_its_own_condition() -> None:
    norms = statute("物业服务人不得有下列行为：\n\n（一）未经业主大会同意提高收费标准；\n\n（二）泄露业主信息。")
    assert norms[0].condition == "未经业主大会同意"
    assert norms[0].action == "提高收费标准"


def test_definitions_in_a_list_are_read_one_by_one() -> None:
    norms = contract("本合同中下列用语的含义：\n\n（一）连廊，是指连接两栋楼的通道；\n\n（二）工作日，不包括公休日。")
    assert [norm.modality.value for norm in norms] == ["constitutive", "constitutive"]


def test_items_with_modal_words_of_their_own_are_read_one_by_one() -> None:
    norms = statute("桶站按照以下方式设置：\n\n（一）新建连廊应当单独设置；\n\n（二）原有连廊可以合并设置。")
    assert [norm.modality for norm in norms] == [Modality.DUTY, Modality.RIGHT]


def test_conditions_to_fulfil_are_one_norm_each() -> None:
    norms = statute("业主代表应当符合下列条件：\n\n（一）遵守管理规约；\n\n（二）按时交纳费用。")
    assert [norm.locator.item for norm in norms] == [1, 2]


def test_cases_to_spend_on_are_one_norm() -> None:
    norm = only(statute("街道办事处应当设立备用金，用于下列情况：\n\n（一）电梯故障；\n\n（二）外墙脱落。"))
    assert norm.locator.item is None


def test_an_item_with_a_ban_of_its_own() -> None:
    first, second = statute("物业服务人应当遵守下列规定：\n\n（一）按时清扫连廊；\n\n（二）不得公开业主信息。")
    assert (first.modality, second.modality) == (Modality.DUTY, Modality.PROHIBITION)
    assert second.action == "公开业主信息"


def test_a_lead_in_that_only_names_the_tasks_of_a_party_gives_it_the_items() -> None:
    norms = statute("水箱管理小组的任务：\n\n（一）巡查水箱；\n\n（二）登记清洗。")
    assert norms == ()
    norms = statute("居民委员会的任务：\n\n（一）巡查水箱；\n\n（二）登记清洗。")
    assert [(norm.modality, norm.bearer, norm.action) for norm in norms] == [
        ("duty", ("residents_committee",), "巡查水箱"),
        ("duty", ("residents_committee",), "登记清洗"),
    ]


def test_what_a_document_has_to_contain_is_owed_by_who_drafts_it() -> None:
    drafts, first, second = statute(
        "筹备组应当草拟清洗办法，其内容主要包括：\n\n（一）水箱的清洗；\n\n（二）药剂的保管。"
    )
    assert drafts.action == "草拟清洗办法"
    assert (first.bearer, first.action, first.locator.item) == (("preparatory_group",), "水箱的清洗", 1)
    assert second.modality == "duty"


def test_discipline_beside_the_order_of_a_list_is_stated_once() -> None:
    norms = statute(
        "物业主管部门有下列情形之一的，由上级机关责令改正，对直接负责的主管人员依法给予处分：\n\n（一）未清点账册的；\n\n（二）未巡查水箱的。"
    )
    assert [(norm.locator.item, norm.bearer) for norm in norms] == [
        (1, ("housing_authority",)),
        (2, ("housing_authority",)),
        (None, ("offender",)),
    ]
