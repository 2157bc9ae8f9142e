"""Terms that a text defines itself."""

from __future__ import annotations

import pytest
from outlines import outlined

from propertylaw.structure.definitions import definitions, party_definitions


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


def test_parties_are_looked_for_before_the_first_clause_only() -> None:
    text = "物业合同\n甲方：某某业委会\n第一条 甲。\n乙方：某某公司\n"
    assert [d.term for d in outlined(text).definitions if d.kind == "party"] == ["甲方"]


def test_of_several_definitions_of_a_term_the_first_counts() -> None:
    (found,) = definitions("业主，是指甲。业主，是指乙。")
    assert found.meaning == "甲"
