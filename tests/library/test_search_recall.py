"""How well the development questions are answered over the reference texts, by the script that prints the figures."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from propertylaw.library import KnowledgeBase, Library, Search

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared" / "corpus"
DEVELOPMENT = Path(__file__).parent / "questions" / "dev.jsonl"


@pytest.fixture(scope="module")
def search_score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("search_score", ROOT / "scripts" / "search_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["search_score"] = module
    spec.loader.exec_module(module)
    return module


def test_an_answer_counts_when_it_names_the_article(search_score: ModuleType) -> None:
    asked = [
        {"question": "甲", "answers": ["民法典/944/3", "民法典/577"]},
        {"question": "乙", "answers": ["民法典/278/2"]},
    ]
    answers = {"甲": ["民法典/1", "民法典/944"], "乙": ["民法典/278"]}
    assert search_score.figures("by hand", asked, answers.__getitem__) == pytest.approx(0.75)


def test_errors_of_test_questions_are_not_shown(search_score: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["search_score.py", str(DEVELOPMENT.with_name("test.jsonl")), "--texts", "x", "--errors"]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit):
        search_score.main()


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the reference folder")
def test_seven_of_ten_provisions_are_among_the_first_ten_where_plain_bm25_finds_less_than_four(
    search_score: ModuleType, reference_library: Library
) -> None:
    asked = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    search = Search(KnowledgeBase(search_score.DAY, "", library=reference_library))

    def ask(question: str) -> list[str]:
        return [search_score.article(str(answer.locator)) for answer in search.ask(question, 10)]

    assert search_score.figures("ask", asked, ask) >= 0.7
    assert search_score.figures("plain", asked, search_score.plain_bm25(reference_library)) <= 0.4
