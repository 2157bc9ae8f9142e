"""Findings leave as a page, JSON, SARIF, HTML, and as comments in the client's own Word file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from propertylaw import outline, read
from propertylaw.checks import Review, Side, review
from propertylaw.errors import OutputError
from propertylaw.model import Source
from propertylaw.report.findings_html import findings_html
from propertylaw.report.findings_objects import review_json
from propertylaw.report.findings_page import order_told, review_text
from propertylaw.report.reviewed_word import commented, with_suggestions
from propertylaw.report.sarif import sarif
from propertylaw.rulebook import data_folder

CONTRACT = data_folder("corpus") / "samples" / "枫林苑前期物业服务合同.docx"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def read_contract() -> tuple[Source, Review]:
    source = read(CONTRACT)
    return source, review(source, outline(source))


def _placed(found: Review) -> int:
    return sum(one.span is not None for one in found.findings)


def _words(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_page_tells_basis_and_advice(read_contract: tuple[Source, Review]) -> None:
    told = review_text(read_contract[1])

    assert "《民法典》" in told
    assert "建议" in told


def test_json_has_the_documented_keys(read_contract: tuple[Source, Review]) -> None:
    rows = json.loads(review_json(read_contract[1]))["findings"]

    assert rows
    assert {"issue", "code", "severity", "span", "basis", "message", "clause", "quote"} <= set(rows[0])


def test_the_html_page_has_a_mark_for_every_finding_with_a_place(read_contract: tuple[Source, Review]) -> None:
    source, found = read_contract

    page = findings_html(found.findings, {source.path: source}, "审查")

    assert page.count("<mark ") == _placed(found)
    assert page.count("<article ") == len(found.findings)


def test_findings_are_numbered_as_they_stand_in_the_text_and_listed_by_weight(
    read_contract: tuple[Source, Review],
) -> None:
    source, found = read_contract

    page = findings_html(found.findings, {source.path: source}, "审查")

    in_text = [int(number) for number in re.findall(r'<mark [^>]*id="t(\d+)"', page)]
    assert in_text == sorted(in_text)
    assert [int(number) for number in re.findall(r'<article [^>]*id="f(\d+)"', page)] == sorted(
        range(1, len(found.findings) + 1)
    )
    listed = re.findall(r'<li class="(\w+)" value="(\d+)"', page)
    assert [severity for severity, _ in listed] == [one.severity.value for one in found.findings]
    assert sorted(int(number) for _, number in listed) == list(range(1, len(found.findings) + 1))


def test_a_finding_stands_beside_the_lines_that_it_is_about() -> None:
    text = "物业服务合同\n甲方：云水苑业主委员会\n第一条　业主欠费的，乙方可以停水。\n第二条　乙方每日清扫一次。"
    source = Source(name="合同", path="合同.txt", format="txt", text=text)

    page = findings_html(review(source, outline(source)).findings, {"合同.txt": source}, "审查")

    (row,) = [row for row in page.split('<div class="row">') if "CON001" in row and "<mark" in row]
    assert "第一条" in row
    assert "第二条" not in row


def test_words_of_the_text_stay_as_they_are_beside_the_findings() -> None:
    text = "物业服务合同\n第一条　业主欠费的，乙方可以停水；\n并可以锁车。\n\n第二条　乙方每日清扫一次。"
    source = Source(name="合同", path="合同.txt", format="txt", text=text)

    page = findings_html(review(source, outline(source)).findings, {"合同.txt": source}, "审查")

    texts = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    plain = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", "\n".join(texts))
    assert plain.split() == text.split()


@pytest.mark.parametrize("side", [Side.OWNER, Side.SERVICE_PROVIDER])
def test_a_page_says_for_whom_it_is_ordered(read_contract: tuple[Source, Review], side: Side) -> None:
    source, neutral = read_contract
    told = review(source, outline(source), side=side)

    assert "站在" not in review_text(neutral)
    name = {Side.OWNER: "业主", Side.SERVICE_PROVIDER: "物业服务人"}[side]
    assert f"站在{name}一方" in review_text(told).partition("[")[0]
    assert f"站在{name}一方" in findings_html(told.findings, {source.path: source}, "审查", order_told(told))
    assert json.loads(review_json(told))["side"] == side.value


def test_html_of_a_hostile_text_is_escaped() -> None:
    source = Source(name="x", path="x.txt", format="txt", text="物业服务合同\n第一条　<script>alert(1)</script>")

    page = findings_html(review(source, outline(source)).findings, {"x.txt": source}, "<b>")

    assert "<script>alert" not in page


def test_the_word_file_comes_back_with_comments_and_the_same_words(read_contract: tuple[Source, Review]) -> None:
    source, found = read_contract

    back = docx.Document(BytesIO(commented(source, found.findings).content))

    assert _words(back) == _words(docx.Document(str(CONTRACT)))
    assert len(list(back.comments)) == len(found.findings)


def test_a_comment_is_anchored_to_the_very_words(read_contract: tuple[Source, Review]) -> None:
    source, found = read_contract

    back = docx.Document(BytesIO(commented(source, found.findings).content))

    expected = sorted("".join(source.text[slice(*one.span)].split()) for one in found.findings if one.span)
    assert sorted("".join(words.split()) for words in _anchored(back)) == expected


def _anchored(document: Any) -> list[str]:
    """The words between beginning and end of each comment that reading placed in the text."""
    open_comments: dict[str, list[str]] = {}
    done: list[str] = []
    for element in document.element.iter():
        if element.tag == f"{WORD}commentRangeStart":
            open_comments[element.get(f"{WORD}id")] = []
        elif element.tag == f"{WORD}commentRangeEnd":
            done.append("".join(open_comments.pop(element.get(f"{WORD}id"))))
        elif element.tag == f"{WORD}t":
            for words in open_comments.values():
                words.append(element.text or "")
    return done


def test_runs_keep_their_format_when_they_are_cut(tmp_path: Path) -> None:
    file = tmp_path / "合同.docx"
    document = docx.Document()
    document.add_paragraph("物业服务合同")
    run = document.add_paragraph().add_run("第一条　物业费按月交纳。业主欠费的，乙方可以停水。本条自签字之日起执行。")
    run.bold = True
    document.save(str(file))
    source = read(file)

    back = docx.Document(BytesIO(commented(source, review(source, outline(source)).findings).content))

    assert len(back.paragraphs[1].runs) > 1
    assert all(one.bold for one in back.paragraphs[1].runs if one.text)


def test_suggested_wording_is_a_tracked_change(read_contract: tuple[Source, Review]) -> None:
    source, found = read_contract

    back = docx.Document(BytesIO(with_suggestions(source, found.findings, datetime(2026, 1, 1, tzinfo=UTC)).content))

    assert list(back.element.iter(f"{WORD}ins"))
    assert list(back.element.iter(f"{WORD}del"))
    assert not [text for deleted in back.element.iter(f"{WORD}del") for text in deleted.iter(f"{WORD}t")]


def _suggested(folder: Path, *clauses: str) -> tuple[list[str], list[str]]:
    """The wording inserted into a contract of some clauses, and its comments."""
    file = folder / "合同.docx"
    document = docx.Document()
    for line in ("物业服务合同", "甲方：云水苑业主委员会", "乙方：云水物业服务有限公司", *clauses):
        document.add_paragraph(line)
    document.save(str(file))
    source = read(file)
    word = with_suggestions(source, review(source, outline(source)).findings, datetime(2026, 1, 1, tzinfo=UTC))
    back = docx.Document(BytesIO(word.content))
    inserted = ["".join(text.text for text in one.iter(f"{WORD}t")) for one in back.element.iter(f"{WORD}ins")]
    assert (len(inserted), len(list(back.comments))) == (word.changes, word.comments)
    return inserted, [comment.text for comment in back.comments]


def test_a_late_payment_gets_the_wording_for_late_payment(tmp_path: Path) -> None:
    inserted, _ = _suggested(
        tmp_path, "第一条　乙方每月修剪一次，业主逾期交纳物业费的，每逾期一日按千分之五支付违约金。"
    )

    assert len(inserted) == 1
    assert inserted[0].startswith("自书面催告确定的期限届满次日起")


def test_a_sentence_that_settles_more_keeps_its_words(tmp_path: Path) -> None:
    clause = "第一条　业主应当于每季度首月十日前交费，由乙方开具发票，逾期的，每逾期一日按千分之五支付，并通知业主。"
    inserted, _ = _suggested(tmp_path, clause)

    assert not inserted


def test_income_of_common_parts_gets_the_wording_for_income(tmp_path: Path) -> None:
    inserted, _ = _suggested(tmp_path, "第一条　利用共用部位经营的收入归乙方所有。")

    assert len(inserted) == 1
    assert "扣除合理成本后归全体业主所有" in inserted[0]


def test_where_one_wording_is_for_several_findings_the_other_comments_say_so(tmp_path: Path) -> None:
    inserted, comments = _suggested(tmp_path, "第一条　业主欠费的，乙方可以停水，并可以锁车、张贴业主姓名和房号。")

    assert len(inserted) == 1
    assert len(comments) > 1
    assert any("改后请再看这一处" in told for told in comments)


def test_with_all_changes_accepted_the_file_reads_as_suggested(tmp_path: Path) -> None:
    file = tmp_path / "合同.docx"
    document = docx.Document()
    for line in ("物业服务合同", "甲方：云水苑业主委员会", "乙方：云水物业服务有限公司"):
        document.add_paragraph(line)
    paragraph = document.add_paragraph("第一条　业主欠费的，乙方")
    paragraph.add_run("可以停水").bold = True
    paragraph.add_run("。双方另有约定的除外。")
    document.save(str(file))
    source = read(file)
    (finding,) = [one for one in review(source, outline(source)).findings if one.replaces]

    word = with_suggestions(source, [finding], datetime(2026, 1, 1, tzinfo=UTC))

    back = docx.Document(BytesIO(word.content)).paragraphs[-1]._p
    kept = [one for one in back.iter(f"{WORD}t") if not any(up.tag == f"{WORD}del" for up in one.iterancestors())]
    assert "".join(one.text for one in kept) == f"第一条　{finding.replacement}双方另有约定的除外。"
    gone = "".join(one.text for one in back.iter(f"{WORD}delText"))
    assert gone == "乙方可以停水"


def test_ids_of_changes_are_not_those_of_the_file(read_contract: tuple[Source, Review]) -> None:
    source, found = read_contract

    back = docx.Document(BytesIO(with_suggestions(source, found.findings, datetime(2026, 1, 1, tzinfo=UTC)).content))

    ids = [one.get(f"{WORD}id") for tag in ("ins", "del") for one in back.element.iter(f"{WORD}{tag}")]
    assert len(ids) == len(set(ids))


def test_only_word_files_take_comments() -> None:
    source = Source(name="x", path="x.txt", format="txt", text="合同")

    with pytest.raises(OutputError, match="docx"):
        commented(source, ())


@pytest.mark.slow
def test_libreoffice_keeps_the_comments_and_the_changes(read_contract: tuple[Source, Review], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice")
    source, found = read_contract
    file = tmp_path / "审查.docx"
    word = with_suggestions(source, found.findings, datetime(2026, 1, 1, tzinfo=UTC))
    file.write_bytes(word.content)

    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    import zipfile

    content = zipfile.ZipFile(tmp_path / "审查.odt").read("content.xml").decode()

    assert content.count("<office:annotation ") == len(found.findings)
    assert word.changes
    assert content.count("<text:insertion>") == word.changes
    assert content.count("<text:deletion>") >= word.changes


@pytest.mark.slow
def test_sarif_agrees_with_its_schema(read_contract: tuple[Source, Review], tmp_path: Path) -> None:
    import jsonschema

    source, found = read_contract
    schema = _sarif_schema(tmp_path)

    jsonschema.validate(json.loads(sarif(found.findings, {source.path: source})), schema)


def _sarif_schema(folder: Path) -> dict[str, Any]:
    """The schema of SARIF 2.1.0, from the npm package that carries it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm")
    command = [npm, "pack", "@microsoft/jest-sarif@1.0.0-beta.0", "--silent"]
    fetched = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    archives = list(folder.glob("*.tgz"))
    if fetched.returncode or not archives:
        pytest.skip("the npm package is out of reach")
    with tarfile.open(archives[0]) as archive:
        member = next(one for one in archive if "sarif-2.1.0" in one.name and one.name.endswith(".json"))
        content = archive.extractfile(member)
        assert content is not None
        return dict(json.load(content))


def test_sarif_counts_lines_and_columns_from_one() -> None:
    text = "物业服务合同\n第一条　业主欠费的，乙方可以停水。"
    source = Source(name="合同", path="合同.txt", format="txt", text=text)

    log = json.loads(sarif(review(source, outline(source)).findings, {"合同.txt": source}))

    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in log["runs"][0]["results"]
        if result["ruleId"] == "CON001"
    ]
    assert [(one["startLine"], one["startColumn"]) for one in regions] == [(2, text.split("\n")[1].index("乙方") + 1)]
