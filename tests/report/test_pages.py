"""Pages for people: complete, within their width, and plain where there is no terminal."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from rich.cells import cell_len
from shares import one_in

from propertylaw.model import Analysis, FactUse, Locator, Question, Result, Scenario, Source
from propertylaw.reading import read
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.claim_page import claim_sheet
from propertylaw.report.objects import analysis_json
from propertylaw.report.outline_page import outline_text
from propertylaw.report.sheet import sheet_text
from propertylaw.report.terminal import cited
from propertylaw.rulebook import data_folder, rules
from propertylaw.structure import outline

FORMS = sorted((data_folder("corpus") / "samples" / "disputes").glob("*.yaml"))


@cache
def analyzed(form: Path) -> Analysis:
    return analyze(form)


def sample(name: str) -> Analysis:
    return analyzed(next(form for form in FORMS if form.stem == name))


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(form: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    page = analysis_text(analyzed(form))
    assert max(cell_len(line) for line in page.splitlines()) <= width
    assert "\x1b" not in page


def test_a_long_reckoning_stands_on_the_page_once(tmp_path: Path) -> None:
    parties = [
        {"id": "w", "name": "业委会", "role": "owners_committee"},
        {"id": "a", "name": "甲物业公司", "role": "service_provider"},
    ]
    votes = {"area_total": 110_000, "heads_total": 1000, "area_in": 78_000, "heads_in": 720}
    counted = [
        {"id": f"vote_{one}", "value": count} for one, count in {**votes, "area_for": 40_500, "heads_for": 380}.items()
    ]
    claims = [{"by": "w", "against": ["a"], "claim": id} for id in ("contract.dismissal", "handover.refusal")]
    told = [*counted, {"id": "signed_contract", "value": True}, {"id": "handover_refused", "of": "a", "value": True}]
    form = {"on": "2025-12-01", "place": "河南省郑州市", "parties": parties, "claims": claims, "facts": told}
    path = tmp_path / "form.yaml"
    path.write_text(yaml.safe_dump(form, allow_unicode=True), encoding="utf-8")
    page = analysis_text(analyze(path))
    assert page.count("78000/110000") == 1
    assert "法定比例（由所填的得出：见上）" in page


def test_the_page_names_results_reasons_void_clauses_open_points_and_questions() -> None:
    page = analysis_text(sample("欠费与停水"))
    for words in (
        "结论",
        "要件",
        "抗辩",
        "可得",
        "被强制性规定推翻的条款",
        "法律没有定论之处",
        "接下来要问",
        "不是法律意见",
    ):
        assert words in page


def test_every_raised_defence_and_every_element_of_the_object_is_on_the_page() -> None:
    analysis = analyzed(FORMS[0])
    page = analysis_text(analysis).replace("\n", "").replace(" ", "")
    for finding in analysis.claims:
        told = [element for element in finding.elements if not element.by_role]
        for part in (*told, *finding.defences):
            assert part.says.replace(" ", "") in page
    assert '"liable"' in analysis_json(analysis)


FORM = """\
on: 2025-06-30
place: 江苏省南通市
documents: [{documents}]
parties:
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts: [{{id: service_provided, value: true}}]
"""
CONTRACT = """{title}

甲方：某小区业主委员会
乙方：甲物业公司

第一条 业主逾期交费，经乙方及时催告后仍不交纳的，乙方可以暂停该户的供水、供电。
"""


def contract_page(folder: Path, **titles: str) -> str:
    """The page of a dispute about contracts, each given by its file name and title; in one line."""
    for name, title in titles.items():
        (folder / f"{name}.txt").write_text(CONTRACT.format(title=title), encoding="utf-8")
    form = folder / "案.yaml"
    form.write_text(FORM.format(documents=", ".join(f"{name}.txt" for name in titles)), encoding="utf-8")
    return analysis_text(analyze(form)).replace("\n", "").replace(" ", "")


def test_a_document_is_cited_by_its_title(tmp_path: Path) -> None:
    page = contract_page(tmp_path, plain="海云庭物业服务合同")
    assert "《海云庭物业服务合同》第一条" in page
    assert "plain" not in page


def test_documents_that_share_a_title_or_have_none_are_cited_by_the_file_name(tmp_path: Path) -> None:
    page = contract_page(tmp_path, old="物业服务合同", new="物业服务合同")
    assert "《old》第一条" in page
    assert "《new》第一条" in page
    assert "《untitled》第一条" in contract_page(tmp_path, untitled="")


def test_the_object_keeps_the_locators_of_the_file_and_tells_the_titles(tmp_path: Path) -> None:
    contract_page(tmp_path, plain="海云庭物业服务合同")
    told = json.loads(analysis_json(analyze(tmp_path / "案.yaml")))
    assert told["documents"] == {"doc:plain": "海云庭物业服务合同"}
    assert '"doc:plain/1/1"' in json.dumps(told, ensure_ascii=False)


def test_places_of_one_instrument_are_named_under_its_title_once() -> None:
    places = [Locator.parse(text) for text in ("民法典/944/3", "民法典/577", "doc:合同/24/1", "民法典/944/3")]
    assert cited(places) == "《民法典》第九百四十四条第三款、第五百七十七条；《合同》第二十四条第一款"


def test_a_void_clause_is_told_as_agreed_but_void() -> None:
    use = FactUse(fact="x", title="合同约定欠费可以停供", value=False, proof="void")
    assert fact_in_words(use, {}) == "合同约定欠费可以停供：有约定，但该条款无效"
    page = analysis_text(sample("欠费与停水"))
    assert "有约定，但该条款无效" in page
    assert "否（条款无效）" not in page


def asking(*questions: Question) -> str:
    told = sample("欠费与停水")
    return analysis_text(told.model_copy(update={"decisive": questions}))


def question(*ids: str) -> Question:
    asked = tuple(f"{id}是不是这样？" for id in ids)
    return Question(ids=ids, questions=asked, claim="fees.arrears", respondent="zhou", purpose="result")


def test_a_question_shows_the_id_that_the_form_takes() -> None:
    assert "[定结论] demand_date是不是这样？（demand_date）" in asking(question("demand_date"))


def test_questions_that_go_together_stand_one_by_one() -> None:
    page = asking(question("demand_made", "signed_contract"), question("signed_contract"))
    assert page.count("demand_made是不是这样？（demand_made）") == 1
    assert page.count("signed_contract是不是这样？（signed_contract）") == 1


def test_of_many_questions_of_a_claim_five_are_shown_and_the_rest_counted() -> None:
    page = asking(*(question(f"fact_{n}") for n in range(8)))
    assert page.count("[定结论]") == 5
    assert "另有 3 个问题，用 -o 存成网页或者 Word 文件时列在文末" in page
    assert "另有" not in asking(*(question(f"fact_{n}") for n in range(5))).split("接下来要问")[1].split("请注意")[0]


def test_an_answer_that_decides_stands_by_its_question_and_the_rest_is_told_in_words() -> None:
    answers = [("是", "宽"), ("是", "严"), ("否", "宽"), ("否", "严")]
    results = [Result.SUPPORTED, Result.SUPPORTED, Result.SUPPORTED, Result.NOT_SUPPORTED]
    outcomes = tuple(
        Scenario(given=dict(zip(("demand_made", "reading"), given, strict=True)), result=result)
        for given, result in zip(answers, results, strict=True)
    )
    page = asking(question("demand_made", "reading").model_copy(update={"outcomes": outcomes}))
    assert "    是 → 请求成立" in page
    assert "    宽 → 请求成立" in page
    assert "· 起诉前已催告：否；认为“严” → 请求不成立" in page
    assert page.count(" → 请求") == 3
    assert "第1问" not in page


def test_a_question_for_several_respondents_is_asked_once() -> None:
    one = question("demand_date").model_copy(update={"purpose": "amount"})
    page = asking(one, one.model_copy(update={"respondent": "wuye"}))
    assert page.count("demand_date是不是这样？") == 1
    assert "对周某、云溪安和物业" in page


@pytest.mark.parametrize(("turn", "width"), list(enumerate([30, 60, 80, 100])))
def test_no_mark_stands_alone_on_a_line(turn: int, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every form is drawn in every width, every claim in one of them."""
    monkeypatch.setenv("COLUMNS", str(width))
    pages = [analysis_text(analyzed(form)) for form in FORMS]
    claims = list(rules().claims.values())
    pages += [sheet_text(claim_sheet(claim, rules())) for claim in one_in(4, claims, turn)]
    alone = {line.strip() for page in pages for line in page.splitlines()} & {
        "·",
        "?",
        "✓",
        "✗",
        "!",
        "[定结论]",
        "[算金额]",
    }
    assert not alone


def test_a_doubt_of_an_outline_stays_beside_its_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    source = read_text(tmp_path, "没有条款编号的一段话，很长很长。" * 9)
    page = outline_text(source, outline(source), (), ())
    assert "! " in page
    assert "!" not in {line.strip() for line in page.splitlines()}


def read_text(folder: Path, text: str) -> Source:
    (folder / "一个名字很长很长很长很长很长很长很长的文件.txt").write_text(text, encoding="utf-8")
    return read(folder / "一个名字很长很长很长很长很长很长很长的文件.txt")
