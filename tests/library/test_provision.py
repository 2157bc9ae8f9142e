"""A provision on a day: its words, or which source ruled then and why the words are missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from regulations import ADOPTED, AMENDED, KNOWN, YUNXI, read_text, regulation

from propertylaw.library import KnowledgeBase, Library, ProvisionText
from propertylaw.library.intake import take_in_source


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.db")
    first = regulation(YUNXI, ADOPTED, begins="2020年6月1日")
    second = regulation(YUNXI, ADOPTED, AMENDED, begins="2020年6月1日").replace("五千元", "八千元")
    for text in (first, second):
        take_in_source(read_text(text)[0], "文件.md", library, KNOWN)
    return library


def ask(library: Library, at: str, on: str) -> ProvisionText:
    return KnowledgeBase(date.fromisoformat(on), "临江省云溪市", catalogue=KNOWN, library=library).text_at(at)


def test_the_version_in_force_on_the_day_answers(library: Library) -> None:
    before, after = (ask(library, f"{YUNXI}/3/2", day) for day in ("2023-07-31", "2024-12-31"))
    assert ("五千元" in before.words, "八千元" in after.words) == (True, True)
    assert str(before.locator) == f"{YUNXI}@2020-03-05/3/2"
    assert before.doubts == ("手头的文本没有可供核对的底本",)


def test_a_version_may_be_asked_for_whatever_the_day(library: Library) -> None:
    assert "五千元" in ask(library, f"{YUNXI}@2020-03-05/3/2", "2026-01-01").words


def test_a_version_whose_first_day_is_unknown_is_doubted_in_its_first_year(library: Library) -> None:
    assert any("2023-08-01" in doubt for doubt in ask(library, f"{YUNXI}/2", "2023-08-02").doubts)
    assert not any("2023-08-01" in doubt for doubt in ask(library, f"{YUNXI}/2", "2025-08-02").doubts)


@pytest.mark.parametrize(
    ("at", "on", "state"),
    [
        (f"{YUNXI}/2", "2020-05-31", "not_yet"),
        (f"{YUNXI}/2", "2020-06-01", "at_hand"),
        (f"{YUNXI}/9", "2020-06-01", "no_such_provision"),
        (f"{YUNXI}/2/7", "2020-06-01", "no_such_provision"),
        (f"{YUNXI}@1999-01-01/2", "2020-06-01", "not_at_hand"),
        (YUNXI, "2020-06-01", "at_hand"),
        ("旧规/2", "2009-12-31", "not_at_hand"),
        ("旧规/2", "2010-01-01", "ended"),
        ("没有这部/2", "2020-06-01", "unknown"),
    ],
)
def test_each_way_to_miss_a_text_has_its_own_name(library: Library, at: str, on: str, state: str) -> None:
    found = ask(library, at, on)
    assert found.state == state, found.says
    assert found.says
    assert bool(found.words) == (state == "at_hand" and "/" in at)


def test_what_took_the_place_of_an_ended_source_is_named(library: Library) -> None:
    assert [str(at) for at in ask(library, "旧规/2", "2024-01-01").applied] == [YUNXI]


def test_an_empty_library_has_no_texts_but_knows_what_ruled(tmp_path: Path) -> None:
    law = KnowledgeBase(date(2019, 6, 1), "", library=Library(tmp_path / "none.db"))
    found = law.text_at("民法典/278")
    assert (found.state, [str(at) for at in found.applied]) == ("not_yet", ["物权法/76"])
    assert law.text_at("价格法/5").state == "not_at_hand"


def test_a_text_that_the_catalogue_does_not_know_answers_too(library: Library) -> None:
    text = regulation("江苏省南通市物业管理条例", "2021年1月1日 南通市人民代表大会通过", begins="2021年5月1日")
    take_in_source(read_text(text)[0], "文件.md", library, KNOWN)
    law = KnowledgeBase(date(2024, 1, 1), "南通市崇川区", catalogue=KNOWN, library=library)
    assert "支付物业费" in law.text_at("江苏省南通市物业管理条例/2").words
    assert [source.id for source in law.sources()] == ["江苏省南通市物业管理条例"]
    assert KnowledgeBase(date(2024, 1, 1), "苏州", catalogue=KNOWN, library=library).sources() == ()
    assert law.text_at("江苏省南通市物业管理条例/2").version is not None


def test_a_text_without_days_answers_with_a_doubt(library: Library) -> None:
    text = regulation("江苏省南通市停车条例")
    take_in_source(read_text(text)[0], "文件.md", library, KNOWN)
    found = ask(library, "江苏省南通市停车条例/2", "2024-01-01")
    assert found.words
    assert found.doubts == ("文本没有写明通过和施行的日期，当日是否施行无从判断",)
