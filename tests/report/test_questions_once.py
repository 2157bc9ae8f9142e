"""A question that several combinations share is printed once, and then what each combination leads to."""

from __future__ import annotations

from propertylaw.model import Question, Result, Scenario
from propertylaw.report.questions import _block, _together
from propertylaw.report.terminal import page


def question(*ids: str) -> Question:
    return Question(
        ids=ids,
        questions=tuple(f"问{id}？" for id in ids),
        claim="neighbours.leak",
        respondent="b",
        purpose="result",
        outcomes=(Scenario(given=dict.fromkeys(ids, "是"), result=Result.SUPPORTED),),
    )


def test_combinations_that_share_a_question_stand_in_one_block() -> None:
    (alone,), both, (apart,) = _together(
        [question("甲"), question("甲", "乙"), question("丁", "戊"), question("甲", "丙")]
    )
    assert (alone.ids, apart.ids) == (("甲",), ("丁", "戊"))
    text = page(lambda console: console.print(_block(both, set())))
    assert text.count("问甲？") == 1
    assert "第1问答“是”；第2问答“是” → 请求成立" in text
    assert "第1问答“是”；第3问答“是” → 请求成立" in text
