"""Which clauses of a sentence are acts of their own, and which only complete the act before them."""

from __future__ import annotations

import pytest
from norms_of import only, statute


def actions(*articles: str) -> list[str]:
    return [norm.action for norm in statute(*articles)]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("公安机关应当加强连廊的巡查，及时处理险情。", ["加强连廊的巡查", "及时处理险情"]),
        ("业主委员会应当与物业服务人订立清洗协议，并告知全体业主。", ["与物业服务人订立清洗协议", "告知全体业主"]),
        ("街道办事处应当建立巡查制度，建立值守制度。", ["建立巡查制度，建立值守制度"]),
        ("街道办事处应当定期组织业主委员会委员，演练水箱抢修。", ["定期组织业主委员会委员，演练水箱抢修"]),
        (
            "物业服务人应当参照房产管理部门编写的示范文本，拟订清洗办法。",
            ["参照房产管理部门编写的示范文本，拟订清洗办法"],
        ),
        ("物业服务人应当在售票现场，公示清洗价格。", ["在售票现场，公示清洗价格"]),
        (
            "清洗协议应当对水箱容积、清洗次数，药剂的采购和保管等内容进行约定。",
            ["对水箱容积、清洗次数，药剂的采购和保管等内容进行约定"],
        ),
        (
            "业主委员会应当接受业主的监督，接受街道办事处，居民委员会的指导。",
            ["接受业主的监督，接受街道办事处，居民委员会的指导"],
        ),
    ],
)
def test_acts_are_split_where_a_new_one_begins(sentence: str, acts: list[str]) -> None:
    assert actions(sentence) == acts


def test_what_someone_may_forbid_is_the_object_of_the_right() -> None:
    norm = only(statute("业主未缴押金的，物业服务人可以按照管理规约，禁止装修工具进入小区。"))
    assert norm.modality == "right"
    assert norm.action == "按照管理规约，禁止装修工具进入小区"


def test_a_recurring_period_is_not_shared_with_the_next_act() -> None:
    first, second = statute("业主委员会应当每季度公布账册，并答复业主的询问。")
    assert (first.deadline, second.deadline) == ("P3M", None)


def test_every_quarter_is_a_period_in_both_its_wordings() -> None:
    norms = statute(
        "物业服务人应当按季度公布账册。", "物业服务人应当每季度公布账册。", "物业服务人应当按规定公布账册。"
    )
    assert [(norm.deadline, norm.deadline_text) for norm in norms] == [
        ("P3M", "按季度"),
        ("P3M", "每季度"),
        (None, None),
    ]


def test_an_act_in_a_setting_of_its_own_does_not_share_the_period_before_it() -> None:
    first, second = statute("物业服务人应当自签约之日起五日内报到，在街道办事处的指导下参与巡查。")
    assert (first.deadline, second.deadline) == ("P5D", None)


def test_telling_of_a_decision_is_a_duty() -> None:
    decides, tells = statute("业主大会可以决定停用水箱，并将决定向全体业主公告。")
    assert (decides.modality, tells.modality) == ("power", "duty")


def test_the_chosen_organ_goes_on_and_not_who_chose_it() -> None:
    chosen, acts = statute("业主委员会由业主大会选举产生，依法保管印章。")
    assert (chosen.modality, chosen.bearer) == ("power", ("owners_assembly",))
    assert (acts.modality, acts.bearer) == ("duty", ("owners_committee",))


def test_rights_and_duties_in_one_clause_are_two_norms() -> None:
    right, duty = statute("物业使用人在物业管理活动中享有使用桶站的权利、承担保持清洁的义务。")
    assert (right.modality, duty.modality) == ("right", "duty")


def test_policy_behind_a_party_is_no_norm() -> None:
    assert statute("镇人民政府鼓励业主种植花草，支持志愿者清扫连廊。") == ()


def test_a_relative_clause_with_a_modal_word_is_none() -> None:
    norm = only(statute("水箱出现必须清洗消毒的情形时，业主委员会应当关闭阀门。"))
    assert (norm.bearer, norm.action) == (("owners_committee",), "关闭阀门")


def test_a_time_in_front_of_a_further_act_is_its_condition() -> None:
    _, asks = statute("筹备组应当草拟清洗办法，并在提交业主大会表决前征求街道办事处的意见。")
    assert (asks.condition, asks.action) == ("在提交业主大会表决前", "征求街道办事处的意见")


def test_a_case_that_acts_share_stays_the_condition_of_each() -> None:
    _, answers = statute("业主有异议的，筹备组应当复核，并在会议召开前作出答复。")
    assert answers.condition == "业主有异议的"


def test_who_acts_together_in_a_further_act_bears_it_too() -> None:
    _, tests_ = statute("房产管理部门应当建立信用档案，并会同公安机关对失信企业开展检查。")
    assert tests_.bearer == ("housing_authority", "public_security")


def test_a_limit_behind_a_norm_is_a_norm_and_no_condition_of_the_next() -> None:
    _, limit, right = statute("清洗基金应当按时补充，补充比例不低于余额的百分之五十，补足后，可以停止补充。")
    assert (limit.modality, limit.action) == ("prohibition", "补充比例不低于余额的百分之五十")
    assert (right.modality, right.condition) == ("right", "补足后")


def test_what_an_organ_is_charged_with_behind_a_power_is_its_duty() -> None:
    decides, charged = statute("消防救援机构有权封闭水箱，负责检验水质。")
    assert (decides.modality, charged.modality) == ("power", "duty")


def test_to_publish_is_an_act_of_its_own_however_short() -> None:
    assert actions("业主委员会应当停用水箱，并予以公示。") == ["停用水箱", "予以公示"]


def test_an_act_before_a_finding_is_no_part_of_the_case() -> None:
    _, records, reports = statute("物业服务人应当查验水箱，作好查验记录，发现裂缝的，应当报告业主委员会。")
    assert records.action == "作好查验记录"
    assert reports.condition == "发现裂缝的"


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        (
            "物业服务人应当及时劝阻制止、向公安机关报告并协助处理。",
            ["及时劝阻制止", "向公安机关报告", "协助处理"],
        ),
        ("筹备组应当参照示范文本制定并公布清洗规则。", ["参照示范文本制定并公布清洗规则"]),
        (
            "街道办事处应当服从统一指挥，在公安机关的指导下，积极落实水箱的抢修。",
            ["服从统一指挥", "在公安机关的指导下，积极落实水箱的抢修"],
        ),
    ],
)
def test_acts_joined_within_a_clause_are_told_apart_unless_they_share_their_object(
    sentence: str, acts: list[str]
) -> None:
    assert actions(sentence) == acts


def test_what_an_agent_does_over_two_clauses_is_one_act() -> None:
    assert actions("清洗费应当区别水箱的容积，由业主和物业服务人按照收费办法，在合同中约定。") == [
        "区别水箱的容积",
        "按照收费办法，在合同中约定",
    ]


def test_an_act_before_a_charge_is_an_act_of_its_own() -> None:
    assert actions("建设单位按照协议制定清洗方案并负责实施。") == ["按照协议制定清洗方案", "负责实施"]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("业主有意见的，物业服务人应当记录并作出答复。", ["记录", "作出答复"]),
        ("物业服务人应当立即劝阻并报告公安机关。", ["立即劝阻", "报告公安机关"]),
        ("物业服务人应当持续播放并及时更换画面。", ["持续播放并及时更换画面"]),
        ("物业服务人应当将价目表纳入合同，并进行公示。", ["将价目表纳入合同", "进行公示"]),
        ("业主委员会由业主大会选举产生，对其负责。", ["业主委员会由业主大会选举产生", "对其负责"]),
        ("物业服务人应当清洗水箱，使水质符合标准。", ["清洗水箱，使水质符合标准"]),
        ("物业服务人应当在街道办事处的协调下，清理连廊。", ["在街道办事处的协调下，清理连廊"]),
        ("业主应当按照规划用途，使用连廊。", ["按照规划用途，使用连廊"]),
        (
            "公安机关应当依法对本条例第三条第一项至第三项，第四条第一项至第二项规定的行为进行查处。",
            ["依法对本条例第三条第一项至第三项，第四条第一项至第二项规定的行为进行查处"],
        ),
    ],
)
def test_short_acts_and_long_objects(sentence: str, acts: list[str]) -> None:
    assert actions(sentence) == acts


def test_the_time_of_a_further_act_is_its_condition() -> None:
    *_, last = statute("清洗费由建设单位承担，在建设单位申请验收前，将清洗费存入专户。")
    assert (last.condition, last.action) == ("在建设单位申请验收前", "将清洗费存入专户")


def test_a_long_list_of_starting_days_is_no_act() -> None:
    norm = only(statute("建设单位应当分别自开工、封顶、首户入住或者半数住户入住之日起五日内，向房产管理部门报告。"))
    assert (norm.deadline, norm.action) == ("P5D", "向房产管理部门报告")


def test_what_is_done_together_binds_both_also_behind_an_adverbial() -> None:
    norm = only(statute("物业服务人应当按照约定的办法，与建设单位共同对水箱进行查验。"))
    assert norm.bearer == ("developer", "service_provider")


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("业主应当书面承诺爱护连廊，不私拉电线。", ["书面承诺爱护连廊，不私拉电线"]),
        ("物业服务人应当采取有效措施，防治白蚁。", ["采取有效措施，防治白蚁"]),
        ("物业服务人应当采取有效措施，及时告知业主。", ["采取有效措施", "及时告知业主"]),
        ("业主委员会应当召开业主大会，作出清洗的决定。", ["召开业主大会，作出清洗的决定"]),
        ("建设单位应当签订清洗合同，并作为卖房合同的附件。", ["签订清洗合同", "作为卖房合同的附件"]),
        ("业主更换门窗的，应当经邻居同意后报房产管理部门备案。", ["经邻居同意", "报房产管理部门备案"]),
        ("建设单位应当与业主大会协商后，向房产管理部门报告。", ["与业主大会协商", "向房产管理部门报告"]),
        ("建设单位应当在征得业主大会同意后，安装连廊的栏杆。", ["征得业主大会同意", "安装连廊的栏杆"]),
        ("建设单位应当征求业主意见后，安装连廊的栏杆。", ["征求业主意见", "安装连廊的栏杆"]),
        ("业主提出异议的，物业服务人应当进行核实，并公开答复。", ["进行核实", "公开答复"]),
        ("原清洗合同继续有效，但是期限为不定期。", ["原清洗合同继续有效，但是期限为不定期"]),
    ],
)
def test_an_act_before_another_and_acts_that_need_each_other(sentence: str, acts: list[str]) -> None:
    assert actions(sentence) == acts


def test_a_sentence_that_only_excepts_states_no_norm() -> None:
    norm = only(statute("业主应当交清洗费。按照约定应当由物业服务人承担清洗费的除外。"))
    assert norm.bearer == ("owner",)


def test_a_decision_to_be_obtained_is_no_power_of_whoever_needs_it() -> None:
    told, decided = statute("物业服务人提高清洗价格，应当提前三十日公示，并经业主共同决定。")
    assert (decided.modality, decided.bearer, decided.counterparty) == ("duty", ("service_provider",), ("owner",))
    assert told.deadline == "P30D"
    assert decided.deadline is None


def test_an_explanation_and_a_further_determination_are_acts_of_their_own() -> None:
    assert [norm.action for norm in statute("建设单位应当向业主出示图纸，并予以说明。")] == [
        "向业主出示图纸",
        "予以说明",
    ]
    both = statute("物业主管部门应当在图纸上注明车位，同时明确配置比例。")
    assert [norm.action for norm in both] == ["在图纸上注明车位", "明确配置比例"]


def test_the_act_behind_those_who_act_along_is_told_apart_from_the_next() -> None:
    made, measured = statute("物业主管部门应当会同有关部门制定等级标准，并每两年组织一次测评。")
    assert (made.action, measured.action) == ("制定等级标准", "每两年组织一次测评")
    assert made.bearer == measured.bearer == ("generic_authority", "housing_authority")


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        (
            "居民委员会应当指导业主成立护箱小组，筹备成立业主大会。",
            ["指导业主成立护箱小组，筹备成立业主大会"],
        ),
        (
            "居民委员会应当组织推动业主召开业主大会，实行自治。",
            ["组织推动业主召开业主大会，实行自治"],
        ),
        ("居民委员会应当指导业主成立护箱小组，公布值班人员的电话。", ["指导业主成立护箱小组", "公布值班人员的电话"]),
        ("业主委员会应当公布水箱账目，接受监督。", ["公布水箱账目", "接受监督"]),
        (
            "物业服务人可以接受业主的委托，代为清洗水箱。",
            ["接受业主的委托，代为清洗水箱"],
        ),
        (
            "说明书应当载明水箱尺寸，注明水箱的位置，不得移动的阀门，以及其他注意事项。",
            ["载明水箱尺寸", "注明水箱的位置，不得移动的阀门，以及其他注意事项"],
        ),
        (
            "委员候选人应当热心公益，且本人未在清洗水箱的物业服务企业任职。",
            ["热心公益，且本人未在清洗水箱的物业服务企业任职"],
        ),
    ],
)
def test_what_others_go_on_to_do_and_what_must_also_be_so_is_no_further_act(sentence: str, acts: list[str]) -> None:
    assert actions(sentence) == acts


def test_how_a_party_acts_is_only_what_the_next_clause_speaks_of() -> None:
    assert actions("业主小组行使上述水箱职责的程序，参照业主大会议事规则执行。") == ["参照业主大会议事规则执行"]
