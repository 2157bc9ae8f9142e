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
