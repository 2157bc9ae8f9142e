"""`review` and `lint` on the command line: exit status, formats, Word file, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import docx
from command_line import run

from propertylaw.rulebook import data_folder

SAMPLES = data_folder("corpus") / "samples"
CONTRACT = SAMPLES / "枫林苑前期物业服务合同.docx"


def test_findings_end_in_status_one_and_none_in_status_zero(tmp_path: Path) -> None:
    sound = tmp_path / "规约.md"
    sound.write_text("云水苑管理规约\n第一条　业主应当爱护共用设施。\n", encoding="utf-8")

    assert run("review", CONTRACT).returncode == 1
    assert run("review", sound).returncode == 0


def test_json_lines_for_clauses_have_exactly_the_promised_keys(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    rows = [
        {"id": "A", "text": "业主欠费的，乙方可以停水。", "doc_type": "物业服务合同", "signatory": "owner"},
        {"id": "B", "text": "楼道每日清扫一次。", "doc_type": "物业服务合同", "signatory": "owner"},
    ]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")

    done = run("review", "--clauses", file, "--format", "jsonl")
    first, second = (json.loads(line) for line in done.stdout.splitlines())

    assert done.returncode == 0
    assert (first["id"], second) == ("A", {"id": "B", "findings": []})
    assert set(first["findings"][0]) == {"issue", "code", "severity", "span", "quote", "also", "basis", "message"}
    assert first["findings"][0]["basis"][0] == "民法典/944/3"


def test_the_word_file_is_named_by_the_output(tmp_path: Path) -> None:
    target = tmp_path / "审查.docx"

    done = run("review", CONTRACT, "-o", target)
    comments = list(docx.Document(str(target)).comments)

    assert done.returncode == 1
    assert comments
    assert done.stderr.splitlines()[-1] == f"已写入 {target}：{len(comments)} 处批注"
    assert run("review", CONTRACT, "--suggest", "-o", target).stderr.strip().endswith("处修订")


def test_a_pdf_is_answered_by_a_page(tmp_path: Path) -> None:
    target = tmp_path / "审查.html"

    run("review", SAMPLES / "枫林苑前期物业服务合同.pdf", "-o", target)

    assert "<mark " in target.read_text(encoding="utf-8")


def test_a_pdf_cannot_come_back_as_word(tmp_path: Path) -> None:
    done = run("review", SAMPLES / "枫林苑前期物业服务合同.pdf", "-o", tmp_path / "x.docx")

    assert done.returncode == 2
    assert "OUT001" in done.stderr
    assert not (tmp_path / "x.docx").exists()


def test_nothing_to_review_is_told() -> None:
    done = run("review")

    assert done.returncode == 2
    assert "--clauses" in done.stderr


def test_the_baseline_is_written_and_then_hides_what_it_knows(tmp_path: Path) -> None:
    known = tmp_path / "known.json"

    assert run("review", CONTRACT, "--write-baseline", known).returncode == 0
    assert run("review", CONTRACT, "--baseline", known).returncode == 0


def test_lint_gives_a_list_with_the_promised_keys(tmp_path: Path) -> None:
    file = tmp_path / "条例.md"
    file.write_text("云溪市物业管理条例\n第一条　根据《物权法》制定本条例。\n", encoding="utf-8")

    done = run("lint", file, "--format", "json")
    (found,) = json.loads(done.stdout)

    assert done.returncode == 1
    assert {"code", "severity", "message", "locator", "file", "span", "related"} <= set(found)
    assert (found["code"], found["related"]) == ("CIT002", ["民法典"])
    assert file.read_text(encoding="utf-8")[slice(*found["span"])] == "《物权法》"


def test_an_unknown_check_is_refused() -> None:
    done = run("lint", SAMPLES / "云溪市住宅物业管理条例.md", "--select", "NOPE")

    assert done.returncode == 2
    assert "NOPE" in done.stderr


def test_a_text_that_is_no_contract_and_no_regulation_does_not_pass(tmp_path: Path) -> None:
    file = tmp_path / "天气.txt"
    file.write_text("今天天气不错。\n", encoding="utf-8")

    reviewed, linted = run("review", file), run("lint", file)

    assert (reviewed.returncode, linted.returncode) == (1, 1)
    assert "不像一份合同" in reviewed.stdout
    assert "不像一部法规" in linted.stdout


def test_the_help_tells_the_exit_status() -> None:
    assert "退出状态" in run("review", "--help").stdout
    assert "退出状态" in run("lint", "--help").stdout


def test_every_format_says_which_texts_are_not_at_hand(tmp_path: Path) -> None:
    for name in ("审查.html", "审查.sarif", "审查.docx"):
        run("review", CONTRACT, "-o", tmp_path / name)

    page = (tmp_path / "审查.html").read_text(encoding="utf-8")
    log = json.loads((tmp_path / "审查.sarif").read_text(encoding="utf-8"))
    comments = [comment.text for comment in docx.Document(str(tmp_path / "审查.docx")).comments]

    assert "《民法典》第五百八十五条第二款°" in page
    assert "当日施行的文本不在手头" in page
    assert any("《民法典》第五百八十五条第二款°" in one["message"]["text"] for one in log["runs"][0]["results"])
    assert any("° 当日施行的文本不在手头" in comment for comment in comments)
