"""What a norm refers to: one citation for every article it names."""

from __future__ import annotations

from norms_of import statute


def test_every_article_named_is_a_citation_of_its_own() -> None:
    *_, norm = statute(
        "业主应当清洗水箱。", "业主应当保管钥匙。", "业主违反本条例第一条、第二条第一款规定的，由城市管理部门责令改正。"
    )
    assert [citation.text for citation in norm.cites] == ["第一条", "第二条第一款"]
    assert [[target.article for target in citation.targets] for citation in norm.cites] == [[1], [2]]


def test_paragraphs_of_one_article_and_ranges_stay_one_citation() -> None:
    *_, norm = statute(
        "业主应当清洗水箱。\n\n业主应当保管钥匙。",
        "业主应当关闭阀门。",
        "按照本条例第一条第一款、第二款和第一条至第二条的规定，业主应当登记。",
    )
    assert [citation.text for citation in norm.cites] == ["第一条第一款、第二款", "第一条至第二条"]


def test_an_item_refers_to_what_its_lead_in_refers_to() -> None:
    *_, norm = statute(
        "业主应当清洗水箱。", "业主委员会应当按照本条例第一条公布下列事项：\n\n（一）账册；\n\n（二）笔录。"
    )
    assert [citation.text for citation in norm.cites] == ["第一条"]
