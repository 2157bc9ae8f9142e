"""What is a status, a right or a duty where the words alone could be any of them."""

from __future__ import annotations

import pytest
from norms_of import only, statute

from propertylaw.model import Modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("候补委员不享有蜂箱投票权。", Modality.CONSTITUTIVE),
        ("蜂箱的归属由当事人约定。", Modality.RIGHT),
        ("连带责任，由法律规定或者当事人约定。", Modality.CONSTITUTIVE),
        ("居民委员会可以随时抽查蜂箱。", Modality.RIGHT),
        ("业主临时占用连廊放蜂的，应当及时恢复原状。", Modality.DUTY),
        ("业主损坏蜂箱的，应当恢复原状。", Modality.LIABILITY),
        ("蜂箱检查费用在养蜂经费中支出。", Modality.DUTY),
    ],
)
def test_the_modality_follows_from_what_is_at_stake(sentence: str, modality: Modality) -> None:
    assert only(statute(sentence)).modality is modality


def test_owners_found_their_assembly_where_nobody_is_named() -> None:
    norm = only(statute("分期开发的，可以在分期开发期间成立业主大会。"))
    assert (norm.modality, norm.bearer) == (Modality.RIGHT, ("owner",))


def test_an_exception_with_a_modal_word_is_no_norm_of_its_own() -> None:
    norm = only(statute("养蜂人应当告知邻居，但是依法不得告知的除外。"))
    assert (norm.modality, norm.exception) == (Modality.DUTY, "但是依法不得告知的除外")


def test_measures_that_forbid_are_not_forbidden() -> None:
    norm = only(statute("生态环境部门可以采取限制或者禁止放蜂等措施。"))
    assert (norm.modality, norm.bearer) == (Modality.POWER, ("ecology_environment",))


def test_an_approval_before_the_act_is_what_is_demanded() -> None:
    norm = only(statute("养蜂人应当经业主委员会批准后，方可放蜂。"))
    assert norm.action.startswith("经业主委员会批准")


def test_the_part_for_which_a_rate_holds_is_its_condition() -> None:
    norms = statute("蜂箱按照下列标准配置：\n\n（一）十户以下的，按照一个配置；超过十户部分，按照每户一个的比例配置。")
    assert norms[-1].condition == "超过十户部分"


def test_whose_decision_is_undone_is_on_the_other_side() -> None:
    norm = only(statute("业主大会可以撤销业主委员会作出的养蜂决定。"))
    assert norm.counterparty == ("owners_committee",)
