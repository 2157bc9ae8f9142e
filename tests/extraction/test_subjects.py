"""Who is meant when a sentence names nobody, and what its condition is."""

from __future__ import annotations

from norms_of import only, statute


def test_the_subject_comes_from_the_sentence_before() -> None:
    first, second = statute("业主委员会应当在三月召开会议。应当提前五日公布议题。")
    assert first.bearer == second.bearer == ("owners_committee",)
    assert second.deadline == "P5D"
    assert second.confidence < first.confidence


def test_the_subject_comes_from_the_condition() -> None:
    norm = only(statute("业主封闭阳台的，应当事先告知物业服务人。"))
    assert norm.bearer == ("owner",)
    assert norm.counterparty == ("service_provider",)
    assert norm.condition == "业主封闭阳台的"


def test_a_party_inside_a_relative_clause_is_not_the_subject() -> None:
    norm = only(statute("业主大会选聘的物业服务人应当接管全部档案。"))
    assert norm.bearer == ("service_provider",)


def test_of_two_conditions_each_norm_has_its_own() -> None:
    first, second = statute("水箱渗漏的，物业服务人应当立即抢修；抢修超过两日的，应当向业主委员会说明原因。")
    assert first.condition == "水箱渗漏的"
    assert second.condition == "抢修超过两日的"
    assert second.bearer == ("service_provider",)


def test_without_consent_is_a_condition() -> None:
    norm = only(statute("未经业主大会同意，物业服务人不得改变连廊的用途。"))
    assert norm.condition == "未经业主大会同意"
    assert norm.action == "改变连廊的用途"


def test_a_period_that_ends_a_condition_is_the_deadline() -> None:
    norm = only(statute("业主委员会任期届满三十日前，应当组织换届。"))
    assert (norm.condition, norm.deadline, norm.deadline_text) == ("业主委员会任期届满", "P30D", "三十日前")


def test_since_when_a_period_runs_is_condition_and_not_action() -> None:
    norm = only(statute("物业服务人应当自收到投诉之日起三个工作日内书面答复业主。"))
    assert norm.condition == "自收到投诉之日起"
    assert (norm.deadline, norm.action) == ("P3BD", "书面答复业主")


def test_an_exception_at_the_start_belongs_to_the_norm_behind_it() -> None:
    norm = only(statute("除紧急抢修外，物业服务人不得进入业主家中。"))
    assert norm.exception == "除紧急抢修外"


def test_a_vote_is_a_threshold() -> None:
    norm = only(statute("拆除连廊的，应当经参与表决人数四分之三以上的业主同意。"))
    assert norm.threshold == "参与表决人数四分之三以上的业主同意"


def test_a_sanction_that_names_nobody_hits_whom_the_cited_article_binds() -> None:
    norms = statute(
        "物业使用人不得在阳台饲养家禽。",
        "违反本条例第一条规定的，由城市管理执法部门处二百元以下罚款。",
    )
    assert norms[1].bearer == ("property_user",)
    assert [citation.text for citation in norms[1].cites] == ["第一条"]
    assert norms[1].confidence < norms[0].confidence


def test_without_such_an_article_it_hits_the_offender() -> None:
    norm = only(statute("从连廊倾倒污水的，由城市管理执法部门处二百元以下罚款。"))
    assert norm.bearer == ("offender",)


def test_a_sanction_whose_sentence_tells_the_conduct_hits_whoever_does_it() -> None:
    norms = statute(
        "物业使用人不得在阳台饲养家禽。",
        "违反本条例第一条规定，在阳台饲养家禽的，由城市管理执法部门处二百元以下罚款。",
    )
    assert norms[1].bearer == ("offender",)


def test_a_unit_that_is_no_known_party_is_another_party() -> None:
    first, second = statute("物业服务人应当公示停水时间。接受检查的单位应当提供清洗记录。")
    assert (first.bearer, second.bearer) == (("service_provider",), ("other",))


def test_who_was_chosen_is_meant_and_not_who_chose() -> None:
    norm = only(statute("业主委员会应当与业主大会选聘的物业服务人签订合同。"))
    assert norm.counterparty == ("service_provider",)


def test_a_bare_verb_turns_to_the_other_side() -> None:
    norms = statute("物业服务人检修水箱的，业主应当予以配合。")
    assert norms[0].counterparty == ("service_provider",)


def test_what_an_act_only_leads_to_is_no_norm() -> None:
    norm = only(statute("物业主管部门应当建立信息平台，提高服务效率。"))
    assert norm.action == "建立信息平台"


def test_a_share_of_owners_in_the_condition_is_a_threshold() -> None:
    norm = only(statute("经百分之二十以上的业主提议，业主委员会应当召集临时会议。"))
    assert norm.threshold == "百分之二十以上的业主提议"


def test_the_court_grants_a_claim_with_its_exception() -> None:
    norm = only(statute("业主请求物业服务人退还多收费用的，人民法院应予支持，但另有约定的除外。"))
    assert (norm.modality.value, norm.bearer, norm.exception) == ("right", ("owner",), "但另有约定的除外")


def test_whose_a_thing_is_does_not_make_them_its_users() -> None:
    owned, spent, kept = statute("连廊基金属于业主所有，专项用于粉刷连廊，不得挪作他用。")
    assert owned.bearer == ("owner",)
    assert spent.bearer == kept.bearer == ("other",)


def test_a_place_is_no_relative_clause() -> None:
    norm = only(statute("街道办事处指导本辖区内的业主爱护连廊。"))
    assert norm.bearer == ("subdistrict",)


def test_a_subject_set_off_behind_its_condition() -> None:
    norm = only(statute("连廊划定后，业主委员会或者人数占比一成以上的业主，可以向街道办事处申请调整。"))
    assert norm.bearer == ("owner", "owners_committee")
    assert norm.condition == "连廊划定后"


def test_consent_and_a_further_act_are_two_duties() -> None:
    first, second = statute("业主委员会的决定应当经半数以上委员同意，并自决定之日起三日内公告。")
    assert first.threshold == "半数以上委员同意"
    assert second.action == "公告"


def test_a_share_of_owners_with_their_own_parts() -> None:
    norm = only(statute("粉刷连廊应当经专有部分占比过半数的业主同意。"))
    assert norm.threshold == "专有部分占比过半数的业主同意"


def test_what_concerns_the_paragraph_before_goes_on_with_its_subject() -> None:
    *_, norm = statute("业主大会应当每年审议养护计划。\n\n前款规定的计划，应当提前五日公布。")
    assert norm.bearer == ("owners_assembly",)


def test_narrow_brackets_are_brackets() -> None:
    first, second = statute("市、区（市)人民政府应当养护全部连廊，并清扫全部桶站。")
    assert first.bearer == second.bearer == ("city_government", "county_government")


def test_a_bare_verb_behind_a_semicolon_goes_on() -> None:
    first, second = statute("公安机关负责连廊治安的管理工作；依法查处在连廊聚众赌博的行为。")
    assert first.bearer == second.bearer == ("public_security",)
    assert second.action == "依法查处在连廊聚众赌博的行为"


def test_things_listed_behind_a_colon_are_no_acts() -> None:
    norms = statute("物业服务人可以提供以下服务：连廊清扫和粉刷服务；桶站清洗和消毒服务。")
    assert "桶站清洗和消毒服务" not in [norm.action for norm in norms]


def test_a_further_act_behind_its_own_period() -> None:
    *_, second, third = statute(
        "业主委员会应当于每月召开会议，在成员中推选召集人，并自推选之日起三日内，公示名单和电话。"
    )
    assert second.action == "在成员中推选召集人"
    assert (third.action, third.deadline, third.condition) == ("公示名单和电话", "P3D", "自推选之日起")


def test_who_was_chosen_by_others_goes_on_as_subject() -> None:
    *_, norm = statute("业主代表由业主自荐，由街道办事处确定；有下列情形之一的，不得担任代表：\n\n（一）拖欠费用的。")
    assert norm.bearer == ("owner_representative",)


def test_an_authority_that_may_ask_for_help() -> None:
    *_, norm = statute("业主委员会应当移交印章。不移交的，由街道办事处责令移交；仍不移交的，可以提请公安机关协助移交。")
    assert norm.bearer == ("subdistrict",)


def test_a_list_of_other_departments() -> None:
    norm = only(statute("民政、公安等其他部门按照各自职责，做好连廊管理工作。"))
    assert norm.bearer == ("civil_affairs", "public_security")


def test_whoever_stands_right_behind_a_ban_is_forbidden_it() -> None:
    norm = only(statute("禁止任何单位和个人占用连廊。"))
    assert (norm.bearer, norm.action) == (("anyone",), "占用连廊")


def test_what_is_banned_is_not_forbidden_its_owners() -> None:
    norm = only(statute("禁止业主的车辆驶入连廊。"))
    assert norm.bearer == ("other",)


def test_a_duty_named_as_an_exception_is_no_norm() -> None:
    norm = only(statute("物业服务人除应当履行前条规定的职责外，还应当每月清洗桶站。"))
    assert norm.action == "每月清洗桶站"


def test_a_modal_word_inside_a_description() -> None:
    norm = only(statute("依法应当进行验收的连廊，未经验收的，不得开放使用。"))
    assert norm.action == "开放使用"


def test_a_government_and_its_departments() -> None:
    norm = only(statute("县级以上人民政府及其有关部门应当加强连廊管理。"))
    assert norm.bearer == ("generic_authority", "government")


def test_owners_that_form_an_organ_do_not_owe_it() -> None:
    norm = only(statute("全体业主组成业主大会。"))
    assert (norm.modality.value, norm.bearer) == ("constitutive", ("owners_assembly",))


def test_whom_to_help_is_no_act_of_its_own() -> None:
    norm = only(statute("居民委员会应当协助公安、应急管理等部门，加强连廊安全宣传。"))
    assert norm.action == "协助公安、应急管理等部门，加强连廊安全宣传"


def test_a_principle_without_an_addressee_is_no_norm() -> None:
    assert statute("连廊管理应当坚持业主自治与政府监督相结合。") == ()


def test_a_covenant_of_owners_is_made_by_their_assembly() -> None:
    norm = only(statute("业主公约应当对连廊的使用作出约定。"))
    assert norm.bearer == ("owners_assembly",)


def test_policy_behind_a_duty_is_a_duty() -> None:
    *_, second, third = statute("居民委员会应当指导业主委员会的工作，引导业主参与连廊养护，调解连廊纠纷。")
    assert second.bearer == third.bearer == ("residents_committee",)


def test_a_slogan_behind_a_duty_stays_a_slogan() -> None:
    only(statute("市人民政府应当制定连廊养护办法，鼓励业主参与连廊养护。"))


def test_often_is_no_cause() -> None:
    norm = only(statute("业主委员会应当经常听取业主的意见，改进连廊。"))
    assert norm.condition is None


def test_a_ban_that_is_a_noun() -> None:
    norm = only(statute("物业服务人应当公布装修的禁止行为和注意事项。"))
    assert norm.modality.value == "duty"


def test_a_number_of_owners_is_who_may_ask_and_the_quorum() -> None:
    norm = only(statute("居民委员会或者十名以上业主联名可以申请成立筹备组。"))
    assert norm.bearer == ("owner", "residents_committee")
    assert norm.threshold == "十名以上业主联名"


def test_what_an_absence_leaves_untouched_is_no_duty() -> None:
    norm = only(statute("建设单位未派员的，不影响筹备组成立。"))
    assert (norm.modality.value, norm.bearer) == ("constitutive", ("preparatory_group",))


def test_a_share_of_members_is_the_bodys() -> None:
    *_, norm = statute("筹备组由七人以上组成，其中业主人数不低于总人数的一半。")
    assert norm.bearer == ("preparatory_group",)


def test_a_time_and_a_period_before_the_modal_word() -> None:
    norm = only(statute("业主代表自当选之日起三日内应当公布电话。"))
    assert (norm.condition, norm.deadline_text) == ("自当选之日起", "三日内")


def test_persons_that_end_in_and_others() -> None:
    *_, norm = statute("街道办事处应当养护连廊。\n\n国家公职人员、先进模范等应当爱护连廊。")
    assert norm.bearer == ("other",)


def test_whoever_is_charged_by_another_bears_beside_it() -> None:
    norm = only(statute("街道办事处或者受其委托的居民委员会应当清扫连廊。"))
    assert norm.bearer == ("residents_committee", "subdistrict")


def test_two_acts_of_which_the_first_has_a_place() -> None:
    first, second = statute("物业服务人应当在约定期限内退出连廊，将连廊图纸、钥匙等交还业主委员会。")
    assert first.action == "在约定期限内退出连廊"
    assert second.counterparty == ("owners_committee",)


def test_an_enumeration_is_one_action() -> None:
    norm = only(statute("物业服务人应当将清扫次数、养护费用，以及其他资料等公布。"))
    assert norm.action == "将清扫次数、养护费用，以及其他资料等公布"


def test_what_goes_along_with_a_transfer() -> None:
    norm = only(statute("业主转让住宅，其对连廊享有的权利一并转让。"))
    assert (norm.modality.value, norm.bearer, norm.condition) == ("constitutive", ("owner",), "业主转让住宅")


def test_a_pretext_and_the_act_are_one() -> None:
    norm = only(statute("物业服务人不得以业主拖欠费用等为由，关闭连廊的照明。"))
    assert norm.action == "以业主拖欠费用等为由，关闭连廊的照明"


def test_a_creed_of_several_clauses_is_no_norm() -> None:
    assert statute("连廊管理应当坚持以人为本，实行业主自治与政府监督相结合的原则。") == ()


def test_owners_who_ask_together_are_the_subject() -> None:
    norm = only(statute("建设单位未报告的，十人以上业主联名，可以向街道办事处申请成立筹备组。"))
    assert (norm.bearer, norm.threshold) == (("owner",), "十人以上业主联名")


def test_papers_to_bring_are_part_of_the_act() -> None:
    norm = only(statute("业主委员会应当持会议记录、规约和名单等资料，向街道办事处备案。"))
    assert norm.action == "持会议记录、规约和名单等资料，向街道办事处备案"


def test_a_further_act_closes_an_enumeration() -> None:
    _, second = statute("街道办事处应当按照有关规定确定连廊、桶站的位置，并征询物业服务人、专业单位等的意见。")
    assert second.counterparty == ("service_provider", "utility")


def test_parties_and_others_who_take_part() -> None:
    *_, norm = statute("联席会议由街道办事处召集，业主委员会、物业服务人等方面的代表参加。")
    assert (norm.bearer, norm.action) == (("owners_committee", "service_provider"), "参加")


def test_an_office_named_after_money_is_an_office() -> None:
    *_, norm = statute("业主应当报告情况。维修资金管理部门应当在两日内完成审核。")
    assert norm.bearer == ("other_authority",)


def test_a_document_that_is_signed_does_not_act() -> None:
    *_, last = statute("物业服务人应当查验连廊，形成书面查验记录，签订物业承接查验协议。")
    assert (last.bearer, last.action) == (("service_provider",), "签订物业承接查验协议")


def test_a_document_that_must_say_something_binds_its_makers() -> None:
    norm = only(statute("建设单位制定的临时管理规约应当说明连廊的用途。"))
    assert norm.bearer == ("developer",)


def test_but_is_no_part_of_an_act() -> None:
    *_, norm = statute("候补委员可以列席会议，但不享有表决权。")
    assert norm.action == "不享有表决权"


def test_a_described_party_joins_the_one_before() -> None:
    norm = only(statute("建设单位或者提供前期服务的物业服务人应当清点阀门。"))
    assert norm.bearer == ("developer", "service_provider")


def test_rooms_of_an_organ_are_not_the_organ() -> None:
    *_, norm = statute("建设单位应当铺设地砖。业主委员会办公用房应当朝南。")
    assert norm.bearer == ("developer",)


def test_levels_of_government_do_not_hide_the_body() -> None:
    governments, department = statute(
        "市和区县（市）人民政府应当安排经费。居民委员会可以向街道办事处、区县（市）物业主管部门反映险情。"
    )
    assert governments.bearer == ("city_government", "county_government")
    assert department.counterparty == ("housing_authority", "subdistrict")


def test_a_list_of_departments_may_name_unknown_ones() -> None:
    norm = only(statute("公安、民政、潮汐观测、消防救援等部门应当巡查连廊。"))
    assert norm.bearer == ("civil_affairs", "fire_rescue", "other_authority", "public_security")


def test_an_unknown_agent_bears_the_duty() -> None:
    norm = only(statute("人行天桥由法律规定的管理单位承担养护责任。"))
    assert (norm.modality, norm.bearer) == ("duty", ("other",))


def test_a_document_settles_for_those_who_make_it() -> None:
    norm = only(statute("清洗的次数由物业服务合同约定。"))
    assert norm.bearer == ("owners_committee", "service_provider")


def test_an_agent_stands_behind_an_adverb() -> None:
    norm = only(statute("水箱的抢修，可以临时由居民委员会组织实施。"))
    assert norm.bearer == ("residents_committee",)


def test_a_ban_for_everybody_does_not_make_everybody_the_subject_of_what_follows() -> None:
    norms = statute("建设单位应当配置值班室，任何单位和个人不得占用。值班室的面积不低于十平方米。")
    assert [norm.bearer for norm in norms] == [("developer",), ("anyone",), ("developer",)]


def test_a_party_described_in_front_of_its_verb_is_the_subject() -> None:
    norm = only(statute("列席会议的候补委员，不享有表决权。"))
    assert norm.bearer == ("committee_member",)


def test_what_a_party_says_in_favour_of_another_is_its_own() -> None:
    norm = only(statute("物业服务人公开作出的有利于业主的清洗承诺，为清洗协议的组成部分。"))
    assert (norm.modality, norm.bearer) == ("constitutive", ("service_provider",))


def test_a_third_party_who_does_harm_is_the_offender() -> None:
    by_third, by_keeper = statute(
        "因第三人的行为造成水箱损坏的，由第三人承担侵权责任；管理者未尽到看护义务的，承担相应的补充责任。"
    )
    assert (by_third.bearer, by_keeper.bearer) == (("offender",), ("other",))


def test_a_department_is_known_by_its_charge() -> None:
    norm = only(statute("负责连廊安全监督管理的部门应当公布检查结果。"))
    assert (norm.bearer, norm.action) == (("other_authority",), "公布检查结果")


def test_whoever_received_a_complaint_is_an_authority() -> None:
    norm = only(statute("收到投诉的部门应当及时核实。"))
    assert (norm.bearer, norm.condition) == (("generic_authority",), None)


def test_a_seat_that_owners_hold_is_forbidden_to_owners() -> None:
    *_, norm = statute("管理规约可以规定，有下列情形之一的，不得担任业主委员会委员：\n\n（一）欠费；\n\n（二）欠租。")
    assert (norm.modality, norm.bearer) == ("prohibition", ("owner",))


def test_a_candidate_acts_for_himself() -> None:
    norm = only(statute("业主委员会实行差额选举的，没有当选的候选人，可以列席会议。"))
    assert norm.bearer == ("other",)


def test_the_condition_begins_behind_whoever_received_something() -> None:
    norm = only(statute("物业服务人接到报修后，应当派人查看。"))
    assert norm.condition == "接到报修后"


def test_the_term_of_office_is_no_rule_on_filling_seats() -> None:
    *_, norm = statute("委员出现空缺的，由候补委员依次递补，具体递补办法由业主大会议事规则约定。")
    assert norm.modality == "power"


def test_two_documents_bind_the_makers_of_both() -> None:
    norm = only(statute("临时管理规约、管理规约应当写明连廊的清扫办法。"))
    assert norm.bearer == ("developer", "owners_assembly")


def test_the_short_name_of_a_body_leaves_it_a_body() -> None:
    norm = only(statute("其设立的连廊事务机构（以下简称事务机构）承担清扫的具体事务。"))
    assert norm.bearer == ("other",)


def test_what_goes_by_other_rules_does_not_bind_whom_the_sentence_before_spoke_of() -> None:
    _, price = statute("物业服务人应当安装分表。公用水价按照当地标准执行。")
    assert price.bearer == ("other",)
    _, own = statute("业主委员会应当公布账目。业主委员会委托审计的，按照审计办法执行。")
    assert own.bearer == ("owners_committee",)


def test_a_ban_that_names_nobody_does_not_bind_who_only_sees_to_it() -> None:
    *_, ban = statute("物业服务人应当巡查车棚。\n\n禁止在楼道停放车辆。")
    assert ban.bearer == ("other",)
    *_, ban = statute("业主应当爱护车棚。\n\n禁止在楼道停放车辆。")
    assert ban.bearer == ("owner",)


def test_a_case_goes_on_behind_words_on_whose_a_thing_is() -> None:
    *_, limit = statute("物业服务人利用连廊出租柜台的，租金归全体业主所有，租期不得超过一年。")
    assert limit.bearer == ("service_provider",)


def test_the_two_sides_of_a_service_contract_and_others_beside_known_parties() -> None:
    price = only(statute("保洁的价钱由物业服务合同双方商定。"))
    assert price.bearer == ("owner", "service_provider")
    model = only(statute("物业主管部门应当会同有关部门、协会编制样表。"))
    assert model.bearer == ("association", "generic_authority", "housing_authority")
    keeping = only(statute("需要代管钥匙的，由车主与物业服务人另行签订协议。"))
    assert keeping.bearer == ("other", "service_provider")


def test_owners_vote_whoever_was_spoken_of_before() -> None:
    _, vote = statute("物业主管部门应当划定水箱区域。调整水箱区域的，应当由三分之二以上的业主参与表决。")
    assert vote.bearer == ("owner",)


def test_parties_that_commas_set_apart_are_one_subject() -> None:
    both = ("housing_authority", "subdistrict")
    assert only(statute("市房屋行政管理部门，乡、镇人民政府和街道办事处应当检查水箱。")).bearer == both
    found = only(statute("区房屋行政管理部门，乡、镇人民政府发现水箱漏水的，应当报警。"))
    assert (found.bearer, found.condition) == (both, "发现水箱漏水的")
    fined = only(statute("业主，物业使用人和装修企业违反本条例第一条规定的，由物业主管部门处一百元罚款。"))
    assert fined.bearer == ("contractor", "owner", "property_user")
    staff = only(statute("物业主管部门，乡、镇人民政府的工作人员违反本条例规定，私改水箱的，依法给予处分。"))
    assert staff.bearer == ("other",)
