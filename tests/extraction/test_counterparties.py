"""To whom a norm is owed, or against whom it is exercised."""

from __future__ import annotations

import pytest
from norms_of import only, statute


@pytest.mark.parametrize(
    ("sentence", "counterparty"),
    [
        ("建设单位应当通过招标选聘物业服务人。", ()),
        ("业主可以组织物业使用人监督物业服务人清扫连廊。", ("property_user",)),
        ("业主不得损害其他业主的合法权益。", ("owner",)),
        ("业主委员会应当代表业主与物业服务人签订养护合同。", ("service_provider",)),
        ("物业服务人不得公开业主的电话号码。", ("owner",)),
        ("对建设单位聘请的物业服务人，业主可以依法更换。", ("service_provider",)),
        ("业主拖延清理杂物，逾期不改正的，物业服务人可以依法起诉。", ("owner",)),
        ("业主拖延清理杂物，逾期不改正的，物业服务人可以向人民法院起诉。", ("court", "owner")),
        ("经调解组织调解后发生争议的，业主可以向人民法院起诉。", ("court",)),
        ("需要裁判的，业主可以向人民法院起诉。", ("court",)),
        ("业主未清理连廊的，物业服务人可以禁止装修人员进入单元门。", ("contractor",)),
        ("物业服务人应当将巡查记录通报业主委员会。", ("owners_committee",)),
        ("车库应当首先满足本物业服务区域业主的需要。", ("owner",)),
        ("建设单位应当委托提供清洗服务的物业服务人修补水箱。", ("service_provider",)),
        ("街道办事处应当指导本辖区内的业主成立和选举业主组织。", ("owner",)),
        ("街道办事处应当监督业主组织依法开展护蜂活动。", ()),
        ("执法机关进入小区清点蜂箱的，物业服务人应当配合。", ("generic_authority",)),
        ("业主委员会应当制止物业使用人踩踏花圃的行为。", ("property_user",)),
        ("物业服务人应当保护取蜜时获取的业主信息。", ("owner",)),
        ("业主或者物业使用人修补水箱时，相邻楼栋业主应当提供便利。", ("owner", "property_user")),
        ("需要报消防救援机构审批的，业主应当办理审批手续。", ("fire_rescue",)),
    ],
)
def test_who_stands_on_the_other_side(sentence: str, counterparty: tuple[str, ...]) -> None:
    assert only(statute(sentence)).counterparty == counterparty


def test_whose_conduct_an_act_answers_is_its_other_side() -> None:
    norm = only(statute("业主逾期清理连廊的，物业服务人应当给予五日的宽限期。"))
    assert norm.counterparty == ("owner",)


def test_it_is_whoever_was_named_before() -> None:
    *_, norm = statute("街道办事处应当组织成立物业管理委员会，并监督其依法履行职责。")
    assert norm.counterparty == ("pm_committee",)


def test_a_public_body_that_handles_a_matter_owes_nobody() -> None:
    norm = only(statute("业主拒不清理连廊的，消防救援机构应当依法处理。"))
    assert norm.counterparty == ()


def test_items_are_owed_to_those_whom_the_lead_in_names_elsewhere() -> None:
    norms = statute("物业服务人应当公布下列信息，并向业主委员会报告：\n\n（一）清扫次数；\n\n（二）养护费用。")
    assert [norm.counterparty for norm in norms if norm.locator.item] == [("owners_committee",)] * 2


def test_items_are_not_owed_to_those_whom_another_act_of_the_lead_in_serves() -> None:
    norms = statute("业主委员会接受业主的监督，履行下列职责：\n\n（一）清扫连廊；\n\n（二）养护桶站。")
    assert [norm.counterparty for norm in norms if norm.locator.item] == [()] * 2


@pytest.mark.parametrize(
    ("sentence", "counterparty"),
    [
        ("街道办事处应当指导物业服务人抢修水箱，并给予物资支持。", ("service_provider",)),
        ("建设单位应当向业主出示图纸，并作出说明。", ("owner",)),
        ("建设单位应当向所在地县级物业主管部门交纳保证金。", ("housing_authority",)),
        ("建设单位可以委托物业服务企业抢修水箱。", ("service_provider",)),
        ("业主委员会应当了解业主、物业使用人的意见。", ("owner", "property_user")),
        ("物业服务人不得损害业主共同利益。", ("owner",)),
        ("街道办事处应当为物业服务人提供必要的设备。", ("service_provider",)),
        ("业主应当执行业主委员会作出的决议。", ()),
        ("市物业主管部门应当指导区县物业主管部门清查账册。", ("housing_authority",)),
    ],
)
def test_who_receives_serves_or_is_directed(sentence: str, counterparty: tuple[str, ...]) -> None:
    assert statute(sentence)[-1].counterparty == counterparty


def test_organs_and_owners_together_have_a_right_and_no_power() -> None:
    norm = only(statute("业主委员会、业主可以更换门锁。"))
    assert norm.modality == "right"


@pytest.mark.parametrize(
    ("sentence", "owed_to"),
    [
        ("物业服务人应当配合新物业服务人做好交接。", ("service_provider",)),
        ("业主拖欠清洗费的，业主大会可以在管理规约中对其表决权予以限制。", ("owner",)),
        ("物业服务人不得将水箱清洗全部转委托给专业公司。", ()),
        ("建设单位应当与选聘的物业服务人完成水箱查验，签订查验协议。", ("service_provider",)),
        ("街道办事处应当引导业主节约用水。", ("owner",)),
    ],
)
def test_the_other_side_is_told_by_the_words_around_it(sentence: str, owed_to: tuple[str, ...]) -> None:
    assert statute(sentence)[-1].counterparty == owed_to


@pytest.mark.parametrize(
    ("sentence", "owed_to"),
    [
        ("业主委员会委员不得泄露业主资料。", ("owner",)),
        ("物业服务人不得擅自更换门锁、水箱和业主资料柜。", ()),
        ("街道办事处应当征求业主意见后划分停车区域。", ()),
        ("街道办事处应当征求业主意见。", ("owner",)),
        ("业主委员会委员不得拒不执行业主大会的决议。", ("owners_assembly",)),
        ("物业主管部门应当开展物业服务人信用评价。", ("service_provider",)),
        ("业主委员会可以向物业主管部门申请业主大会的编号。", ("housing_authority",)),
        ("物业服务人应当向业主委员会、其指定的人移交钥匙。", ("other", "owners_committee")),
        ("有关部门应当将水箱的线索移交给负有监督职责的行政主管部门。", ("generic_authority",)),
        ("业主委员会应当向金融机构提交账册。", ("bank",)),
        ("街道办事处应当对依法选举产生的业主委员会出具证明。", ("owners_committee",)),
        ("物业服务人应当向其他责任人追偿。", ("offender",)),
        ("业主不履行养护义务的，可以由物业服务人养护。", ("owner",)),
        ("物业服务企业之间应当做好交接工作。", ("service_provider",)),
        ("业主拖欠清洗费的，业主委员会可以在显著位置公示。", ("owner",)),
        ("业主清洗水箱的，业主委员会应当在显著位置公示。", ()),
        ("业主对水箱提出异议的，街道办事处应当及时回复。", ("owner",)),
        ("养犬人的犬只伤害他人的，应当依法承担赔偿责任。", ("other",)),
        ("物业服务人未清洗水箱，导致业主受到伤害的，应当承担赔偿责任。", ("owner",)),
        ("业主委员会可以对侵害业主利益的行为向人民法院起诉。", ("court",)),
        ("业主更换门锁的，应当及时通知出租人。", ("other",)),
        ("物业服务人应当保管会议的笔录、业主名册。", ()),
        ("街道办事处应当定期开展业主委员会委员培训。", ("committee_member",)),
        ("街道办事处应当建立业主委员会委员培训制度。", ()),
        ("物业服务人清洗水箱时，业主应当给予必要的配合。", ("service_provider",)),
        ("物业服务人应当接受业主，镇人民政府，居民委员会的指导。", ("owner", "residents_committee", "subdistrict")),
        ("业主委员会应当接受业主的监督，物业服务人应当清洗水箱。", ()),
        ("物业服务人应当征得三分之二以上业主同意。", ("owner",)),
        ("物业服务人应当征求占总人数过半数的业主的意见。", ("owner",)),
        ("业主大会应当经三分之二以上业主同意。", ()),
        ("街道办事处应当引导业主委员会委托专业机构清洗水箱。", ("owners_committee",)),
        ("业主应当委托专业机构清洗水箱。", ()),
        ("物业服务人可以聘请专业机构提供清洗服务。", ("contractor",)),
        ("物业服务人可以聘请专业机构协助清洗。", ()),
        ("街道办事处应当责令业主委员会限期组织业主开会。", ("owners_committee",)),
        ("业主可以向上一级人民法院起诉。", ("court",)),
        ("街道办事处应当书面通知双方当事人。", ("other",)),
        ("业主大会需要了解水箱容积的，建设单位应当如实提供。", ("owners_assembly",)),
        ("业主应当征得物业服务人和直接利害关系人的同意。", ("other", "service_provider")),
        ("物业服务人应当移交钥匙，并配合新的物业服务人做好交接。", ("service_provider",)),
        ("新一届业主委员会选举产生后，街道办事处应当将钥匙及时移交。", ("owners_committee",)),
        ("居民委员会应当加强对业主委员会的指导，引导其清洗水箱。", ("owners_committee",)),
        ("业主委员会应当与业主大会解聘和不再续聘的物业服务人进行交接。", ("service_provider",)),
        ("业主委员会应当与通过公开招标方式选聘的物业服务人签订合同。", ("service_provider",)),
        ("物业主管部门实施辖区内物业服务人的监督管理。", ("service_provider",)),
        ("业主委员会由业主大会选举产生，受其监督。", ("owners_assembly",)),
        ("街道办事处应当开展物业服务人服务质量满意度测评。", ("service_provider",)),
    ],
)
def test_whom_an_act_concerns_beyond_its_grammatical_object(sentence: str, owed_to: tuple[str, ...]) -> None:
    assert statute(sentence)[-1].counterparty == owed_to


def test_items_handed_over_are_owed_to_the_new_committee_of_the_lead_in() -> None:
    norms = statute("原业主委员会应当与新一届业主委员会进行交接，当面清点下列物品：\n\n（一）钥匙；\n\n（二）账册。")
    assert [norm.counterparty for norm in norms if norm.locator.item] == [("owners_committee",)] * 2


def test_who_is_still_late_is_sued_for_it() -> None:
    *_, norm = statute("业主逾期不交蜂箱租金的，业主委员会应当催告；逾期仍不交的，物业服务人可以向人民法院起诉。")
    assert norm.counterparty == ("court", "owner")


def test_he_is_whom_the_sentence_before_spoke_of() -> None:
    *_, norm = statute("业主不交蜂箱租金的，物业服务人有权催交。可以通过张贴通知的方式，督促其在十日内支付。")
    assert (norm.bearer, norm.counterparty) == (("service_provider",), ("owner",))


@pytest.mark.parametrize(
    ("sentence", "counterparty"),
    [
        ("委员私改水箱，经业主大会讨论通过的，罢免其委员资格。", ("committee_member",)),
        ("业主委员会应当向维修资金管理机构申请水箱维修款。", ("other",)),
        ("建设单位应当将水箱维修款存入物业主管部门指定的账户。", ()),
    ],
)
def test_who_is_unseated_and_who_is_asked_but_not_who_names_an_account(
    sentence: str, counterparty: tuple[str, ...]
) -> None:
    assert statute(sentence)[-1].counterparty == counterparty


def test_he_is_whom_the_same_bearer_turned_to_before() -> None:
    _, told = statute("业主大会未作出决定的，业主委员会应当向欠交水箱款的业主发出通知，告知其金额和期限。")
    assert told.counterparty == ("owner",)
    *_, urged = statute("业主欠交水箱款的，业主委员会应当督促其交款，物业服务人可以催告其十日内交清。")
    assert (urged.bearer, urged.counterparty) == (("service_provider",), ("owner",))
