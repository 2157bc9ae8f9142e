"""Under which condition a norm holds: when, in which case, by whose leave; and what is no condition."""

from __future__ import annotations

import pytest
from norms_of import only, statute


@pytest.mark.parametrize(
    ("sentence", "condition", "action"),
    [
        ("业主在粉刷连廊前应当告知邻居。", "在粉刷连廊前", "告知邻居"),
        ("建设单位应当在移交水箱时清点阀门。", "在移交水箱时", "清点阀门"),
        ("换届小组在新账册启用后自行解散。", "在新账册启用后", "自行解散"),
        ("连廊经业主大会决定可以改作桶站。", "经业主大会决定", "改作桶站"),
        ("清洗水箱，应当提前张贴通告。", "清洗水箱", "提前张贴通告"),
        ("小区内饲养信鸽，不得影响邻居休息。", "小区内饲养信鸽", "影响邻居休息"),
        ("业主委员会作出决议，应当制作笔录。", "业主委员会作出决议", "制作笔录"),
        ("业主委员会作出决议应当制作笔录。", "作出决议", "制作笔录"),
        ("业主行使表决权不得妨碍会场秩序。", "行使表决权", "妨碍会场秩序"),
        ("任何人发现漏水都应当告知邻居。", "发现漏水", "告知邻居"),
        ("水箱移交时建设单位应当清点阀门。", "水箱移交时", "清点阀门"),
        ("没有安装电梯的楼栋，建设单位应当预留井道。", "没有安装电梯的楼栋", "预留井道"),
        ("物业服务人应当在合同届满前三十日张贴通告。", "在合同届满前", "张贴通告"),
        ("业主委员会决定清洗水箱的事项，应当制作笔录。", "业主委员会决定清洗水箱的事项", "制作笔录"),
        ("业主经批准可以占用连廊。", "经批准", "占用连廊"),
        ("对合理的意见应当采纳。", "对合理的意见", "采纳"),
        ("设置在连廊内的应当加装护栏。", "设置在连廊内的", "加装护栏"),
        ("取蜜阶段可以由物业服务人代管蜂箱。", "取蜜阶段", "代管蜂箱"),
    ],
)
def test_what_stands_before_the_act_is_its_condition(sentence: str, condition: str, action: str) -> None:
    norm = only(statute(sentence))
    assert (norm.condition, norm.action) == (condition, action)


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("申请人应当公布户数。", None),
        ("业主委员会决定的事项，应当公布。", None),
        ("物业服务人应当按照各自分工，清洗水箱。", None),
        ("促进邻里和睦，业主委员会应当组织联欢。", None),
        ("委员出缺的，由候补委员递补，具体次序由业主大会确定。", None),
        ("业主委员会应当自产生之日起三日内开会，在成员中推选主任。", "自产生之日起"),
    ],
)
def test_what_the_last_norm_of_a_sentence_depends_on(sentence: str, condition: str | None) -> None:
    assert statute(sentence)[-1].condition == condition


def test_a_further_act_with_a_time_of_its_own_shares_no_period() -> None:
    moved, ended = statute("物业管理委员会应当在十日内移交印章，移交后注销账户。")
    assert (moved.deadline, ended.deadline, ended.condition) == ("P10D", None, "移交后")


def test_a_condition_keeps_its_own_subject_unless_the_norm_binds_it() -> None:
    other, own = statute("业主对账册有疑问的，业主委员会应当答复。业主对账册有疑问的，应当书面提出。")
    assert other.condition == "业主对账册有疑问的"
    assert other.counterparty == ("owner",)
    assert own.condition == "对账册有疑问的"


@pytest.mark.parametrize(
    "sentence",
    [
        "消防救援机构按照各自职责，负责检查水箱。",
        "连廊是否封闭，由业主大会决定。",
    ],
)
def test_manner_and_open_questions_are_no_conditions(sentence: str) -> None:
    assert only(statute(sentence)).condition is None


def test_a_case_behind_a_norm_is_the_condition_of_the_next() -> None:
    _, exempt = statute("桶站由物业服务人看管，但不足百户的小区，业主可以自行看管。")
    assert exempt.condition == "不足百户的小区"


def test_what_follows_a_case_of_a_list_shares_it() -> None:
    first, second = statute(
        "有下列情形之一的，业主委员会应当公告；业主大会应当另选成员：\n\n（一）账册遗失的；\n\n（二）印章损毁的。"
    )
    assert first.condition == second.condition == "有下列情形之一的"


def test_consent_that_has_to_be_sought_is_an_act() -> None:
    asked, told = statute("业主委员会更换门锁应当经全体成员过半数同意，并告知居民委员会。")
    assert asked.action == "经全体成员过半数同意"
    assert told.counterparty == ("residents_committee",)


def test_an_item_has_an_exception_of_its_own() -> None:
    first, second = statute("下列部分属于业主共有：\n\n（一）连廊，但是属于城镇公共连廊的除外；\n\n（二）桶站。")
    assert (first.action, first.exception) == ("连廊", "但是属于城镇公共连廊的除外")
    assert second.exception is None


def test_a_vote_may_be_written_as_a_fraction() -> None:
    norm = only(statute("业主大会决定增设晾衣架，应当经人数占2/3以上的业主同意。"))
    assert norm.threshold == "人数占2/3以上的业主同意"


def test_a_contrast_alone_is_no_condition() -> None:
    _, bound = statute("业主大会可以书面表决；但是，应当有过半数的业主参加。")
    assert bound.condition is None


def test_a_thing_that_is_settled_by_a_measure_is_no_condition() -> None:
    norm = only(statute("业主在业主大会会议上的投票权，根据房屋的面积确定。"))
    assert (norm.modality, norm.bearer, norm.condition) == ("constitutive", ("owner",), None)


@pytest.mark.parametrize(
    "sentence",
    ["须向业主公布的事项，业主委员会应当在连廊张贴。", "按件计价的清洗标准，房产管理部门应当适时调整。"],
)
def test_what_something_is_done_with_is_no_condition(sentence: str) -> None:
    assert only(statute(sentence)).condition is None


def test_what_is_found_is_the_condition_of_an_item() -> None:
    norms = statute("物业服务人应当履行下列职责：\n\n（一）发现踩踏花圃的行为，及时劝阻；\n\n（二）看护蜂箱。")
    assert (norms[0].condition, norms[0].action) == ("发现踩踏花圃的行为", "及时劝阻")


def test_a_sentence_that_only_excepts_belongs_to_the_norm_before_it() -> None:
    norm = only(statute("业主应当交纳水箱清洗费。按照约定由建设单位承担的除外。"))
    assert norm.exception == "按照约定由建设单位承担的除外"
