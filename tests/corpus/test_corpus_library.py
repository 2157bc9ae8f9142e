"""The reference texts and the catalogue: fingerprints, articles, versions; a library of all of them is quick."""

from __future__ import annotations

import statistics
import time
from datetime import date
from pathlib import Path

import pytest
from reference_texts import FOLDER, TEXTS, outlined

from propertylaw import outline, read
from propertylaw.library import KnowledgeBase, Library
from propertylaw.library.identity import identify
from propertylaw.library.intake import take_in
from propertylaw.rulebook import catalogue
from propertylaw.rulebook.digests import fingerprint, known_fingerprint

OTHER_VERSION = {
    "上海市住宅物业管理规定(2010-12-23)": date(2018, 11, 22),
    "舟山市物业管理条例(2021-11-01)": date(2019, 1, 21),
    "物业管理条例(2018-03-19)": date(2018, 3, 19),
    "建设工程质量管理条例(2019-04-23)": date(2019, 4, 23),
    "菏泽市物业管理条例(2022-01-21)": date(2021, 12, 29),
}
"""Files whose name or printed history is not the day that names their version."""

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not TEXTS, reason="no reference folder beside the checkout")]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:24])
def test_each_text_is_recognised_as_its_version_and_agrees_with_the_catalogue(path: Path) -> None:
    source, structure = outlined(path)
    found = identify(source, structure, catalogue())
    assert found.version is not None
    assert found.standing == "verified", found.findings
    if path.stem in OTHER_VERSION:
        assert found.version.name == OTHER_VERSION[path.stem]
    own, known = fingerprint(source, structure), known_fingerprint(found.instrument.id, found.version.name)
    assert known is not None
    if structure.instrument == "民法典":
        assert own.articles.items() <= known.articles.items()
    else:
        assert (own.whole, own.articles) == (known.whole, known.articles)
        assert found.version.articles == len(own.articles)


def test_every_fingerprint_belongs_to_a_version_of_the_catalogue() -> None:
    folder = Path(__file__).resolve().parents[2] / "corpus" / "catalogue" / "digests"
    named = {tuple(file.stem.split("@")) for file in folder.glob("*.txt")}
    known = {(one.id, str(version.name)) for one in catalogue() for version in one.versions}
    assert named <= known
    assert len(named) == len(TEXTS) - 5, "the six parts of the code are one"


def test_one_changed_word_is_found(tmp_path: Path) -> None:
    (path,) = FOLDER.glob("national/价格法*")
    changed = tmp_path / path.name
    changed.write_text(path.read_text(encoding="utf-8").replace("应当", "可以", 1), encoding="utf-8")
    source = read(changed)
    found = identify(source, outline(source), catalogue())
    assert found.standing == "differs"
    (finding,) = found.findings
    assert "与目录核对过的文本不同" in finding.message


def test_a_misread_title_is_recognised_by_the_articles(tmp_path: Path) -> None:
    (path,) = FOLDER.glob("national/最高人民法院关于人民调解协议*")
    text = path.read_text(encoding="utf-8").replace(
        "调解协议司法确认程序的若干规定", "调解协议司法确认程字的若干规定", 1
    )
    (tmp_path / path.name).write_text(text, encoding="utf-8")
    source = read(tmp_path / path.name)
    found = identify(source, outline(source), catalogue())
    assert found.instrument.id == "司法确认规定"
    assert [finding.code for finding in found.findings] == ["COR001"]


def test_a_library_with_all_texts_opens_in_under_50_ms(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    taken = list(take_in([FOLDER / "national", FOLDER / "local"], library))
    assert [one.outcome for one in taken] == ["added"] * len(TEXTS)
    KnowledgeBase(date(2024, 1, 1), "青岛", library=library).text_at("价格法/5")  # the catalogue is read once a process
    seconds = []
    for _ in range(9):
        start = time.perf_counter()
        law = KnowledgeBase(date(2024, 1, 1), "青岛", library=library)
        assert len(law.library.texts()) == len(TEXTS)
        assert law.text_at("民法典/944/3").words
        seconds.append(time.perf_counter() - start)
    assert statistics.median(seconds) < 0.05, seconds
