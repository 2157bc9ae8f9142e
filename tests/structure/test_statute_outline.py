"""Outlines of texts of the state."""

from __future__ import annotations

from outlines import outlined, shape

STATUTE = """# 甲市物业管理条例

2021年1月1日 甲市人民代表大会常务委员会通过

<!-- INFO END -->

## 第一章　总　则

第一条 为了规范物业管理，制定本条例。

第二条 本条例所称业主，是指房屋的所有权人。

业主享有下列权利：

（一）表决；

(二)查阅下列资料：

1.账目；

2.合同；

（三）监督。

业主应当履行义务。

## 第二章 罚则

### 第一节 一般规定

第三条 有下列行为的，责令改正：

（一）占用通道的；

（二）拒绝移交的。
"""


def test_articles_own_paragraphs_and_paragraphs_own_items() -> None:
    assert shape(outlined(STATUTE)) == [("第一条", [0]), ("第二条", [0, 3, 0]), ("第三条", [2])]


def test_digits_below_an_item_are_sub_items() -> None:
    item = outlined(STATUTE).articles[1].paragraphs[1].items[1]
    assert [(sub.label, str(sub.locator)) for sub in item.sub_items] == [
        ("1.", "doc:样本/2/2/2/1"),
        ("2.", "doc:样本/2/2/2/2"),
    ]


def test_spans_leave_out_the_printed_number() -> None:
    article = outlined(STATUTE).articles[2]
    paragraph = article.paragraphs[0]
    assert STATUTE[slice(*article.text_span)].startswith("有下列行为的")
    assert STATUTE[slice(*paragraph.lead_span)] == "有下列行为的，责令改正："
    assert STATUTE[slice(*paragraph.items[1].text_span)] == "拒绝移交的。"
    assert paragraph.text_span[1] == paragraph.items[1].text_span[1]


def test_divisions_keep_their_rank_and_lose_their_padding() -> None:
    result = outlined(STATUTE)
    assert [(d.level, d.label, d.heading) for d in result.divisions] == [
        ("chapter", "第一章", "总则"),
        ("chapter", "第二章", "罚则"),
        ("section", "第一节", "一般规定"),
    ]
    assert result.articles[2].divisions == ("第二章", "第一节")


def test_comments_and_history_are_unplaced() -> None:
    (head,) = outlined(STATUTE).unplaced
    assert STATUTE[slice(*head)].startswith("# 甲市")
    assert STATUTE[slice(*head)].endswith("<!-- INFO END -->")


def test_a_sound_text_has_no_diagnostics() -> None:
    assert outlined(STATUTE).diagnostics == ()


def test_a_known_title_gives_the_instrument_of_the_catalogue() -> None:
    text = "# 中华人民共和国民法典\n\n# 合同编\n\n第四百六十三条 本编调整因合同产生的民事关系。\n"
    result = outlined(text, name="民法典-合同编")
    assert (result.instrument, result.title, result.kind) == ("民法典", "中华人民共和国民法典", "statute")
    assert result.divisions[0].heading == "合同编"
    assert str(result.articles[0].locator) == "民法典/463"


def test_a_title_over_several_lines_of_the_text_does_not_hide_the_one_above() -> None:
    text = "# 最高人民法院关于审理物业服务纠纷案件适用法律若干问题的解释\n\n第一条 业主应当。\n"
    assert outlined(text).instrument == "物业服务解释"


def test_a_sentence_broken_by_the_margin_is_one_paragraph() -> None:
    text = (
        "# 甲市条例\n第一条 业主大会筹备组应当自成立之日起三十日内完成下列筹备工作并且向全体\n"
        "业主公告：\n（一）确定首次业主大会会议召开的时间、地点、形式和\n内容；\n（二）其他。\n"
    )
    result = outlined(text)
    assert shape(result) == [("第一条", [2])]
    assert text[slice(*result.articles[0].paragraphs[0].items[0].text_span)].endswith("内容；")


def test_a_broken_line_that_begins_like_an_article_stays_in_its_sentence() -> None:
    text = (
        "# 甲市条例\n第一条 物业服务人违反规定的，由城市管理部门依照本条例\n第五条 规定处罚。\n"
        "第二条 自公布之日起施行。\n"
    )
    assert [article.number for article in outlined(text).articles] == [1, 2]


def test_a_number_alone_on_its_line_takes_the_next_line() -> None:
    text = "# 甲市条例\n第一条\n业主应当：\n（一）\n交费；\n（二）守约。\n"
    result = outlined(text)
    assert shape(result) == [("第一条", [2])]
    assert text[slice(*result.articles[0].paragraphs[0].items[0].text_span)] == "交费；"


def test_a_heading_that_lost_its_number_is_still_a_division() -> None:
    text = "# 甲市条例\n## 第一章 总则\n第一条 甲。\n物业管理区域\n第二条 乙。\n## 第三章 罚则\n第三条 丙。\n"
    result = outlined(text)
    assert [(d.level, d.heading) for d in result.divisions][1] == ("chapter", "物业管理区域")
    assert shape(result) == [("第一条", [0]), ("第二条", [0]), ("第三条", [0])]


def test_headings_of_an_interpretation_are_divisions_and_its_contents_are_not() -> None:
    text = (
        "# 甲规定\n## 一、管辖\n## 二、回避\n根据法律，制定本规定。\n## 一、管辖\n第一条 甲。\n"
        "## 二、回避\n第二条 乙。\n"
    )
    result = outlined(text)
    assert [d.heading for d in result.divisions] == ["管辖", "回避"]
    assert [a.divisions for a in result.articles] == [("一、",), ("二、",)]


def test_an_annex_after_the_last_article_is_unplaced() -> None:
    text = "# 甲市条例\n第一条 甲。\n第二条 乙。\n附件：收费标准表\n一、高层\n"
    result = outlined(text)
    assert shape(result)[-1] == ("第二条", [0])
    assert text[slice(*result.unplaced[-1])].startswith("附件")


def test_headings_in_brackets_belong_to_the_article() -> None:
    article = outlined("# 甲市条例\n第一条 【立法目的】为了规范。\n").articles[0]
    assert article.heading == "立法目的"
    assert article.paragraphs[0].text_span[0] > article.text_span[0]


def test_gaps_and_repetitions_are_reported_with_their_place() -> None:
    text = "# 甲市条例\n第一条 甲。\n第三条 乙。\n第三条 丙。\n第二条 丁：\n（一）戊；\n（三）己。\n"
    found = [(d.code, str(d.locator)) for d in outlined(text).diagnostics]
    assert found == [
        ("STR001", "doc:样本/3"),
        ("STR002", "doc:样本/3"),
        ("STR004", "doc:样本/2"),
        ("STR005", "doc:样本/2/1"),
    ]


def test_gaps_of_an_excerpt_and_many_gaps_are_told_once() -> None:
    excerpt = outlined("# 甲苑物业服务合同（节录）\n第一条 甲。\n第四条 乙。\n第九条 丙。\n").diagnostics
    assert [d.code for d in excerpt] == ["STR001"]
    assert "节录" in excerpt[0].message
    assert "共 2 处" in excerpt[0].message
    many = outlined("# 甲市条例\n第一条 甲。\n第四条 乙。\n第九条 丙。\n第二十条 丁。\n").diagnostics
    assert [(d.code, "共 3 处" in d.message) for d in many] == [("STR001", True)]
    few = outlined("# 甲市条例\n第一条 甲。\n第四条 乙。\n第九条 丙。\n").diagnostics
    assert [d.code for d in few] == ["STR001", "STR001"]


def test_items_are_counted_as_they_are_printed_where_one_is_missing() -> None:
    (article,) = outlined("# 甲市条例\n第一条 丁：\n（一）戊；\n（三）己；\n（四）庚。\n").articles
    assert [item.number for item in article.paragraphs[0].items] == [1, 3, 4]


def test_a_list_whose_first_item_lost_its_number_hangs_below_its_lead_in_and_is_reported() -> None:
    result = outlined("# 甲市条例\n第一条 有下列情形之一的，处罚：\n卖给外人的；\n（二）不公布的；\n（三）只卖的。\n")
    assert shape(result) == [("第一条", [3])]
    assert [item.label for item in result.articles[0].paragraphs[0].items] == ["", "（二）", "（三）"]
    assert [d.code for d in result.diagnostics] == ["STR005"]


def test_a_paragraph_of_its_own_is_no_lost_item() -> None:
    text = "# 甲市条例\n第一条 下列事项：\n（一）甲；\n（二）乙。\n另有约定的除外。\n"
    assert shape(outlined(text)) == [("第一条", [2, 0])]


def test_a_text_without_numbers_is_unplaced_and_says_so() -> None:
    result = outlined("通知\n各位业主：请缴费。\n")
    assert result.articles == ()
    assert [d.code for d in result.diagnostics] == ["STR003"]
    assert len(result.unplaced) == 1
