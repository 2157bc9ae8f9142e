"""A clause that stands alone is read as a small contract: a title, its parties, one clause."""

from __future__ import annotations

import json
from pathlib import Path

from propertylaw.errors import CheckError, EncodingError, MissingFileError
from propertylaw.extraction.contracts.contract_kind import kind_of, sides
from propertylaw.model import Diagnostic, PartyId, Source
from propertylaw.model.base import Model
from propertylaw.structure import outline

from .registry import checks_for
from .run import run
from .view import contract_view

_TITLES: dict[PartyId, str] = {
    "service_provider": "物业服务企业",
    "developer": "建设单位",
    "owners_committee": "业主委员会",
    "owner": "业主",
}


_OF_THE_WHOLE = (
    "missing_content",
    "dangling_cross_reference",
    "no_clauses",
    "nothing_referred_to",
    "announced_list_missing",
    "undefined_base",
    "annex_not_referred_to",
)
"""Checks that need the whole contract."""


class ClauseInput(Model):
    """One line of a clause file."""

    id: str
    text: str
    doc_type: str = "物业服务合同"
    signatory: PartyId = "owners_committee"


def read_clauses(file: Path) -> tuple[ClauseInput, ...]:
    """The clauses of a file, one JSON object a line; further fields are left aside.

    Raises:
        MissingFileError: there is no such file.
        CheckError: a line is not valid.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError:
        raise MissingFileError("没有这个文件", file=file, advice="请检查路径") from None
    except UnicodeDecodeError:
        raise EncodingError("不是 UTF-8 编码的文本", file=file, advice="请另存为 UTF-8") from None
    return tuple(_clause(line, number, file) for number, line in enumerate(lines, 1) if line.strip())


def _clause(line: str, number: int, file: Path) -> ClauseInput:
    try:
        row = json.loads(line)
        return ClauseInput.model_validate({name: row[name] for name in ClauseInput.model_fields if name in row})
    except (ValueError, TypeError) as problem:
        kind = "不是有效的 JSON" if isinstance(problem, json.JSONDecodeError) else "缺少 id 或 text，或者值不合要求"
        raise CheckError(kind, file=file, place=f"第 {number} 行", advice="每行一个对象，见行格式") from None


def review_clause(clause: ClauseInput) -> tuple[Diagnostic, ...]:
    """The findings about one clause; their spans count from the start of its own text."""
    kind = kind_of(clause.doc_type)
    between = sides(clause.text, kind, clause.signatory)
    head = "".join(f"{name}：{_TITLES.get(party, party)}\n" for name, party in between.items())
    before = f"{clause.doc_type}\n{head}第一条　"
    source = Source(name=clause.id, format="txt", text=before + clause.text)
    view = contract_view(source, outline(source), clause.signatory)
    alone = [check for check in checks_for("contract") if check.slug not in _OF_THE_WHOLE]
    found = run(view, alone)
    return tuple(_moved(one, len(before), len(clause.text)) for one in found if one.span and one.span[0] >= len(before))


def _moved(found: Diagnostic, by: int, length: int) -> Diagnostic:
    start, end = found.span or (0, 0)
    replaces = (found.replaces[0] - by, found.replaces[1] - by) if found.replaces else None
    places = {"span": (start - by, min(end - by, length)), "replaces": replaces, "clause": None, "place": ""}
    return found.model_copy(update=places)
