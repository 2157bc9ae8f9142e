"""A comparison in every format: what is better or worse, by which rule, and old and new words."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from propertylaw import diff, extract, outline, read
from propertylaw.cli import app
from propertylaw.compare import Comparison
from propertylaw.model import Locator, Norm, Source
from propertylaw.report.change_words import counts, marked, norm_words, renumbered_words, run_of
from propertylaw.report.changes_html import changes_html
from propertylaw.report.changes_page import changes_json, changes_text
from propertylaw.report.changes_word import changes_word

VERSIONS = Path(__file__).resolve().parents[2] / "docs" / "snippets" / "versions"
OLD, NEW = VERSIONS / "公共收益规约.md", VERSIONS / "公共收益规约（修订）.md"
TOLD = ("业主变好：履行义务的期限缩短（三十日内 → 十日内）", "业主变差：权利只在更少的情形下享有", "新增（1）")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    old, new = ((source, outline(source)) for source in map(read, (OLD, NEW)))
    return diff(old, new)


def test_the_page_tells_for_whom_and_why(comparison: Comparison) -> None:
    page = changes_text(comparison)
    assert all(words in page for words in TOLD)
    assert "第二条至第五条 → 第三条至第六条" in page


def test_html_and_word_tell_the_same(comparison: Comparison) -> None:
    page = changes_html(comparison)
    document = Document(BytesIO(changes_word(comparison)))
    word = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in TOLD:
        assert words in page
        assert words in word
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("每季度结束后十日内" in cell for cell in cells)


def test_html_marks_words_and_escapes_them(comparison: Comparison) -> None:
    assert "<del>三</del>" in changes_html(comparison) or "<del>三十</del>" in changes_html(comparison)
    hostile = comparison.model_copy(update={"before": "<script>"})
    assert "<script>" not in changes_html(hostile)


def test_the_object_has_every_change_with_its_rule(comparison: Comparison) -> None:
    content = json.loads(changes_json(comparison))
    assert {change["kind"] for change in content["changes"]} == {"changed", "added"}
    assert all(effect["rule"] for change in content["changes"] for effect in change["effects"])


def test_marks_leave_both_texts_whole() -> None:
    old, new = marked("三十日内公布", "十日内向业主公布")
    assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == ("三十日内公布", "十日内向业主公布")
    assert ("向业主", True) in new


def test_runs_of_numbers_are_told_as_one(comparison: Comparison) -> None:
    assert renumbered_words(comparison) == "第二条至第五条 → 第三条至第六条"


def test_the_command_writes_what_the_suffix_says(tmp_path: Path) -> None:
    for suffix, start in ((".html", b"<!doctype html>"), (".docx", b"PK"), (".json", b"{")):
        file = tmp_path / f"比较{suffix}"
        result = CliRunner().invoke(app, ["diff", str(OLD), str(NEW), "-o", str(file)])
        assert result.exit_code == 0, result.output
        assert file.read_bytes().startswith(start)


def test_an_unknown_party_is_told_with_the_nearest_one() -> None:
    result = CliRunner().invoke(app, ["diff", str(OLD), str(NEW), "--party", "ownr"])
    assert "是不是“owner”" in str(result.exception)


def test_the_head_counts_what_the_sections_list(comparison: Comparison) -> None:
    page = changes_text(comparison)
    counted = dict(re.findall(r"(修改|新增|取消|只改措辞|其他文字改动) (\d+)", counts(comparison)))
    assert counted
    for name, number in counted.items():
        assert f"{name}（{number}）" in page


def test_the_items_of_one_list_are_named_short() -> None:
    first, last = (Locator.parse(f"甲/91/1/{item}") for item in (1, 4))
    assert run_of(first, last) == "第九十一条第一款第一项至第四项"
    assert run_of(first.at((91, 1)), last) == "第九十一条第一款及其各项"


def test_old_and_new_words_are_told_apart_without_colour(comparison: Comparison) -> None:
    assert "<b>原</b>" in changes_html(comparison)
    document = Document(BytesIO(changes_word(comparison)))
    runs = [r for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs for r in p.runs]
    assert any(run.font.strike for run in runs)
    assert any(run.font.underline for run in runs)


def test_a_limit_in_its_own_words_is_never_told_as_its_opposite() -> None:
    (limit,) = (norm for norm in _norms("业主委员会成员人数不少于五人。") if norm.modality == "prohibition")
    (ban,) = _norms("物业服务人不得擅自停水。")
    assert norm_words(limit) == "业主委员会成员〔限制〕人数不少于五人"
    assert norm_words(ban) == "物业服务人〔不得〕擅自停水"


def _norms(article: str) -> tuple[Norm, ...]:
    source = Source(name="样本", format="txt", text=f"云州市物业管理条例\n\n第一条　{article}\n")
    return extract(source, outline(source))
