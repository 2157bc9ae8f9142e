"""Units, staff and departments whose names no list holds: who acts beside whom, and who is punished."""

from __future__ import annotations

from norms_of import only, statute

from propertylaw.model import Modality


def test_staff_of_no_known_name_bear_beside_the_party_they_are_joined_to() -> None:
    norm = only(statute("业主委员会委员和专职工作人员不得私藏连廊钥匙。"))
    assert norm.bearer == ("committee_member", "other")


def test_a_department_of_no_known_name_behind_its_government_is_a_department() -> None:
    norm = only(statute("县级以上地方人民政府蜂业主管部门应当公布蜂箱的摆放办法。"))
    assert norm.bearer == ("other_authority",)


def test_a_known_department_with_more_in_front_of_its_name_is_no_government() -> None:
    norm = only(statute("蜂箱目录由国务院产品质量监督部门制定。"))
    assert norm.bearer == ("market_regulation",)


def test_a_department_set_off_by_a_comma_does_nothing_by_its_name() -> None:
    norm = only(statute("生态环境部门或者其他负有蜂箱监督管理职责的部门，可以封存蜂箱。"))
    assert (norm.modality, norm.bearer) == (Modality.POWER, ("ecology_environment", "generic_authority"))


def test_a_unit_set_off_by_a_comma_is_bound_and_not_whom_the_paragraph_before_bound() -> None:
    first, second = statute("街道办事处应当宣传防蜂知识。\n\n学校、医院等单位，应当检查本单位的蜂箱。")
    assert (first.bearer, second.bearer) == (("subdistrict",), ("other",))


def test_who_sells_is_punished_and_not_whoever_offends() -> None:
    norm = only(statute("经营者违反蜂蜜标签规定的，责令改正，处一千元罚款。"))
    assert (norm.bearer, norm.bearer_text) == (("other",), "经营者")


def test_those_who_act_with_another_together_act_both() -> None:
    norm = only(statute("前期物业服务人应当与建设单位按照合同约定，共同清点蜂箱。"))
    assert norm.bearer == ("developer", "service_provider")


def test_funds_bind_whoever_holds_them() -> None:
    _, second = statute("业主应当交纳养蜂资金。养蜂收益应当按年公布。")
    assert (second.modality, second.bearer) == (Modality.DUTY, ("other",))
