"""A file of questions is read line by line; a broken line ends in one clear error."""

from __future__ import annotations

import json
from pathlib import Path

import command_line
import pytest
from command_line import Done

from propertylaw.errors import EmptyFileError, EncodingError, MissingFileError, QuestionError
from propertylaw.library.search_questions import read_questions
from propertylaw.model import Locator

GOOD = '{"id": "a", "question": "楼上漏水"}'
OUR_OWN = Path(__file__).parent / "questions"


def written(folder: Path, *lines: str) -> Path:
    file = folder / "问题.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def run(*arguments: str | Path) -> Done:
    return command_line.run("ask", *arguments)


def test_questions_keep_their_ids_and_order(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD, "", '{"id": 7, "question": "欠费", "other": [1]}')
    assert [(one.id, one.question, one.line) for one in read_questions(file)] == [("a", "楼上漏水", 1), (7, "欠费", 3)]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "物业不让进门",
        '{"question": "欠费"}',
        '{"id": null, "question": "欠费"}',
        '{"id": true, "question": "欠费"}',
        '{"id": "b"}',
        '{"id": "b", "question": 3}',
        '{"id": "b", "question": " "}',
        "[" * 100_000,
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(QuestionError, match=r"问题\.jsonl，第 2 行：.*（ASK001）"):
        read_questions(written(tmp_path, GOOD, line))


def test_a_file_without_questions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError):
        read_questions(written(tmp_path, "", " "))
    with pytest.raises(MissingFileError):
        read_questions(tmp_path / "没有.jsonl")
    (tmp_path / "乱.jsonl").write_bytes(b"\xff\xfe\x81")
    with pytest.raises(EncodingError):
        read_questions(tmp_path / "乱.jsonl")


def test_lines_for_programs_have_stable_keys(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD, '{"id": 2, "question": "怎么换物业"}')
    done = run("--questions", file, "--format", "jsonl", "-k", "4", "--on", "2025-07-01")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", 2]
    for line in lines:
        assert len(line["results"]) == 4
        for result in line["results"]:
            assert str(Locator.parse(result["locator"])) == result["locator"]
            assert result.keys() == {
                "locator", "score", "why", "places", "means", "excerpt", "version", "standing", "at_hand", "territory",
            }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ["--questions"]),
        (("漏水", "--questions", "x.jsonl"), ["--questions"]),
        (("",), ["没有可以检索的字"]),
        (("漏水", "-k", "0"), ["正数"]),
        (("--questions", "没有.jsonl"), ["没有.jsonl", "READ001"]),
    ],
)
def test_bad_input_ends_in_one_line(arguments: tuple[str, ...], words: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert all(word in done.stderr for word in words)


def test_a_line_whose_question_says_nothing_is_named(tmp_path: Path) -> None:
    done = run("--questions", written(tmp_path, GOOD, '{"id": "b", "question": "？？"}'))
    assert done.returncode == 2
    assert "问题.jsonl，第 2 行" in done.stderr


def test_an_unknown_place_is_told_beside_the_answer() -> None:
    done = run("楼上漏水", "--place", "乌有之乡", "-k", "2")
    assert done.returncode == 0
    assert "乌有之乡" in done.stderr and "民法典" in done.stdout


@pytest.mark.parametrize("name", ["dev", "test"])
def test_our_own_questions_are_whole(name: str) -> None:
    lines = (OUR_OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    assert len(asked) >= 60
    assert len({one["id"] for one in asked}) == len(asked)
    for one in asked:
        assert one["question"] and one["answers"]
        assert all(Locator.parse(at).article for at in one["answers"])
