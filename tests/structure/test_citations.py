"""References to provisions and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Locator, Source
from propertylaw.structure import citations, cite, find_citations, outline

HERE = "物业管理条例/44/2"


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("依照本条例第三十四条第四项处理", "本条例第三十四条第四项", ["物业管理条例/34/1/4"]),
        ("违反第三十六条第一款的", "第三十六条第一款", ["物业管理条例/36/1"]),
        ("民法典第二百七十八条第一款第（九）项", None, ["民法典/278/1/9"]),
        ("《中华人民共和国民法典》第九百四十四条第三款", None, ["民法典/944/3"]),
        ("《民法典》第944条", None, ["民法典/944"]),
        ("前款规定的期限", "前款", ["物业管理条例/44/1"]),
        ("前款第六项至第八项", None, ["物业管理条例/44/1/6", "物业管理条例/44/1/7", "物业管理条例/44/1/8"]),
        ("前条规定", "前条", ["物业管理条例/43"]),
        ("前两条规定", "前两条", ["物业管理条例/42", "物业管理条例/43"]),
        ("本条第一款、第三款", None, ["物业管理条例/44/1", "物业管理条例/44/3"]),
        ("第一项规定的行为", "第一项", ["物业管理条例/44/2/1"]),
        ("第（一）、（三）项规定", "第（一）、（三）项", ["物业管理条例/44/2/1", "物业管理条例/44/2/3"]),
        ("第三条至第五条", None, ["物业管理条例/3", "物业管理条例/4", "物业管理条例/5"]),
        ("第三至五条", None, ["物业管理条例/3", "物业管理条例/4", "物业管理条例/5"]),
        ("第三条、第七条第二款", None, ["物业管理条例/3", "物业管理条例/7/2"]),
        ("第三十四条第二项、第三项", None, ["物业管理条例/34/1/2", "物业管理条例/34/1/3"]),
        ("未达到第八条约定的要求", "第八条", ["物业管理条例/8"]),
        ("本条例第七条约定", "本条例第七条", ["物业管理条例/7"]),
        ("依照《山东省物业管理条例》执行", "《山东省物业管理条例》", ["山东省物业管理条例"]),
        ("第 三 条 第 二 款", None, ["物业管理条例/3/2"]),
        (
            "《最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释》第七条",
            None,
            ["仲裁法解释/7"],
        ),
    ],
)
def test_references_are_resolved(text: str, words: str | None, targets: list[str]) -> None:
    (found,) = find_citations(text, Locator.parse(HERE))
    assert found.text == (words or text)
    assert [str(target) for target in found.targets] == targets
    assert found.text_span is not None
    assert text[slice(*found.text_span)] == found.text


@pytest.mark.parametrize(
    ("text", "here", "reason"),
    [
        ("依照《公司法》第三条", HERE, "目录中没有"),
        ("依照公司法第三条", HERE, "目录中没有“公司法”"),
        ("江苏省物业管理条例第三条", HERE, "目录中没有“江苏省物业管理条例”"),
        ("前款规定", "物业管理条例/44/1", "之前没有"),
        ("前款规定", "物业管理条例/44", "不知道"),
        ("民法典第二编第六章", HERE, "手头没有"),
        ("《民法典》第三款", HERE, "没有写明是哪一条"),
    ],
)
def test_what_cannot_be_resolved_says_why(text: str, here: str, reason: str) -> None:
    (found,) = find_citations(text, Locator.parse(here))
    assert found.targets == ()
    assert reason in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "提前条件",
        "目前款项",
        "第三人",
        "第三方",
        "第一条件",
        "第三项服务",
        "以下简称《条例》",
        "《加入书》",
        "本条所称业主",
        "该项权利",
    ],
)
def test_words_that_only_look_like_a_reference_are_left_alone(text: str) -> None:
    assert find_citations(text, Locator.parse(HERE)) == ()


def test_a_clause_of_a_contract_is_cited_by_its_number() -> None:
    here = Locator.parse("doc:合同/19/1")
    own, bare, code = find_citations("本合同第七条第二款、依照第八条，但民法典第五百八十五条除外", here)
    assert [str(c.targets[0]) for c in (own, bare, code)] == ["doc:合同/7/2", "doc:合同/8", "民法典/585"]


def test_the_paragraph_just_cited_is_meant_by_that_paragraph() -> None:
    found = find_citations("违反第三条第二款的，依照该款规定", Locator.parse(HERE))
    assert [str(c.targets[0]) for c in found] == ["物业管理条例/3/2", "物业管理条例/3/2"]


def test_the_version_of_the_own_instrument_is_kept_and_of_no_other() -> None:
    here = Locator.parse("上海市住宅物业管理规定@2018-11-22/18/1")
    own, other = find_citations("本规定第三条，民法典第四条", here)
    assert str(own.targets[0]) == "上海市住宅物业管理规定@2018-11-22/3"
    assert str(other.targets[0]) == "民法典/4"


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("民法典/944/3", "《民法典》第九百四十四条第三款"),
        ("民法典/278/1/5", "《民法典》第二百七十八条第一款第五项"),
        ("民法典", "《民法典》"),
    ],
)
def test_locators_are_printed_as_lawyers_write_them(locator: str, printed: str) -> None:
    assert cite(Locator.parse(locator), "民法典") == printed


@given(
    st.integers(min_value=1, max_value=1260),
    st.integers(min_value=1, max_value=20),
    st.integers(min_value=1, max_value=30),
)
def test_a_printed_locator_is_read_back(article: int, paragraph: int, item: int) -> None:
    locator = Locator(instrument="民法典", article=article, paragraph=paragraph, item=item)
    (found,) = find_citations(cite(locator, "民法典"), Locator.parse(HERE))
    assert found.targets == (locator,)


@given(st.text(alphabet="第一二三十百前本该条款项目法、至和（）《》民法典规定的 \n", max_size=60))
def test_looking_for_references_never_fails_and_never_invents_words(text: str) -> None:
    for found in find_citations(text, Locator.parse(HERE)):
        assert found.text_span is not None
        assert text[slice(*found.text_span)] == found.text
        assert bool(found.targets) != bool(found.reason)


RULES = """阳光花园业主大会议事规则
第一章 总则
第一条 根据《中华人民共和国民法典》（以下简称《法典》），制定本规则。
第二条 费用：
（一）甲；
（二）乙。
第二章 会议
第三条 依照《法典》第九百四十四条办理。
第四条 本章没有规定的，适用第二条第二项；违反前款规定的，从其规定。
第五条 依照第九条、第二条第四项、附件一和管理规约第一条。
附件一 表决票
"""
COVENANT = "阳光花园管理规约\n第一条 业主应当守约。\n第二条 完。"


def _cited(text: str, *others: str) -> dict[str, list[str]]:
    sources = [
        Source(name=name, format="txt", text=words) for name, words in zip("甲乙丙", (text, *others), strict=False)
    ]
    own, *beside = [outline(source) for source in sources]
    return {c.text: [str(t) for t in c.targets] or [c.reason] for c in citations(sources[0], own, beside)}


def test_a_whole_text_resolves_its_own_chapters_names_and_annexes() -> None:
    found = _cited(RULES, COVENANT)
    assert found["《法典》第九百四十四条"] == ["民法典/944"]
    assert found["本章"] == ["doc:甲/3", "doc:甲/4", "doc:甲/5"]
    assert found["第二条第二项"] == ["doc:甲/2/1/2"]
    assert found["附件一"] == ["doc:甲/附件1"]
    assert found["管理规约第一条"] == ["doc:乙/1"]


def test_what_does_not_exist_is_told() -> None:
    found = _cited(RULES)
    assert found["第九条、第二条第四项"] == ["只有五条"]
    assert found["前款"] == ["所在的款之前没有“前款”"]
    assert found["管理规约第一条"] == ["目录中没有“管理规约”，无法核对"]
    assert _cited("规则\n第一条 依照第二条第四项。\n第二条 费用：\n（一）甲；\n（二）乙。")["第二条第四项"] == [
        "该款只有二项"
    ]


def test_an_item_stands_in_the_only_paragraph_that_has_a_list() -> None:
    text = "管理规约\n第一条 甲。\n有下列情形的除外：\n（一）乙；\n（二）丙。\n第二条 依照第一条第二项。"
    assert _cited(text)["第一条第二项"] == ["doc:甲/1/2/2"]


def test_clauses_are_cited_by_the_number_that_is_printed() -> None:
    text = "服务合同\n第一部分 总则\n1、甲。\n2、乙。\n第二部分 费用\n1、按本合同第2条。\n2、丙。"
    assert _cited(text)["本合同第2条"] == ["doc:甲/4"]
    gap = "服务合同\n第一条 甲。\n第三条 乙。\n第四条 依照第三条。"
    assert _cited(gap)["第三条"] == ["doc:甲/2"]


def test_decimal_numbers_lead_to_their_clause() -> None:
    text = "服务合同\n一、服务\n1.1 保洁。\n1.2 绿化。\n二、费用\n2.1 违反本合同第1.2条，退还第9.9条费用，单价1.5元。"
    assert _cited(text) == {"本合同第1.2条": ["doc:甲/1/1/2"], "第9.9条": ["文件里没有这个编号"]}


def test_a_text_at_hand_in_another_version_casts_doubt_and_no_more() -> None:
    code = "中华人民共和国民事诉讼法\n第一条 只有一款。\n第二条 本法自公布之日起施行。"
    words = "规约\n第一条 依照民事诉讼法第一条第二款办理。"
    sources = [Source(name=name, format="txt", text=text) for name, text in (("甲", words), ("乙", code))]
    (found,) = citations(sources[0], outline(sources[0]), [outline(sources[1])])
    assert [str(target) for target in found.targets] == ["民事诉讼法/1/2"]
    assert "另一版本" in found.reason


def test_an_article_inserted_later_has_a_place_of_its_own() -> None:
    text = "云溪市条例\n第三条 甲。\n第三条之一 乙。\n第四条 依照第三条之一第一款。"
    result = outline(Source(name="甲", format="txt", text=text))
    assert [str(a.locator) for a in result.articles] == ["doc:甲/3", "doc:甲/3-1", "doc:甲/4"]
    assert _cited(text)["第三条之一第一款"] == ["doc:甲/3-1/1"]
    assert cite(Locator.parse("刑法/287-1/2"), "刑法") == "《刑法》第二百八十七条之一第二款"


def test_the_title_the_history_and_the_titles_of_annexes_cite_nothing() -> None:
    text = "云溪市条例\n根据2021年9月30日《关于修改〈云溪市条例〉的决定》修正\n第一条 甲。"
    assert _cited(text) == {}
    assert "附件一" not in _cited("规约\n第一条 甲。\n附件一 表")


def test_a_second_violation_in_a_sentence_goes_on_with_the_article_of_the_first() -> None:
    words = "违反第三十六条第一款第二项规定的，由甲处理；违反第一款第三项规定的，由乙处理。违反第一款的，由丙处理"
    found = find_citations(words, Locator.parse("物业管理条例/52/2"))
    assert [str(c.targets[0]) for c in found] == ["物业管理条例/36/1/2", "物业管理条例/36/1/3", "物业管理条例/52/1"]


def test_a_part_is_found_by_its_name_where_its_file_has_no_number() -> None:
    chapters = "## 第一章 甲\n第二百零五条 甲。\n## 第二章 乙\n第二百零六条 乙。\n第二百零七条 丙。"
    part = f"中华人民共和国民法典\n# 物权编\n{chapters}"
    assert _cited("规约\n第一条 依照民法典第二编第二章。", part)["民法典第二编第二章"] == ["民法典/206", "民法典/207"]


def test_what_a_list_without_numbers_holds_belongs_to_its_lead_in() -> None:
    lines = [
        "禁止下列行为：",
        "拆改承重结构；",
        "堵塞通道。",
        "有前款所列行为的，应当劝阻。",
        "前款规定的劝阻无效的，应当报告。",
    ]
    text = Source(name="样本", format="md", text="物业服务合同\n第一条 " + "\n".join(lines))
    assert [str(one.targets[0]) for one in citations(text, outline(text))] == ["doc:样本/1/1", "doc:样本/1/4"]


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("治安管理处罚法的有关规定", {"治安管理处罚法": ["治安管理处罚法"]}),
        ("民法典关于时效的规定", {"民法典": ["民法典"]}),
        ("消防法律、法规", {}),
        ("民法典第九条", {"民法典第九条": ["民法典/9"]}),
    ],
)
def test_a_law_applied_as_a_whole_needs_no_title_marks(words: str, cited: dict[str, list[str]]) -> None:
    assert _cited(f"示例条例\n第一条 甲。\n第二条 依照{words}处理。") == cited


def test_divisions_within_the_own_part_are_found_by_number_and_by_name() -> None:
    text = (
        "示例法\n第一编 总则\n第一章 一般规定\n第一条 甲。\n第二章 人\n第二条 乙。\n"
        "第二编 合同\n第一分编 通则\n第三条 丙。\n"
        "第二分编 其他\n第四条 适用本编通则的规定。\n第五条 适用本编第一分编。"
    )
    assert _cited(text) == {"本编通则": ["doc:甲/3"], "本编第一分编": ["doc:甲/3"]}


def test_a_contract_names_itself_and_its_annexes_by_their_titles() -> None:
    text = (
        "甲苑物业服务合同\n一、以《甲苑加入书》上签名的为准。\n二、乙。\n"
        "附件一 甲苑加入书\n本人同意《甲苑物业服务合同》。"
    )
    assert _cited(text) == {"《甲苑加入书》": ["doc:甲/附件1"], "《甲苑物业服务合同》": ["doc:甲"]}


def test_a_forgotten_unit_is_read_and_told() -> None:
    (found,) = find_citations("违反本条例第四十八第一款的规定", Locator.parse(HERE))
    assert (found.text, list(map(str, found.targets))) == ("本条例第四十八第一款", ["物业管理条例/48/1"])
    assert "缺少“条”字" in found.reason


def test_a_list_whose_first_number_was_lost_belongs_to_its_lead_in() -> None:
    text = "示例条例\n第一条 不得有下列行为：\n损坏；\n（二）占用；\n（三）堆放。\n发现前款行为的，应当劝阻。"
    assert _cited(text) == {"前款": ["doc:甲/1/1"]}


def test_a_clause_that_the_numbering_leaves_out_is_said_to_be_missing() -> None:
    text = "甲苑物业服务合同\n第一条 甲。\n第二条 乙。\n第四条 按第三条执行。\n第五条 按第九条执行。"
    assert _cited(text) == {"第三条": ["文件里没有第三条"], "第九条": ["只有四条"]}
