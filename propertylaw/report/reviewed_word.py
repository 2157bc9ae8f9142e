"""The client's own Word file with comments at the words they concern, and on request suggested wording as changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from propertylaw.errors import OutputError
from propertylaw.model import Diagnostic, Source, Span

from .findings_page import SEVERITIES
from .terminal import cited
from .word_runs import WORD, Runs

_AUTHOR = "propertylaw"
_INITIALS = "PL"
_SENTENCE_ENDS = "。；！？\n"
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、])[\s　]*"
)


@dataclass(frozen=True, slots=True)
class _Suggestion:
    """New wording for a sentence."""

    span: Span
    wording: str


def commented(source: Source, findings: Sequence[Diagnostic]) -> bytes:
    """The Word file of a source with a comment for every finding; else it stays as it is.

    Raises:
        OutputError: the source is no Word file.
    """
    return _saved(source, findings, ())


def with_suggestions(source: Source, findings: Sequence[Diagnostic], on: datetime) -> bytes:
    """The same, and where a finding has a wording, the sentence replaced by it as a tracked change.

    Raises:
        OutputError: the source is no Word file.
    """
    return _saved(source, findings, _suggestions(source, findings), on)


def _saved(
    source: Source, findings: Sequence[Diagnostic], suggestions: Sequence[_Suggestion], on: datetime | None = None
) -> bytes:
    from docx import Document

    if source.format != "docx":
        raise OutputError(
            "只有 .docx 文件能带批注返回", file=source.path, advice="请先另存为 .docx，或用 -o 输出 .html"
        )
    document = Document(str(Path(source.path)))
    spans = [one.span for one in findings if one.span] + [one.span for one in suggestions]
    runs = Runs(document.element, source, spans)
    for one in findings:
        _comment(document, runs, one)
    for number, suggestion in enumerate(suggestions):
        _change(runs, suggestion, number, on or datetime.min)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _comment(document: Any, runs: Runs, finding: Diagnostic) -> None:
    """A comment at the words; what the whole lacks is told at the beginning of the text."""
    from docx.text.run import Run

    here = runs.of(finding.span) if finding.span else runs.first()
    if not here:
        return
    ends = [Run(element, document) for element in (here[0], here[-1])]
    document.add_comment(ends, text=_told(finding), author=_AUTHOR, initials=_INITIALS)


def _told(finding: Diagnostic) -> str:
    lines = [f"[{SEVERITIES[finding.severity]}] {finding.message}"]
    if finding.basis:
        lines.append(f"依据：{cited(finding.basis)}")
    if finding.advice:
        lines.append(f"建议：{finding.advice}")
    if finding.replacement:
        lines.append(f"可以这样写：{finding.replacement}")
    return "\n".join([*lines, finding.code])


def _suggestions(source: Source, findings: Sequence[Diagnostic]) -> tuple[_Suggestion, ...]:
    """One for a sentence: that of its first finding with a wording."""
    chosen: dict[Span, str] = {}
    for one in findings:
        if one.span and one.replacement:
            chosen.setdefault(_sentence(source.text, one.span), one.replacement)
    return tuple(_Suggestion(span, wording) for span, wording in sorted(chosen.items()))


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a place, without its number, with its stop."""
    start = max(text.rfind(stop, 0, span[0]) for stop in _SENTENCE_ENDS) + 1
    ends = [at for at in (text.find(stop, span[1]) for stop in _SENTENCE_ENDS) if at >= 0]
    end = min(ends, default=len(text))
    number = _NUMBERED.match(text, start, end)
    return number.end() if number else start, end + (text[end : end + 1] not in ("", "\n"))


def _change(runs: Runs, suggestion: _Suggestion, number: int, on: datetime) -> None:
    """The runs of the sentence become deleted, and the wording is inserted behind them in their style."""
    old = runs.of(suggestion.span)
    if not old:
        return
    marks = {"author": _AUTHOR, "date": on.strftime("%Y-%m-%dT%H:%M:%SZ")}
    groups = defaultdict(list)
    for run in old:
        groups[run.getparent()].append(run)
    for count, siblings in enumerate(groups.values()):
        deleted = _tracked(siblings[0], "del", f"{9000 + number * 100 + count}", marks)
        siblings[0].addprevious(deleted)
        for run in siblings:
            deleted.append(run)
            for words in run.findall(f"{WORD}t"):
                words.tag = f"{WORD}delText"
    last = old[-1].getparent()
    inserted = _tracked(last, "ins", f"{9099 + number * 100}", marks)
    inserted.append(_new_run(old[0], suggestion.wording))
    last.addnext(inserted)


def _tracked(beside: Any, kind: str, id: str, marks: dict[str, str]) -> Any:
    own = {f"{WORD}id": id, **{f"{WORD}{name}": value for name, value in marks.items()}}
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
