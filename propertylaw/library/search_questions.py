"""Reads a file of questions, one JSON object a line with `id` and `question`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from propertylaw.errors import EmptyFileError, EncodingError, MissingFileError, QuestionError
from propertylaw.model import Model

_ADVICE = '每行写作 {"id": "1", "question": "物业不让我进门"}'


class AskedQuestion(Model):
    """One line of a file of questions."""

    id: str | int
    """As the file has it; results carry it."""
    question: str
    line: int


def read_questions(file: Path) -> tuple[AskedQuestion, ...]:
    """The questions of a file, in its order; empty lines are passed over, other keys too.

    Raises:
        MissingFileError, EncodingError, EmptyFileError: the file cannot be read, or asks nothing.
        QuestionError: a line is broken; the message says which.
    """
    lines = _text(file).splitlines()
    asked = tuple(_question(file, number, line) for number, line in enumerate(lines, 1) if line.strip())
    if not asked:
        raise EmptyFileError("文件里没有问题", file=file, advice=_ADVICE)
    return asked


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EncodingError("不是 UTF-8 编码的文本", file=file, advice="请把文件另存为 UTF-8") from None
    except OSError as problem:
        raise MissingFileError(f"打不开：{problem.strerror}", file=file, advice="请检查路径") from None


def _question(file: Path, number: int, line: str) -> AskedQuestion:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise _broken("不是一个 JSON 对象", file, number) from None
    if not isinstance(found, dict):
        raise _broken("不是一个 JSON 对象", file, number)
    id, question = found.get("id"), found.get("question")
    if not isinstance(id, str | int) or isinstance(id, bool):
        raise _broken("缺少 id，或者它不是文字或整数", file, number)
    if not isinstance(question, str) or not question.strip():
        raise _broken("缺少 question，或者它是空的", file, number)
    return AskedQuestion(id=id, question=question, line=number)


def _broken(problem: str, file: Path, number: int) -> QuestionError:
    return QuestionError(problem, file=file, place=f"第 {number} 行", advice=_ADVICE)
