"""References to provisions and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Locator
from propertylaw.structure import cite, find_citations

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
        ("民法典第二编第六章", None, ["民法典"]),
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
        ("条例第四十八第一款", HERE, "疑有笔误"),
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
