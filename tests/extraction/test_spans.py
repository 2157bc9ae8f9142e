"""Whatever the text, every span lies in it and every action is a run of it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from norms_of import source_of

from propertylaw.extraction import extract
from propertylaw.structure import outline

WORDS = """
业主 物业服务人 业主委员会 物业主管部门 有关部门 公安、 应当 不得 可以 由 的 ， 。 ； ： （一） （二） “ ” （ ）
《 》 等
有下列行为之一 责令改正 处一千元以上三千元以下罚款 逾期不改正 违反本条例 规定 自收到之日起 十五日内 前款 第二条 公布
清洗水箱 费用 属于 共有 除 外 但是 除外 未经 同意 会同 并 因 而 提前 至少 每季度首月十日前 每日万分之五 百分之 x １
"""


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), min_size=1, max_size=60), st.booleans())
def test_spans_lie_in_the_text_and_actions_are_runs_of_it(words: list[str], agreed: bool) -> None:
    head = "桂园小区物业服务合同\n\n甲方：桂园小区业主委员会\n\n" if agreed else "桂州市物业管理条例\n\n"
    source = source_of(f"{head}第一条　{''.join(words)}\n\n第二条　业主应当交费。\n")
    norms = extract(source, outline(source))
    assert norms == extract(source, outline(source))
    assert len({norm.id for norm in norms}) == len(norms)
    for norm in norms:
        assert norm.action
        assert norm.action in source.text
        for said in (norm.condition, norm.exception, norm.deadline_text, norm.bearer_text):
            assert said is None or said in source.text
        spans = [norm.text_span, *(q.text_span for q in norm.quantities), *(c.text_span for c in norm.cites)]
        for start, end in filter(None, spans):
            assert 0 <= start < end <= len(source.text)
        assert all(source.text[slice(*q.text_span)] == q.text for q in norm.quantities)
        assert all(c.text_span is None or source.text[slice(*c.text_span)] == c.text for c in norm.cites)
        assert 0 <= norm.confidence <= 1
