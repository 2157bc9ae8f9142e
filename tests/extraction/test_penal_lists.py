"""Penal lists: which sanction the items have, whom an item hits, and cases within a sentence."""

from __future__ import annotations

from norms_of import statute

from propertylaw.model import Modality

_LEFT_TO_LAW = (
    "养蜂人有下列情形之一，其他法律、法规对处罚有规定的，依照法律、法规的规定执行；法律、法规未作规定的，"
    "由生态环境部门责令改正，处一千元罚款，没有违法所得的，处五百元罚款：\n\n（一）在连廊放蜂的；\n\n（二）夜间取蜜的。"
)


def test_items_have_the_sanction_for_when_no_other_law_has_one() -> None:
    norms = statute(_LEFT_TO_LAW)
    listed = [norm for norm in norms if norm.locator.item is not None]
    assert [norm.condition for norm in listed] == ["在连廊放蜂的", "夜间取蜜的"]
    assert {norm.action for norm in listed} == {"责令改正，处一千元罚款"}
    assert {norm.authority for norm in listed} == {("ecology_environment",)}


def test_a_case_behind_a_comma_has_its_own_fine_and_the_same_authority() -> None:
    case = next(norm for norm in statute(_LEFT_TO_LAW) if norm.condition == "没有违法所得的")
    assert (case.action, case.authority) == ("处五百元罚款", ("ecology_environment",))


def test_an_item_that_speaks_of_an_order_does_not_punish_itself() -> None:
    norms = statute(
        "有下列行为之一的，由公安机关处二百元罚款：\n\n（一）拒绝有关部门责令迁走蜂箱的；\n\n（二）踢翻蜂箱的。"
    )
    assert [norm.modality for norm in norms] == [Modality.SANCTION] * 2
    assert {norm.action for norm in norms} == {"处二百元罚款"}


def test_an_item_hits_who_did_it_wherever_it_names_them() -> None:
    norms = statute(
        "有下列行为之一的，由城市管理部门处一千元罚款：\n\n（一）因工期连夜搬运蜂箱，建设单位未告示的；\n\n（二）踢翻蜂箱的。"
    )
    assert [norm.bearer for norm in norms] == [("developer",), ("offender",)]


def test_whom_the_lead_in_names_is_hit_and_not_whom_an_item_only_mentions() -> None:
    norms = statute(
        "建设单位有下列情形之一的，由房产管理部门按照下列规定处罚：\n\n"
        "（一）将蜂箱卖给业主以外的单位和个人的，责令改正，处一千元罚款；\n\n（二）未公布蜂箱去向的，处五百元罚款。"
    )
    assert {norm.bearer for norm in norms} == {("developer",)}


def test_conditions_to_be_met_are_one_duty_each() -> None:
    norms = statute("养蜂人应当具备下列条件，并经生态环境部门许可：\n\n（一）有蜂箱；\n\n（二）有面罩。")
    assert [norm.action for norm in norms if norm.locator.item] == ["有蜂箱", "有面罩"]


def test_items_that_are_sentences_are_read_one_by_one() -> None:
    norms = statute(
        "蜂场按照下列规定划分：\n\n（一）相邻的蜂场，可以合并；分期建设的，应当分开；\n\n（二）已有的蜂场，按照现状划定。"
    )
    said = [(norm.modality, norm.action) for norm in norms if norm.locator.item == 1]
    assert said == [(Modality.RIGHT, "合并"), (Modality.DUTY, "分开")]


def test_items_that_punish_themselves_cite_what_the_lead_in_says_is_violated() -> None:
    norms = statute(
        "养蜂人应当加盖。",
        "违反本条例第一条规定，养蜂人有下列情形之一的，由公安机关依照下列规定处理：\n\n"
        "（一）不加盖的，处一百元罚款；\n\n（二）拆除箱盖的，处二百元罚款。",
    )
    assert [norm.cites for norm in norms[1:]] == [norms[1].cites] * 2
    assert norms[1].cites


def test_the_crime_that_a_lead_in_speaks_of_is_punished_beside_items_with_fines_of_their_own() -> None:
    norms = statute(
        "违反本条例规定，养蜂人有下列行为之一的，由生态环境部门予以处罚；构成犯罪的，依法追究刑事责任：\n\n"
        "（一）夜间取蜜的，处一百元罚款；\n\n（二）在连廊放蜂的，处二百元罚款。"
    )
    assert [norm.action for norm in norms] == ["处一百元罚款", "处二百元罚款", "依法追究刑事责任"]
    assert norms[-1].condition == "构成犯罪的"
