"""A dismissal tells the day on which the contract ends, or what is missing to reckon it."""

from __future__ import annotations

from pathlib import Path

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import result_in_words

FORM = """\
on: 2026-11-20
place: 江苏省南通市
parties: [{id: d, name: 业主大会, role: owners_assembly}, {id: w, name: 安居物业, role: service_provider}]
claims: [{by: d, against: [w], claim: contract.dismissal}]
facts:
  - {id: signed_contract, value: true}
  - {id: dismissed_by_decision, value: true, evidence: [决定]}
  - {id: notice_given, value: true, evidence: [送达回证]}
"""
TOLD = "  - {id: dismissal_notice_date, value: 2026-07-01}\n"


def analysed(folder: Path, form: str) -> Analysis:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return analyze(file)


def figures(analysis: Analysis) -> list[str]:
    return [step.says for remedy in analysis.claims[0].remedies for step in remedy.figures]


def cited(analysis: Analysis) -> set[str]:
    return {str(at) for remedy in analysis.claims[0].remedies for at in remedy.basis}


def test_sixty_days_from_the_notice_that_end_on_a_sunday_end_on_the_monday(tmp_path: Path) -> None:
    # 1 July and 60 days is Sunday, 30 August 2026
    analysis = analysed(tmp_path, FORM + TOLD)
    (said,) = figures(analysis)
    assert said.startswith("合同于 2026-08-31 终止：2026-07-01 解聘通知到达，没有约定通知期的 60 日；")
    assert "2026-08-30 是休息日，顺延（通知期是否顺延有不同看法）" in said
    assert "民法典/203/1" in cited(analysis)


def test_the_rule_on_days_off_is_cited_only_where_the_sixty_days_end_on_one(tmp_path: Path) -> None:
    # 2 July and 60 days is Monday, 31 August 2026
    analysis = analysed(tmp_path, FORM + TOLD.replace("07-01", "07-02"))
    assert figures(analysis) == ["合同于 2026-08-31 终止：2026-07-02 解聘通知到达，没有约定通知期的 60 日"]
    assert "民法典/203/1" not in cited(analysis)


def test_a_day_off_that_the_notice_names_and_that_leaves_sixty_days_ends_the_contract(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, FORM + TOLD + "  - {id: dismissal_named_day, value: 2026-08-30}\n")
    assert figures(analysis) == ["合同于 2026-08-30 终止：2026-07-01 解聘通知到达，写明到 2026-08-30 终止"]
    assert "民法典/203/1" not in cited(analysis)


def test_a_contract_that_leaves_no_time_of_notice_ends_when_the_notice_arrives(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, FORM + TOLD + "  - {id: agreed_notice_days, value: 0}\n")
    assert figures(analysis) == ["合同于 2026-07-01 终止：2026-07-01 解聘通知到达，约定不另留通知期，通知到达时解除"]
    assert "民法典/203/1" not in cited(analysis)


def test_an_agreed_time_of_notice_goes_before_the_sixty_days(tmp_path: Path) -> None:
    # 1 July and 90 days is Tuesday, 29 September 2026
    (said,) = figures(analysed(tmp_path, FORM + TOLD + "  - {id: agreed_notice_days, value: 90}\n"))
    assert said == "合同于 2026-09-29 终止：2026-07-01 解聘通知到达，通知期依约定"


def test_a_day_that_is_still_to_come_stands_beside_the_result(tmp_path: Path) -> None:
    # 1 November and 60 days is Thursday, 31 December 2026
    analysis = analysed(tmp_path, FORM + TOLD.replace("2026-07-01", "2026-11-01"))
    assert result_in_words(analysis.claims[0]) == "请求成立，合同于 2026-12-31 终止（尚未届至）"
    assert result_in_words(analysed(tmp_path, FORM + TOLD).claims[0]) == "请求成立"


def test_another_day_on_the_form_is_told(tmp_path: Path) -> None:
    stated = "  - {id: contract_end_date, value: 2026-08-15}\n"
    assert "填写的合同终止日是 2026-08-15" in figures(analysed(tmp_path, FORM + TOLD + stated))[1]


def test_without_the_day_of_the_notice_it_is_said_to_be_missing_and_asked_for(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, FORM)
    assert figures(analysis) == []
    assert [use.fact for use in analysis.claims[0].remedies[0].missing] == ["dismissal_notice_date"]
    assert ("dismissal_notice_date",) in [question.ids for question in analysis.decisive]


def test_a_later_day_that_the_notice_names_ends_the_contract(tmp_path: Path) -> None:
    named = "  - {id: dismissal_named_day, value: 2026-10-31}\n"
    (said,) = figures(analysed(tmp_path, FORM + TOLD + named))
    assert said == "合同于 2026-10-31 终止：2026-07-01 解聘通知到达，写明到 2026-10-31 终止"


def test_an_earlier_day_that_the_notice_names_does_not_cut_the_sixty_days_short(tmp_path: Path) -> None:
    named = "  - {id: dismissal_named_day, value: 2026-07-31}\n"
    said = figures(analysed(tmp_path, FORM + TOLD + named))
    assert said[0].startswith("合同于 2026-08-31 终止")
    assert said[1] == "通知写明的 2026-07-31 早于通知期届满的 2026-08-31，按通知期"


FEES = """\
on: 2026-11-20
place: 江苏省南通市
parties: [{id: w, name: 安居物业, role: outgoing_provider}, {id: b, name: 徐某, role: owner}]
claims: [{by: w, against: [b], claim: contract.end_fees}]
facts:
  - {id: dismissed_by_decision, value: true, evidence: [决定]}
  - {id: served_after_end, value: true}
  - {id: no_one_to_receive, value: true}
  - {id: floor_area, of: b, value: 100}
  - {id: fee_rate, of: b, value: 2}
  - {id: unpaid_from, of: b, value: 2026-01-01}
  - {id: unpaid_to, of: b, value: 2026-10-31}
  - {id: dismissal_notice_date, value: 2026-03-01}
"""


def test_fees_after_the_end_ask_for_the_day_that_the_decision_names(tmp_path: Path) -> None:
    assert ("dismissal_named_day",) in [question.ids for question in analysed(tmp_path, FEES).decisive]
    for told in ("{id: dismissal_named_day, value: 2026-06-30}", "{id: contract_end_date, value: 2026-06-30}"):
        analysis = analysed(tmp_path, FEES + f"  - {told}\n")
        # July to October: 4 x 200
        assert analysis.claims[0].amount is not None
        assert analysis.claims[0].amount.high == 800
        assert ("dismissal_named_day",) not in [question.ids for question in analysis.decisive]


def test_the_day_that_a_decision_names_is_no_question_where_nobody_was_dismissed(tmp_path: Path) -> None:
    untold = FEES.replace("  - {id: dismissal_notice_date, value: 2026-03-01}\n", "")
    assert ("dismissal_named_day",) not in [question.ids for question in analysed(tmp_path, untold).decisive]


def test_a_dismissal_from_before_the_code_needs_no_sixty_days(tmp_path: Path) -> None:
    early = FORM + "  - {id: decision_date, value: 2019-05-10}\n  - {id: dismissal_notice_date, value: 2019-05-20}\n"
    said = figures(analysed(tmp_path, early))
    assert said == ["合同于 2019-05-20 终止：2019-05-20 解聘通知到达，当时没有规定通知期，到达时解除"]
    (said_later,) = figures(analysed(tmp_path, early + "  - {id: dismissal_named_day, value: 2019-06-15}\n"))
    assert said_later.startswith("合同于 2019-06-15 终止")
    # what was agreed binds: thirty days from 20 May 2019 is Wednesday, 19 June
    (said_agreed,) = figures(analysed(tmp_path, early + "  - {id: agreed_notice_days, value: 30}\n"))
    assert said_agreed == "合同于 2019-06-19 终止：2019-05-20 解聘通知到达，通知期依约定"


HANDOVER = """\
on: 2026-11-20
place: 江苏省南通市
parties: [{id: d, name: 业主大会, role: owners_assembly}, {id: w, name: 安居物业, role: outgoing_provider}]
claims: [{by: d, against: [w], claim: handover.refusal}]
facts:
  - {id: dismissed_by_decision, value: true, evidence: [决定]}
  - {id: notice_given, value: true, evidence: [送达回证]}
  - {id: not_handed_over, value: true}
  - {id: handover_refused, value: true, evidence: [回函]}
"""


def test_a_handover_after_a_dismissal_from_before_the_code_rests_on_the_law_of_that_vote(tmp_path: Path) -> None:
    def ended(year: int) -> set[str]:
        days = f"decision_date, value: {year}-05-10}}\n  - {{id: dismissal_notice_date, value: {year}-05-20"
        analysis = analysed(tmp_path, HANDOVER + f"  - {{id: {days}}}\n")
        assert result_in_words(analysis.claims[0]).startswith(
            "请求成立（照所填的；还要问清“解聘的决定、通知写明的终止日”"
        )
        (element,) = [one for one in analysis.claims[0].elements if one.id == "ended"]
        return {str(at) for at in element.basis}

    code, older = {"民法典/278/2", "民法典/946/1"}, {"物权法/76", "合同法/96"}
    assert code <= ended(2023)
    assert not older & ended(2023)
    assert older <= ended(2019)
    assert not code & ended(2019)
