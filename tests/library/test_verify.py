"""Checking a library: texts against the catalogue and against themselves."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from regulations import ADOPTED, ARTICLES, YUNXI, read_text, regulation

from propertylaw.library import Library
from propertylaw.library.intake import take_in_source
from propertylaw.library.verify import Verified, verify
from propertylaw.rulebook import catalogue


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.db")


def add(library: Library, text: str) -> None:
    take_in_source(read_text(text)[0], "文件.md", library, catalogue())


def codes(verified: Verified) -> list[str]:
    return [finding.code for finding in verified.findings]


def test_an_empty_library_is_in_order(library: Library) -> None:
    assert list(verify(library)) == []


def test_a_text_that_nothing_contradicts_is_in_order_with_its_notes(library: Library) -> None:
    add(library, regulation(YUNXI, ADOPTED, begins="2020年6月1日"))
    (found,) = verify(library)
    assert found.in_order
    assert codes(found) == ["COR007"]


def test_a_text_that_differs_from_the_catalogue_is_not(library: Library) -> None:
    add(library, regulation("中华人民共和国价格法", "1997年12月29日 第八届全国人民代表大会常务委员会通过"))
    (found,) = verify(library)
    assert not found.in_order
    assert set(codes(found)) == {"COR006"}


def test_a_text_without_a_version_is_not(library: Library) -> None:
    add(library, regulation(YUNXI, articles=ARTICLES))
    (found,) = verify(library)
    assert not found.in_order
    assert "COR003" in codes(found)


def test_a_text_that_was_changed_in_the_file_is_found(library: Library) -> None:
    add(library, regulation(YUNXI, ADOPTED, begins="2020年6月1日"))
    with sqlite3.connect(library.file) as connection:
        connection.execute("UPDATE texts SET text = replace(text, '五千元', '九千元')")
    (found,) = verify(library)
    assert "COR011" in codes(found)
    assert not found.in_order
