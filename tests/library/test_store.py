"""Storing texts: what is added, replaced, kept, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from regulations import ADOPTED, AMENDED, ARTICLES, KNOWN, YUNXI, read_text, regulation

from propertylaw.library import Library
from propertylaw.library.identity import identify
from propertylaw.library.store import Outcome
from propertylaw.library.texts import Standing

FIRST = regulation(YUNXI, ADOPTED, begins="2020年6月1日")
SECOND = regulation(YUNXI, ADOPTED, AMENDED, begins="2020年6月1日")
CHANGED = FIRST.replace("五千元", "八千元")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "deep" / "library.db")


def add(library: Library, text: str, standing: Standing | None = None) -> Outcome:
    source, structure = read_text(text)
    identity = identify(source, structure, KNOWN)
    if standing:
        identity = identity.model_copy(update={"standing": standing})
    return library.add(source, structure, identity, "文件.md")[0]


def test_a_library_without_a_file_is_empty_and_makes_none(library: Library) -> None:
    assert library.texts() == ()
    assert library.passage(YUNXI, "2020-03-05", "1") is None
    assert not library.file.exists()


def test_a_text_is_stored_with_its_provisions(library: Library) -> None:
    assert add(library, FIRST) == "added"
    (text,) = library.texts()
    assert (text.instrument.id, str(text.version), text.first, text.last) == (YUNXI, "2020-03-05", 1, 5)
    for place, words in (("2", "支付物业费"), ("3/2", "处五千元罚款"), ("4/1/2", "选聘物业服务人")):
        passage = library.passage(YUNXI, "2020-03-05", place)
        assert passage is not None
        assert words in passage.words
    assert library.passage(YUNXI, "2020-03-05", "6") is None
    assert library.passage(YUNXI, "2023-08-01", "2") is None


def test_the_same_text_is_stored_once_whatever_its_punctuation(library: Library) -> None:
    add(library, FIRST)
    assert add(library, FIRST) == "present"
    assert add(library, FIRST.replace("，", ", ").replace("（", "(").replace("）", ")")) == "present"
    assert len(library.texts()) == 1


def test_versions_stand_beside_each_other(library: Library) -> None:
    add(library, FIRST)
    assert add(library, SECOND) == "added"
    assert [str(text.version) for text in library.texts()] == ["2020-03-05", "2023-08-01"]


def test_another_text_of_the_same_version_takes_the_place_of_the_first(library: Library) -> None:
    add(library, FIRST)
    assert add(library, CHANGED) == "replaced"
    passage = library.passage(YUNXI, "2020-03-05", "3/2")
    assert passage is not None
    assert "八千元" in passage.words
    assert len(library.texts()) == 1


def test_a_verified_text_is_not_given_up_for_one_that_is_not(library: Library) -> None:
    add(library, FIRST, "verified")
    assert add(library, CHANGED, "differs") == "kept"
    passage = library.passage(YUNXI, "2020-03-05", "3/2")
    assert passage is not None
    assert "五千元" in passage.words


def test_parts_of_a_text_stand_beside_each_other(library: Library) -> None:
    whole = regulation(YUNXI, ADOPTED)
    later = whole[: whole.index("第一条")] + whole[whole.index("第三条") :]
    earlier = whole[: whole.index("第三条")]
    assert [add(library, part) for part in (earlier, later)] == ["added", "added"]
    assert [(text.first, text.last) for text in library.texts()] == [(1, 2), (3, 4)]


def test_texts_without_a_version_do_not_push_each_other_out(library: Library) -> None:
    add(library, regulation(YUNXI))
    assert add(library, regulation(YUNXI, articles=(*ARTICLES[:3], "业主共同决定重大事项。"))) == "added"
    assert len(library.texts()) == 2


def test_a_stored_text_comes_back_as_it_was_read(library: Library) -> None:
    source, structure = read_text(FIRST)
    add(library, FIRST)
    (text,) = library.texts()
    assert library.source(text).text == source.text
    assert set(library.provisions(text)) >= {"1", "3/2", "4/1/1"}
    assert len(structure.articles) == text.articles


def test_norms_are_kept_for_the_extractor_that_made_them_alone(library: Library) -> None:
    add(library, FIRST)
    (text,) = library.texts()
    assert library.norms(text, "一") is None
    library.keep_norms(text, "一", ())
    assert library.norms(text, "一") == ()
    assert library.norms(text, "二") is None
    add(library, CHANGED)
    (other,) = library.texts()
    assert library.norms(other, "一") is None
