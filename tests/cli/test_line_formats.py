"""The formats other programs read: stable keys, spans that point into the text, locators in their short form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import command_line
import docx
import pytest
from command_line import Done

from propertylaw import read
from propertylaw.model import Locator
from propertylaw.rulebook import data_folder

SAMPLES = data_folder("corpus") / "samples"
REGULATION = SAMPLES / "云溪市住宅物业管理条例.md"
CONTRACT = SAMPLES / "枫林苑前期物业服务合同.docx"
GOLD_FIELDS = {
    "doc", "article", "paragraph", "item", "modality", "bearer", "counterparty", "action", "condition", "exception",
    "deadline", "deadline_text", "threshold", "amount", "authority", "cites",
}  # fmt: skip


def done(*arguments: str | Path) -> Done:
    ended = command_line.run(*arguments)
    assert ended.returncode == 0, ended.stderr
    return ended


def run(*arguments: str | Path) -> str:
    return done(*arguments).stdout


def lines(*arguments: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments).splitlines()]


@pytest.fixture(scope="module")
def norms() -> list[dict[str, Any]]:
    return lines("norms", REGULATION, CONTRACT, "--format", "jsonl")


def test_norm_lines_carry_the_fields_of_the_annotated_norms(norms: list[dict[str, Any]]) -> None:
    for norm in norms:
        assert norm.keys() >= GOLD_FIELDS | {"text_span"}
        assert norm["bearer"] == sorted(norm["bearer"])
    assert {norm["doc"] for norm in norms} == {REGULATION.stem, CONTRACT.stem}


def test_spans_of_norms_point_at_words_that_contain_the_action(norms: list[dict[str, Any]]) -> None:
    texts = {path.stem: read(path).text for path in (REGULATION, CONTRACT)}
    for norm in norms:
        start, end = norm["text_span"]
        assert norm["action"] in texts[norm["doc"]][start:end]


def test_clauses_of_a_contract_have_a_running_number_and_the_number_as_printed(norms: list[dict[str, Any]]) -> None:
    clauses = {(norm["article"], norm["clause"]) for norm in norms if norm["doc"] == CONTRACT.stem}
    assert (18, "十八、") in clauses
    assert all("clause" not in norm for norm in norms if norm["doc"] == REGULATION.stem)


def test_the_outline_object_has_articles_paragraphs_and_items() -> None:
    outline = json.loads(run("outline", REGULATION, "--format", "json"))
    text = read(REGULATION).text
    assert outline.keys() >= {"title", "instrument", "articles", "citations", "annexes", "unplaced", "diagnostics"}
    assert [article["number"] for article in outline["articles"]] == list(range(1, 56))
    first = outline["articles"][0]
    assert first.keys() == {"number", "label", "heading", "text_span", "places", "divisions", "paragraphs"}
    assert first["label"] == "第一条"
    for article in outline["articles"]:
        for paragraph in article["paragraphs"]:
            start, end = paragraph["text_span"]
            assert text[start:end].strip() == text[start:end]
            for item in paragraph["items"]:
                assert start <= item["text_span"][0] < item["text_span"][1] <= end


def test_the_analysis_object_says_who_is_liable_and_why() -> None:
    analysis = json.loads(run("analyze", SAMPLES / "disputes" / "高空坠物.yaml", "--format", "json"))
    assert analysis.keys() >= {"claims", "parties", "open_concepts", "decisive", "argument"}
    for party in analysis["parties"]:
        assert party.keys() >= {"name", "role", "claim", "liable", "joint_with", "because"}
        assert party["liable"] in (True, False, "partial", "open")
        assert all(str(Locator.parse(place)) == place for place in party["because"])
    for claim in analysis["claims"]:
        assert claim.keys() >= {"id", "claimant", "respondent", "result", "amount"}
    for concept in analysis["open_concepts"]:
        assert concept["readings"]
    assert analysis["argument"]["parts"]


def test_a_result_goes_to_the_file_that_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "结果.jsonl"
    assert run("norms", REGULATION, "--format", "jsonl", "-o", target) == ""
    assert all(json.loads(line) for line in target.read_text(encoding="utf-8").splitlines())


def test_the_graph_comes_as_json_graphml_and_text() -> None:
    graph = json.loads(run("graph", CONTRACT, "--format", "json"))
    assert {"nodes", "edges"} <= graph.keys()
    assert run("graph", CONTRACT, "--format", "graphml").startswith("<?xml")
    assert "物业服务人" in run("graph", CONTRACT)
    assert "不得" in run("graph", CONTRACT, "--party", "service_provider")


@pytest.mark.parametrize("command", [["norms", "-f", "jsonl"], ["graph", "-f", "json"]])
def test_doubts_about_a_file_are_told_beside_lines_for_programs(tmp_path: Path, command: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph("第一条 业主应当交费。").add_run("免除责任").font.hidden = True
    document.save(str(tmp_path / "合同.docx"))
    result = done(command[0], tmp_path / "合同.docx", *command[1:])
    assert "SRC010" in result.stderr and "免除责任" in result.stderr
    assert "SRC010" not in result.stdout
