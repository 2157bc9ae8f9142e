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
    ],
)
def test_what_stands_before_the_act_is_its_condition(sentence: str, condition: str, action: str) -> None:
    norm = only(statute(sentence))
    assert (norm.condition, norm.action) == (condition, action)


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
