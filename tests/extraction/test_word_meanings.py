"""What a word means is one norm, and whose it is when the word is a party."""

from __future__ import annotations

from norms_of import only, statute

from propertylaw.model import Modality


def test_a_definition_of_several_clauses_is_one_norm() -> None:
    norm = only(statute("本条例所称连廊养护，是指业主委托物业服务人，对连廊进行清扫、粉刷，保持畅通的活动。"))
    assert norm.modality is Modality.CONSTITUTIVE
    assert norm.bearer == ()
    assert norm.action == "是指业主委托物业服务人，对连廊进行清扫、粉刷，保持畅通的活动"


def test_a_defined_party_is_the_bearer() -> None:
    norm = only(statute("本条例所称物业使用人，是指经业主同意住用房屋的人，保姆除外。"))
    assert norm.bearer == ("property_user",)
    assert norm.exception == "保姆除外"


def test_owners_inside_a_definition_of_a_thing_bear_nothing() -> None:
    assert only(statute("本条例所称晾晒区，是指属于全体业主共同使用的露台。")).bearer == ()


def test_a_contract_is_told_by_what_it_is() -> None:
    norm = only(statute("养护合同是物业服务人清扫连廊，业主支付费用的合同。"))
    assert (norm.modality, norm.bearer) == (Modality.CONSTITUTIVE, ())


def test_being_an_office_defines_nothing_else() -> None:
    first, second = statute("市房产管理部门是全市连廊养护的主管部门，负责编制养护手册。")
    assert (first.modality, second.modality) == (Modality.CONSTITUTIVE, Modality.DUTY)
    assert second.bearer == ("housing_authority",)


def test_whom_a_word_also_means() -> None:
    norms = statute("本条例所称业主还包括：\n\n（一）继承连廊房屋的人；\n\n（二）建造连廊房屋的人。")
    assert {(norm.modality, norm.bearer) for norm in norms} == {(Modality.CONSTITUTIVE, ("owner",))}
