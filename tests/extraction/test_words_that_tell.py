"""Words that tell what a sentence does only in some places: 须, 可, 有权利用, 理由. Sentences are invented."""

from __future__ import annotations

import pytest
from norms_of import contract, only, statute


@pytest.mark.parametrize(
    ("sentence", "modality", "action"),
    [
        ("物业服务人须留存连廊的钥匙。", "duty", "留存连廊的钥匙"),
        ("业主可书面询问水箱的容积。", "right", "书面询问水箱的容积"),
        ("业主有权利用屋顶晾晒被褥。", "right", "利用屋顶晾晒被褥"),
        ("连廊的清扫管理由物业服务人负责。", "duty", "连廊的清扫管理由物业服务人负责"),
        ("水箱清洗中断的，业主的用水资格不受影响。", "constitutive", "业主的用水资格不受影响"),
        ("清洗水箱的费用在维修资金中列支。", "duty", "清洗水箱的费用在维修资金中列支"),
        ("邻居没有过错的，根据实际情况适当补偿。", "liability", "根据实际情况适当补偿"),
    ],
)
def test_words_tell_where_they_are_no_part_of_another(sentence: str, modality: str, action: str) -> None:
    norm = only(statute(sentence))
    assert (norm.modality, norm.action) == (modality, action)


def test_what_somebody_need_not_do_he_may_leave_undone() -> None:
    norm = only(statute("物业服务人无须留存连廊的钥匙。"))
    assert (norm.modality, norm.action) == ("right", "无须留存连廊的钥匙")


def test_what_only_may_happen_in_a_contract_is_a_right() -> None:
    norm = only(contract("乙方可提取其中十分之一作为清扫成本。"))
    assert (norm.modality, norm.bearer) == ("right", ("service_provider",))


@pytest.mark.parametrize("sentence", ["连廊的设计应当具有可操作性。", "物业服务人应当保证水质可靠。"])
def test_a_word_with_the_mark_inside_allows_nothing(sentence: str) -> None:
    assert only(statute(sentence)).modality == "duty"


def test_daily_damages_are_owed_and_no_price() -> None:
    assert only(contract("乙方不交钥匙的，每逾期一日支付八百元。")).modality == "duty"


def test_speaking_of_penalties_punishes_nobody() -> None:
    norm = only(statute("房产管理部门应当组织评估行政处罚的实施情况。"))
    assert (norm.modality, norm.bearer) == ("duty", ("housing_authority",))


def test_to_promote_without_a_subject_is_policy() -> None:
    assert statute("推动在楼道中设立书屋，开展读书活动。") == ()


def test_an_organ_that_sues_has_a_right() -> None:
    norm = only(statute("业主委员会可以按照管理规约，对毁坏连廊的行为依法提起诉讼。"))
    assert norm.modality == "right"


def test_whoever_chooses_by_the_decision_of_others_lets_them_have_the_power() -> None:
    norm = only(statute("业主大会成立后，根据业主大会决定，选择代管或者自管。"))
    assert (norm.modality, norm.bearer, norm.action) == ("power", ("owners_assembly",), "选择代管或者自管")


def test_what_something_includes_goes_on_behind_a_colon() -> None:
    norm = only(statute("连廊的附属设施一般包括：栏杆、顶棚、地漏，以及照明灯具等。"))
    assert norm.action.endswith("照明灯具等")
