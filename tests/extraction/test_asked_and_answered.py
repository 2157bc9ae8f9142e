"""Cases that open an item, who acts behind 由, what an authority records, and to whom an answer is owed."""

from __future__ import annotations

from norms_of import only, statute


def told(*articles: str) -> list[tuple[str, list[str], str]]:
    return [(norm.modality, list(norm.bearer), norm.action) for norm in statute(*articles)]


def test_an_item_may_open_with_the_problem_that_it_deals_with() -> None:
    first, second = statute(
        "物业服务人应当按照下列规定处理水箱故障：\n\n（一）属于保修期限内的问题，及时通知建设单位修理；\n\n"
        "（二）属于市政管道的问题，按照约定，联系供水单位修理。"
    )
    assert (first.condition, first.action) == ("属于保修期限内的问题", "及时通知建设单位修理")
    assert (second.condition, second.action) == ("属于市政管道的问题", "按照约定，联系供水单位修理")


def test_the_case_of_a_lead_in_is_that_of_every_norm_of_its_items() -> None:
    norms = statute(
        "没有登记的，按照下列规定确定：\n\n（一）面积，按照合同记载计算；没有合同的，按照测绘结果计算；\n\n（二）人数，按照户数计算。"
    )
    assert [norm.condition for norm in norms] == ["没有登记的", "没有合同的", "没有登记的"]


def test_what_has_to_be_put_to_a_vote_is_an_act_before_what_others_then_do() -> None:
    assert told("物业服务人确需迁移水箱的，应当提请业主大会讨论同意后，由业主办理手续。") == [
        ("duty", ["service_provider"], "提请业主大会讨论同意"),
        ("duty", ["owner"], "办理手续"),
    ]


def test_money_that_others_have_to_pay_does_not_make_them_act() -> None:
    assert told("建设单位应当垫付空置房屋的应由买受人交纳的水箱基金。") == [
        ("duty", ["developer"], "垫付空置房屋的应由买受人交纳的水箱基金"),
    ]


def test_who_acts_within_a_period_of_his_own_is_named_in_front_of_it() -> None:
    last = statute("业主委员会应当办理备案，并由街道办事处在备案后十日内，将水箱钥匙移交业主委员会。")[-1]
    assert (list(last.bearer), last.action, last.deadline) == (["subdistrict"], "将水箱钥匙移交业主委员会", "P10D")


def test_a_body_that_has_come_about_is_bound_where_nobody_else_is_spoken_of() -> None:
    norm = only(statute("业主委员会选举产生后，应当在三十日内向街道办事处办理备案。"))
    assert list(norm.bearer) == ["owners_committee"]


def test_others_collect_from_those_who_were_spoken_of() -> None:
    norm = statute("业主决定清洗水箱的，费用可以从收益中支出，不得另行向业主摊派。")[-1]
    assert (list(norm.bearer), list(norm.counterparty)) == (["other"], ["owner"])


def test_names_go_on_in_what_has_to_be_noted() -> None:
    assert told("水箱铭牌应当载明业主大会名称，业主委员会名称、任期和地址。") == [
        ("duty", ["other"], "载明业主大会名称，业主委员会名称、任期和地址"),
    ]


def test_to_post_something_is_an_act_and_no_manner_of_the_next_one() -> None:
    assert [action for *_, action in told("公安机关应当在小区公布联系方式，对违法行为及时作出处理。")] == [
        "在小区公布联系方式",
        "对违法行为及时作出处理",
    ]


def test_a_right_that_somebody_has_only_says_what_others_must_not_touch() -> None:
    assert told("业主依法享有的水箱的使用权，建设单位不得擅自处分。") == [("prohibition", ["developer"], "擅自处分")]


def test_who_keeps_records_of_all_punishes_nobody() -> None:
    norms = statute("房产管理部门应当建立信用制度，将物业服务人的信息记入其信用档案。")
    assert [(norm.modality, list(norm.bearer)) for norm in norms] == [("duty", ["housing_authority"])] * 2


def test_a_conduct_that_goes_into_the_record_is_punished() -> None:
    norm = only(statute("物业服务人违反本条例规定，拒不移交水箱钥匙的，由房产管理部门记入信用档案。"))
    assert (norm.modality, list(norm.bearer), list(norm.authority)) == (
        "sanction",
        ["service_provider"],
        ["housing_authority"],
    )


def test_a_violation_left_to_the_police_and_a_gain_taken_away_are_sanctions() -> None:
    left, fined, taken = statute(
        "违反本条例第二条规定，物业服务人泄露住户信息的，由公安机关依法处理。",
        "物业服务人擅自出租水箱间的，由房产管理部门处一万元罚款；有经营所得的，收回经营所得。",
    )
    assert (left.modality, left.action, list(left.authority)) == ("sanction", "依法处理", ["public_security"])
    assert fined.modality == "sanction"
    assert (taken.modality, list(taken.bearer), taken.condition) == ("sanction", ["service_provider"], "有经营所得的")


def test_a_task_of_the_police_without_a_violation_is_a_duty() -> None:
    norm = only(statute("发生盗窃的，由公安机关依法处理。"))
    assert (norm.modality, list(norm.bearer)) == ("duty", ["public_security"])


def test_an_answer_is_owed_to_whoever_objects() -> None:
    norm = only(statute("业主对水费分摊有异议的，物业服务人应当及时作出说明。"))
    assert list(norm.counterparty) == ["owner"]


def test_an_answer_to_nobody_in_particular_is_owed_to_nobody() -> None:
    norm = only(statute("水箱停用的，物业服务人应当及时作出说明。"))
    assert list(norm.counterparty) == []


def test_who_serves_at_the_request_of_somebody_owes_it_to_him() -> None:
    norm = only(statute("物业服务人可以根据业主的委托提供水箱清洗服务。"))
    assert (norm.condition, norm.action, list(norm.counterparty)) == (
        "根据业主的委托",
        "提供水箱清洗服务",
        ["owner"],
    )


def test_other_tasks_and_the_rules_of_an_act_are_no_case_of_it() -> None:
    added, filed = statute(
        "业主大会除履行法定职责外，还可以决定清洗水箱。",
        "按照本条例第一条规定，街道办事处受理备案后，应当办理手续。",
    )
    assert added.condition is None
    assert filed.condition == "受理备案后"


def test_an_organ_that_makes_something_known_has_a_right() -> None:
    norm = only(statute("业主委员会可以在宣传栏向全体业主公开水箱检测结果。"))
    assert norm.modality == "right"


def test_who_has_to_pay_for_harm_is_liable_however_long_the_list_of_costs() -> None:
    norm = only(statute("水箱爆裂伤人的，应当赔偿医疗费、护理费、交通费等为治疗支出的合理费用，以及因误工减少的收入。"))
    assert norm.modality == "liability"


def test_who_supplies_heat_or_power_by_a_contract_is_the_utility() -> None:
    norm = only(statute("供热人应当在检修水管前通知业主。"))
    assert (list(norm.bearer), list(norm.counterparty)) == (["utility"], ["owner"])
