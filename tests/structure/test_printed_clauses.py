"""Clauses of a contract are cited by the numbers that they print."""

from __future__ import annotations

from propertylaw.model import Locator
from propertylaw.reading import read_text
from propertylaw.structure import cite, outline
from propertylaw.structure.printed_clauses import printed_clauses

PARTIES = "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n"


def cited(text: str) -> list[str]:
    """How the clauses of a text are cited, in order."""
    found = outline(read_text(text, "合同"))
    return [cite(article.locator, printed=printed_clauses(found)) for article in found.articles]


def test_numbers_left_out_stay_left_out() -> None:
    assert cited(f"{PARTIES}第一条 甲。\n\n第五条 乙。\n\n第十二条 丙。\n") == ["第一条", "第五条", "第十二条"]


def test_a_number_that_each_chapter_uses_anew_stands_behind_its_chapter() -> None:
    text = f"{PARTIES}第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n第二章 费用\n\n第一条 丙。\n"
    assert cited(text) == ["第一章第一条", "第二条", "第二章第一条"]


def test_clauses_counted_in_figures_are_cited_by_them() -> None:
    assert cited(f"{PARTIES}一、甲。\n\n二、乙。\n\n四、丙。\n") == ["第一条", "第二条", "第四条"]


def test_an_annex_has_its_own_numbers() -> None:
    text = f"{PARTIES}第一条 甲。\n\n第三条 乙。\n\n附件一 服务标准\n\n第一条 丙。\n\n第四条 丁。\n"
    printed = printed_clauses(outline(read_text(text, "合同")))
    place = Locator(instrument="doc:合同", annex=1, article=2, paragraph=1)
    assert cite(place, printed=printed) == "附件一第四条第一款"


def test_decimal_numbers_within_a_clause_are_cited_as_printed() -> None:
    text = f"{PARTIES}第十二条 费用\n\n12.1 甲。\n\n12.2 乙：\n\n（1）丙；\n\n（2）丁。\n"
    printed = printed_clauses(outline(read_text(text, "合同")))
    first = Locator(instrument="doc:合同", article=1, paragraph=1, item=1)
    within = Locator(instrument="doc:合同", article=1, paragraph=1, item=2, sub_item=2)
    assert [cite(one, printed=printed) for one in (first, within)] == ["第12.1条", "第12.2条第二项"]


def test_a_statute_carries_its_own_numbers() -> None:
    text = "# 某市物业管理条例\n\n第一条 为了规范物业管理，制定本条例。\n\n第三条 业主应当按时交纳物业服务费。\n"
    assert printed_clauses(outline(read_text(text, "某市物业管理条例"))) == {}
