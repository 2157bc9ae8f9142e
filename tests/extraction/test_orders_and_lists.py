"""What authorities find, order and decide; whom sentences hit that name nobody; what follows a ban."""

from __future__ import annotations

from norms_of import only, statute

from propertylaw.model import Modality


def test_whom_an_authority_orders_is_who_it_finds_to_have_done_wrong() -> None:
    norm = only(statute("房产管理部门发现建设单位在连廊验收中弄虚作假的，责令停止使用，重新验收。"))
    assert (norm.bearer, norm.authority) == (("developer",), ("housing_authority",))


def test_who_decides_on_a_penalty_has_a_power() -> None:
    norm = only(statute("责令停业整顿的行政处罚，由房产管理部门决定。"))
    assert (norm.modality, norm.bearer) == (Modality.POWER, ("housing_authority",))


def test_that_fines_go_to_the_treasury_is_a_duty() -> None:
    norm = only(statute("依照本条例收取的罚款，必须上缴国库。"))
    assert norm.modality is Modality.DUTY


def test_some_unit_that_is_punished_is_whom_the_article_binds() -> None:
    _, sanction = statute(
        "物业服务企业应当将连廊的维修记录报送备案。",
        "违反本条例规定，有关单位未报送备案的，依照下列规定处理：\n\n"
        "（一）违反本条例第一条规定的，由房产管理部门责令限期补报；逾期不补报的，处一千元罚款。",
    )
    assert sanction.bearer == ("service_provider",)


def test_units_and_persons_who_have_to_cooperate_are_no_authority() -> None:
    norm = only(statute("有关单位和个人应当支持连廊的检查。"))
    assert norm.bearer == ("other",)


def test_a_fine_for_the_conduct_of_the_list_before_is_imposed_by_the_same_authority() -> None:
    *_, by_person, by_unit = statute(
        "有下列行为之一的，由房产管理部门责令改正，处以罚款：\n\n（一）堵塞连廊的；\n\n（二）拆除连廊的。\n\n"
        "个人有前款规定行为之一的，处二百元罚款；单位有前款规定行为之一的，处二千元罚款。"
    )
    assert by_person.bearer == by_unit.bearer == ("offender",)
    assert by_person.authority == by_unit.authority == ("housing_authority",)


def test_an_order_behind_a_liability_is_imposed_by_the_same_authority() -> None:
    first, loss, last = statute(
        "物业服务企业拆除连廊的，由房产管理部门处一千元罚款；造成损失的，依法承担赔偿责任；情节严重的，责令停业。"
    )
    assert loss.modality is Modality.LIABILITY
    assert first.authority == last.authority == ("housing_authority",)


def test_what_a_forbidden_act_leads_to_is_part_of_it() -> None:
    norm = only(statute("物业服务企业不得擅自占用连廊，影响通行安全。"))
    assert norm.action == "擅自占用连廊，影响通行安全"


def test_premises_are_not_kept_by_the_authority_of_the_paragraph_before() -> None:
    _, norm = statute("房产管理部门在登记时应当注明连廊室号。\n\n连廊管理用房不得分割转让。")
    assert norm.bearer == ("other",)


def test_those_to_whom_a_reward_is_given_do_not_give_it() -> None:
    norm = only(statute("对爱护连廊有突出贡献的单位和个人，应当给予奖励。"))
    assert (norm.bearer, norm.counterparty) == (("other",), ("anyone",))


def test_the_owners_committee_is_meant_by_a_pronoun_behind_it() -> None:
    _, _, norm = statute("居民委员会依法协助街道办事处开展工作，加强对业主委员会的指导，引导其规范运作。")
    assert norm.counterparty == ("owners_committee",)


def test_by_whom_a_thing_was_valued_is_no_counterparty() -> None:
    norm = only(statute("物业服务企业应当将经第三方评估的收费标准向全体业主报告。"))
    assert norm.counterparty == ("owner",)


def test_a_body_acts_behind_how_it_acts() -> None:
    norm = only(statute("连廊巡逻队按照规定承担夜间巡查工作。"))
    assert (norm.modality, norm.bearer) == (Modality.DUTY, ("other",))


def test_a_list_of_departments_of_the_state_council_is_no_government() -> None:
    norm = only(statute("国务院铁路、交通、水利等有关部门负责连廊质量的监督管理。"))
    assert norm.bearer == ("other_authority", "water_authority")


def test_benefits_are_a_right() -> None:
    norm = only(statute("物业服务企业依法享受现代服务业的优惠政策。"))
    assert norm.modality is Modality.RIGHT
