"""Print how well everyday questions are answered, beside plain BM25, and how long an answer takes.

    python scripts/search_score.py QUESTIONS.jsonl --texts ../shared/corpus/national [--errors]

Each line of QUESTIONS has `question` and `answers` (locators). An answer counts as found when a result names its
article. The law is that of a day on which every national text of the reference folder is in force. Figures are means
over the questions; `tests/library/questions/dev.jsonl` was used for development, `test.jsonl` is only ever scored:
`--errors` shows what was missed and refuses test data.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from propertylaw.library import KnowledgeBase, Library
from propertylaw.library.intake import take_in
from propertylaw.library.search import Search
from propertylaw.library.search_tokens import Tokenizer
from propertylaw.rulebook.everyday import Vocabulary

DAY = date(2025, 7, 1)
MOST = 10
PLAIN_IS_TOO_EASY = 0.40


def main() -> int:
    """Score one file of questions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    if chosen.errors and "dev" not in chosen.questions.stem:
        parser.error("errors are shown of development questions only")
    asked = [json.loads(line) for line in chosen.questions.read_text(encoding="utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        count = sum(1 for taken in take_in([chosen.texts], library) if taken.text)
        search = Search(KnowledgeBase(DAY, "", library=library))
        print(f"{len(asked)} questions, {count} texts, the law of {DAY}")
        plain = figures("plain BM25", asked, plain_bm25(library))
        if plain > PLAIN_IS_TOO_EASY:
            print(f"plain BM25 finds more than {PLAIN_IS_TOO_EASY}: this set is too easy")
        figures("propertylaw ask", asked, lambda words: [article(str(one.locator)) for one in search.ask(words, MOST)])
        if chosen.errors:
            show_errors(asked, search)
    return 0


def figures(title: str, asked: list[dict[str, object]], answer: Callable[[str], list[str]]) -> float:
    """Print the figures of one way to answer; the recall at ten."""
    five = ten = rank = 0.0
    began = time.perf_counter()
    answered = [answer(str(one["question"])) for one in asked]
    spent = (time.perf_counter() - began) / len(asked) * 1000
    for one, found in zip(asked, answered, strict=True):
        wanted = articles(one)
        five += len(wanted & set(found[:5])) / len(wanted) / len(asked)
        ten += len(wanted & set(found[:MOST])) / len(wanted) / len(asked)
        rank += next((1 / n for n, at in enumerate(found[:MOST], 1) if at in wanted), 0.0) / len(asked)
    print(f"{title}: recall at 5 {five:.3f}, at 10 {ten:.3f}, MRR {rank:.3f}, {spent:.1f} ms a question, warm")
    return ten


def plain_bm25(library: Library) -> Callable[[str], list[str]]:
    """The engine by itself: pairs of characters over the texts, nothing of ours."""
    tokens = Tokenizer(Vocabulary(same=(), noise=()))
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE plain USING fts5 (words, content = '', tokenize = 'ascii')")
    places: list[str] = []
    for text in library.texts():
        source = library.source(text)
        for place, (start, end) in library.provisions(text).items():
            if "/" not in place:
                places.append(f"{text.instrument.id}/{place}")
                words = " ".join(tokens.pairs(source.text[start:end]))
                index.execute("INSERT INTO plain (rowid, words) VALUES (?, ?)", (len(places) - 1, words))

    def answer(question: str) -> list[str]:
        query = " OR ".join(f'"{pair}"' for pair in tokens.pairs(question))
        found = index.execute("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (query, MOST))
        return [places[row] for (row,) in found]

    return answer


def show_errors(asked: Iterable[dict[str, object]], search: Search) -> None:
    """What was missed, and why the first results came."""
    for one in asked:
        found = search.ask(str(one["question"]), MOST)
        missed = articles(one) - {article(str(answer.locator)) for answer in found}
        if missed:
            print(f"{one['id']} {one['question']}\n  missed {sorted(missed)}")
            for answer in found[:4]:
                print(f"  {answer.locator} {answer.score} {answer.why}")


def articles(one: dict[str, object]) -> set[str]:
    """The articles that answer a question."""
    answers = one["answers"]
    assert isinstance(answers, list)
    return {article(at) for at in answers}


def article(locator: str) -> str:
    """The article of a locator in short form."""
    return "/".join(locator.split("/")[:2])


if __name__ == "__main__":
    raise SystemExit(main())
