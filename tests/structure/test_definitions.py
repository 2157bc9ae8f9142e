"""Terms that a text defines itself."""

from __future__ import annotations

import pytest
from outlines import outlined

from propertylaw.structure.contract_parties import party_definitions
from propertylaw.structure.definitions import definitions


@pytest.mark.parametrize(
    ("text", "term", "meaning", "kind"),
    [
        ("本条例所称业主，是指房屋的所有权人。", "业主", "房屋的所有权人", "definition"),
        ("本规定所称物业管理是指自行管理。", "物业管理", "自行管理", "definition"),
        (
            "本条例所称物业服务人，包括物业服务企业和其他管理人。",
            "物业服务人",
            "物业服务企业和其他管理人",
            "definition",
        ),
        ("（三）公共收益，是指扣除成本后的余额；", "公共收益", "扣除成本后的余额", "definition"),
        ("民法典第三条规定的必要费用，是指检修费。", "必要费用", "检修费", "definition"),
        ("第四条 房产主管部门（以下称物业主管部门）负责。", "物业主管部门", "房产主管部门", "abbreviation"),
        (
            "共用设施设备专项维修资金(以下简称专项维修资金)的管理",
            "专项维修资金",
            "共用设施设备专项维修资金",
            "abbreviation",
        ),
        ("某某公司（以下简称“公司”）", "公司", "某某公司", "abbreviation"),
        ("乙方（物业服务企业，以下也称“本公司”）：某某", "本公司", "乙方", "abbreviation"),
    ],
)
def test_definitions_are_found(text: str, term: str, meaning: str, kind: str) -> None:
    (found,) = definitions(text)
    assert (found.term, found.meaning, found.kind) == (term, meaning, kind)
    assert text[slice(*found.text_span)].startswith(term)


@pytest.mark.parametrize("text", ["业主应当接受指导。", "本条例所称指导规则", "以下事项由业主决定"])
def test_other_sentences_define_nothing(text: str) -> None:
    assert definitions(text) == ()


def test_parties_carry_their_names_and_the_words_in_brackets() -> None:
    found = party_definitions("甲方（委托方）：某某业委会\n乙方：某某公司\n甲方（盖章）：\n丙方：\n")
    assert [(d.term, d.meaning, d.kind) for d in found] == [
        ("甲方", "某某业委会（委托方）", "party"),
        ("乙方", "某某公司", "party"),
    ]


@pytest.mark.parametrize("role", ["甲方", "以下简称甲方"])
def test_a_party_in_brackets_after_its_role_is_known_by_both(role: str) -> None:
    found = party_definitions(f"委托方（{role}）：某某业委会\n物业服务企业（乙方）：某某公司\n")
    assert {d.term: d.meaning.partition("（")[0] for d in found} == {
        "委托方": "某某业委会",
        "甲方": "某某业委会",
        "物业服务企业": "某某公司",
        "乙方": "某某公司",
    }


@pytest.mark.parametrize(
    "lines",
    [
        "甲方：某某业委会  乙方：某某公司",
        "甲方（委托方）：某某业委会；乙方（受托方）：某某公司。",
        "甲方：某某业委会，乙方：某某公司，",
        "甲　　方：某某业委会\n乙　　方：某某公司",
        "**甲方**：某某业委会\n**乙方：**某某公司",
        "1. 甲方：某某业委会\n2. 乙方：某某公司",
        "甲方：某某业委会  地址：某路1号\n乙方：某某公司  法定代表人：某人",
        "| 甲方 | 某某业委会 |\n| --- | --- |\n| 乙方 | 某某公司 |",
        "甲方 某某业委会\n乙方 某某公司",
        "甲方为某某业委会，乙方为某某公司。",
        "某某业委会（以下简称甲方）与某某公司（以下简称“乙方”）订立本合同。",
        "某某业委会（甲方）和某某公司（乙方）经协商一致，订立本合同。",
        "委托方（以下简称甲方）：\n组织名称：某某业委会\n受托方（以下简称乙方）：\n企业名称：某某公司",
    ],
)
def test_parties_are_known_however_they_are_set_out(lines: str) -> None:
    found = {d.term: d.meaning.partition("（")[0] for d in party_definitions(lines)}
    assert (found["甲方"], found["乙方"]) == ("某某业委会", "某某公司")


@pytest.mark.parametrize(
    "line", ["甲方为选聘物业服务公司，与乙方协商。", "甲方和乙方是平等的公司。", "| 甲方 | 乙方 |"]
)
def test_what_only_speaks_of_a_party_names_none(line: str) -> None:
    assert party_definitions(line) == ()


def test_parties_that_the_first_clause_sets_out_are_known() -> None:
    text = "物业合同\n第一条 合同当事人\n甲方：某某业委会\n乙方：某某公司\n第二条 乙方应当退出。\n"
    assert [d.term for d in outlined(text).definitions if d.kind == "party"] == ["甲方", "乙方"]


def test_parties_are_looked_for_before_the_first_clause_only() -> None:
    text = "物业合同\n甲方：某某业委会\n第一条 甲。\n乙方：某某公司\n"
    assert [d.term for d in outlined(text).definitions if d.kind == "party"] == ["甲方"]


def test_of_several_definitions_of_a_term_the_first_counts() -> None:
    (found,) = definitions("业主，是指甲。业主，是指乙。")
    assert found.meaning == "甲"
