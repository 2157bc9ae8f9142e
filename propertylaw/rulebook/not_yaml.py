"""Why a text is no YAML, or says one thing twice: the words of the parser turned into what the writer can do."""

from __future__ import annotations

import re

from .complaints import Complaint
from .yaml_lines import YamlLines

UNREAD, UNREAD_ENTRY = "\0", r'"\0"'
"""What stands for an entry that could not be read: as a value, and as it is written."""
_NOT_CLOSED = "从这一行开始的括号没有配对，或者两项之间缺逗号"
_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "这里有不能开头的字符（制表符、@、% 等）",
        "缩进只用空格；文字以符号开头的，加半角引号",
    ),
    ("expected ',' or", _NOT_CLOSED, "补上括号或逗号；有 { 就要有 }，有 [ 就要有 ]"),
    ("end of stream", "引号没有配对", "补上另一个引号；半角引号要成对"),
    ("expected ':'", "这一行缺少冒号", "写成“名称: 值”，半角冒号后空一格"),
    (
        "mapping values are not allowed",
        "这里的冒号放错了，或者上一行没有写完",
        "一行只写一个“名称: 值”；同组各行左边对齐",
    ),
    (
        "expected '-' indicator",
        "这一行和上面的各项没有对齐，或者多了一个括号",
        "同一组的各行左边对齐；列表的各项以“- ”开头",
    ),
    ("expected key", "这一行和上面的各行没有对齐，或者值的后面多了东西", "同一组的各行左边对齐；有引号的值到引号为止"),
    ("another document", "中间的“---”把表分成了两份", "删去“---”"),
    ("recursive", "这里引用了自己", "删去 & 和 * 开头的记号"),
    ("alphabetic or numeric", "值以 * 或 & 开头", "用半角引号括起来"),
    ("node content", "这里缺一个值，或者上面的括号没有配对", "补上值或另一个括号；有 [ 就要有 ]"),
    ("block sequence entries", "这里不能开始列表：上一行没有写完，或者括号没有配对", "“[”后面不另起列表，或者补上“]”"),
    ("alias", "值以 * 开头", "用半角引号括起来"),
)
"""Words of the parser, what they mean for the writer, and what to do."""


def not_yaml(problem: Exception) -> Complaint:
    """Why a text cannot be read at all. What follows the place has not been looked at."""
    if isinstance(problem, RecursionError):
        return Complaint("嵌套层数过多")
    said = str(getattr(problem, "problem", "") or "")
    mark = getattr(problem, "problem_mark", None)
    begun = getattr(problem, "context_mark", None)
    if begun and any(word in said for word in ("expected ',' or", "end of stream", "expected ':'")):
        mark = begun  # where the bracket, the quotation or the key begins
    known = ((means, advice) for words, means, advice in _SYNTAX if words in said)
    means, advice = next(known, ("写法有误，读不下去", "检查缩进、冒号后的空格和引号"))
    return Complaint(
        means,
        advice=advice,
        line=mark.line + 1 if mark else None,
        column=mark.column + 1 if mark else None,
    )


def without_entry(text: str, line: int) -> str | None:
    """The text without what stands on a line, where that is an entry of a list and nothing else: line for line and
    entry for entry the same, so that the rest can be looked at. None where the line cannot be taken out.
    """
    lines = text.split("\n")
    indent = re.match(r"(\s*)- ", lines[line - 1])
    following = next((one for one in lines[line:] if one.strip()), "")
    if indent is None or UNREAD_ENTRY in lines[line - 1] or following.startswith(indent[1] + " "):  # it goes on
        return None
    lines[line - 1] = f"{indent[1]}- {UNREAD_ENTRY}"
    return "\n".join(lines)


def repeated_keys(text: str) -> list[Complaint]:
    """Keys that stand twice in one group."""
    return [
        Complaint(f"键“{name}”重复", advice="同一组里每个名称只写一次，删去一个", line=line)
        for name, line in YamlLines(text).repeated()
    ]
