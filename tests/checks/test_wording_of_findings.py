"""What a finding says is no more than what the texts say."""

from __future__ import annotations

from propertylaw.checks import lint
from propertylaw.model import Diagnostic, Source
from propertylaw.structure import outline


def found(code: str, *texts: str) -> Diagnostic:
    sources = [Source(name=text.partition("\n")[0], format="txt", text=text) for text in texts]
    return next(one for one in lint([(source, outline(source)) for source in sources]) if one.code == code)


def test_an_article_cited_without_a_paragraph_is_given_back_without_one() -> None:
    head = "江苏省物业管理条例\n（2022年1月13日江苏省人民代表大会常务委员会通过）\n"
    one = found("CIT003", f"{head}第一条　有《民事诉讼法》第二百零七条第四项情形的，告知当事人。")

    assert "第二百一十一条第四项" in one.message
    assert "款" not in one.message + one.advice


def test_a_paragraph_that_is_cited_stays() -> None:
    head = "江苏省物业管理条例\n（2022年1月13日江苏省人民代表大会常务委员会通过）\n"
    one = found("CIT003", f"{head}第一条　有《民事诉讼法》第二百零七条第一款情形的，告知当事人。")

    assert "第二百一十一条第一款" in one.advice


def test_only_local_texts_are_told_to_look_at_what_localities_may_rule() -> None:
    article = "第一条　业主委员会应当与物业服务人签订物业服务合同。"

    assert "地方" in found("GAP010", f"南京市物业管理条例\n{article}").advice
    assert "地方" not in found("GAP010", f"物业管理条例\n{article}").advice


def test_fines_that_differ_say_what_is_the_same_and_ask_to_compare() -> None:
    act = "物业服务企业未按照规定公示收费标准的，由住房城乡建设主管部门处五千元以上"
    one = found(
        "CNF002",
        f"江苏省物业管理条例\n第一条　{act}一万元以下罚款。",
        f"南京市物业管理条例\n第一条　{act}三万元以下罚款。",
    )

    assert "写法相近" in one.message
    assert "同一行为，罚款" not in one.message
    assert "对照" in one.advice
