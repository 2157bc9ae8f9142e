"""Of the questions of a claim those that decide stand once each, what settles most first; no answer is left out."""

from __future__ import annotations

from datetime import date

from rich.console import Group

from propertylaw.model import Analysis, Argument, Question, Result, Scenario
from propertylaw.report.deciding_answers import Way, by_what_they_settle, ways_of
from propertylaw.report.objects import analysis_json
from propertylaw.report.questions import further_blocks, question_blocks
from propertylaw.report.terminal import page

ANSWERED = ("harm_to_person", "warned_repeatedly", "standard_term", "gross_fault_loss")


def question(*outcomes: tuple[dict[str, str], Result]) -> Question:
    ids = tuple(dict.fromkeys(id for given, _ in outcomes for id in given))
    return Question(
        ids=ids,
        questions=tuple(f"问{id}？" for id in ids),
        claim="contract.void_exemption",
        respondent="b",
        purpose="result",
        outcomes=tuple(Scenario(given=given, result=result) for given, result in outcomes),
    )


def analysis(*questions: Question) -> Analysis:
    finding = {
        "id": "contract.void_exemption",
        "title": "免责条款无效",
        "claimant": "a",
        "respondent": "b",
        "result": "depends",
        "settled": False,
        "elements": (),
        "defences": (),
        "basis": (),
    }
    return Analysis.model_validate(
        {
            "on": str(date(2026, 3, 19)),
            "place": "上海市",
            "names": {"a": "魏某", "b": "甲物业"},
            "claims": (finding,),
            "parties": (),
            "decisive": questions,
            "argument": Argument(says="本案", kind="whole"),
        }
    )


def shown(told: Analysis) -> str:
    return page(lambda console: console.print(Group(*question_blocks(told))))


ALONE = [question(({id: "是"}, Result.SUPPORTED)) for id in ANSWERED[:3]]
ALL_NO = question((dict.fromkeys(ANSWERED, "否"), Result.NOT_SUPPORTED))


def test_a_question_asked_singly_and_in_combination_is_printed_once_and_answers_are_told_in_words() -> None:
    text = shown(analysis(*ALONE, ALL_NO))
    for id in ANSWERED:
        assert text.count(f"问{id}？") == 1
    assert text.index("问standard_term？") < text.index("问gross_fault_loss？")
    words = "".join(text.split())
    assert "伤到了人：否；多次提醒过而完全不理：否；" in words
    assert words.count("→请求不成立") == 1


def test_of_a_whole_table_only_the_answers_that_suffice_are_told() -> None:
    rows = [
        ({"甲": first, "乙": second}, Result.SUPPORTED if "是" in (first, second) else Result.NOT_SUPPORTED)
        for first in ("是", "否")
        for second in ("是", "否")
    ]
    assert ways_of([question(*rows)]) == [
        Way({"甲": "是"}, Result.SUPPORTED),
        Way({"乙": "是"}, Result.SUPPORTED),
        Way({"甲": "否", "乙": "否"}, Result.NOT_SUPPORTED),
    ]


def test_what_settles_a_claim_with_either_answer_comes_before_what_settles_it_with_one() -> None:
    yes, no = Result.SUPPORTED, Result.NOT_SUPPORTED
    ways = [Way({"甲": "是"}, yes), Way({"乙": "是"}, yes), Way({"乙": "否"}, no), Way({"丙": "是", "甲": "否"}, no)]
    assert by_what_they_settle(ways) == ["乙", "甲", "丙"]


def test_what_is_only_counted_stands_at_the_end_of_a_page_to_print_and_in_the_objects() -> None:
    many = [question(({"甲": "否", f"丁{n}": "否"}, Result.NOT_SUPPORTED)) for n in range(9)]
    told = analysis(*many)
    assert "另有 5 个问题、5 种答法" in shown(told)
    more = page(lambda console: console.print(Group(*further_blocks(told))))
    assert more.count(" → 请求不成立") == 9
    assert all(f"问丁{n}？" in more for n in range(4, 9))
    assert analysis_json(told).count('"not_supported"') == 9
    assert not list(further_blocks(analysis(*ALONE)))


def test_a_question_whose_answers_lead_to_the_same_is_for_the_sum() -> None:
    text = shown(analysis(question(({"甲": "是"}, Result.PARTLY_SUPPORTED), ({"甲": "否"}, Result.PARTLY_SUPPORTED))))
    assert "[算金额] 问甲？" in text
    assert "→" not in text
