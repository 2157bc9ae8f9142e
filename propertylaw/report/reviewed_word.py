"""The client's own Word file with comments at the words they concern, and on request suggested wording as changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from propertylaw.errors import OutputError
from propertylaw.model import Diagnostic, Source

from .findings_page import SEVERITIES
from .suggestions import ANOTHER, Suggestion, rewritten_for_another, suggestions
from .terminal import cited
from .text_marks import SIGN, UNCHECKED
from .word_runs import WORD, Runs

_AUTHOR = "propertylaw"
_INITIALS = "PL"
_MARKED = {
    SIGN: f"{SIGN} 当日施行的文本不在手头，引用前请核对原文",
    UNCHECKED: f"{UNCHECKED} 整理规则时也没有这个文本可以核对，条号和内容都要先核对原文",
}


@dataclass(frozen=True, slots=True)
class ReviewedWord:
    """A Word file, and how much of it is ours."""

    content: bytes
    comments: int
    changes: int


def commented(source: Source, findings: Sequence[Diagnostic]) -> ReviewedWord:
    """The Word file of a source with a comment for every finding; else it stays as it is.

    Raises:
        OutputError: the source is no Word file.
    """
    return _reviewed(source, [(one, _told(one)) for one in findings], (), datetime.min)


def with_suggestions(source: Source, findings: Sequence[Diagnostic], on: datetime) -> ReviewedWord:
    """The same, and suggested wording as tracked changes.

    Raises:
        OutputError: the source is no Word file.
    """
    for_another = rewritten_for_another(findings)
    comments = [(one, f"{_told(one)}\n{ANOTHER}" if one in for_another else _told(one)) for one in findings]
    return _reviewed(source, comments, suggestions(source.text, findings), on)


def _reviewed(
    source: Source, comments: Sequence[tuple[Diagnostic, str]], changes: Sequence[Suggestion], on: datetime
) -> ReviewedWord:
    from docx import Document

    if source.format != "docx":
        raise OutputError(
            "只有 .docx 文件能带批注返回", file=source.path, advice="请先另存为 .docx，或用 -o 输出 .html"
        )
    document = Document(str(Path(source.path)))
    spans = [one.span for one, _ in comments if one.span] + [one.span for one in changes]
    runs = Runs(document.element, source, spans)
    in_order = sorted(comments, key=lambda pair: pair[0].span or (0, 0))  # readers number them as they come
    commented = [_comment(document, runs, one, told) for one, told in in_order]
    ids = _free_ids(document.element)
    changed = [_change(runs, suggestion, ids, on) for suggestion in changes]
    buffer = BytesIO()
    document.save(buffer)
    return ReviewedWord(buffer.getvalue(), sum(commented), sum(changed))


def _comment(document: Any, runs: Runs, finding: Diagnostic, told: str) -> bool:
    """A comment at the words; what the whole lacks is told at the beginning of the text. Whether there is a place."""
    from docx.text.run import Run

    here = runs.of(finding.span) if finding.span else runs.first()
    if not here:
        return False
    ends = [Run(element, document) for element in (here[0], here[-1])]
    document.add_comment(ends, text=told, author=_AUTHOR, initials=_INITIALS)
    return True


def _told(finding: Diagnostic) -> str:
    lines = [f"[{SEVERITIES[finding.severity]}] {finding.message}"]
    if finding.basis:
        basis = cited(finding.basis)
        lines += [f"依据：{basis}", *(says for mark, says in _MARKED.items() if mark in basis)]
    if finding.advice:
        lines.append(f"建议：{finding.advice}")
    if finding.replacement:
        lines.append(f"可以这样写：{finding.replacement}")
    return "\n".join([*lines, finding.code])


def _change(runs: Runs, suggestion: Suggestion, ids: Iterator[int], on: datetime) -> bool:
    """The runs of the words become deleted, the wording is inserted behind them. Whether there is a place."""
    old = runs.of(suggestion.span)
    if not old:
        return False
    marks = {"author": _AUTHOR, "date": on.strftime("%Y-%m-%dT%H:%M:%SZ")}
    deleted = None
    for run in old:
        if deleted is None or run.getprevious() is not deleted:  # a comment that begins or ends here stays where it is
            deleted = _tracked(run, "del", next(ids), marks)
            run.addprevious(deleted)
        deleted.append(run)
        for words in run.findall(f"{WORD}t"):
            words.tag = f"{WORD}delText"
    if suggestion.wording and deleted is not None:
        inserted = _tracked(deleted, "ins", next(ids), marks)
        inserted.append(_new_run(old[0], suggestion.wording))
        deleted.addnext(inserted)
    return True


def _free_ids(root: Any) -> Iterator[int]:
    """Ids for changes beyond those that the document has."""
    taken = [element.get(f"{WORD}id") or "" for element in root.iter()]
    return count(max((int(one) for one in taken if one.isdecimal()), default=0) + 1)


def _tracked(beside: Any, kind: str, id: int, marks: dict[str, str]) -> Any:
    own = {f"{WORD}id": f"{id}", **{f"{WORD}{name}": value for name, value in marks.items()}}
    return beside.makeelement(f"{WORD}{kind}", own)


def _new_run(like: Any, words: str) -> Any:
    run = like.makeelement(f"{WORD}r", {})
    style = like.find(f"{WORD}rPr")
    if style is not None:
        run.append(deepcopy(style))
    text = like.makeelement(f"{WORD}t", {})
    text.text = words
    run.append(text)
    return run
