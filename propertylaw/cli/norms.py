"""`propertylaw norms`: who must, may and must not do what, as a table or as lines."""

from enum import StrEnum
from typing import Annotated

import typer

from .options import Files, Output, deliver
from .reading import read_file, tell_doubts


class Format(StrEnum):
    """A table for people, one JSON object a line for programs."""

    TEXT = "text"
    JSONL = "jsonl"


def norms(
    files: Files,
    format: Annotated[Format, typer.Option("--format", "-f", help="text 为表格，jsonl 每行一条规范")] = Format.TEXT,
    output: Output = None,
) -> None:
    """抽取规范：谁应当、可以、不得做什么，条件、期限、金额和依据。"""
    from propertylaw.extraction import extract
    from propertylaw.report.document_titles import called
    from propertylaw.report.norm_page import norm_lines, norm_table
    from propertylaw.structure import outline
    from propertylaw.structure.printed_clauses import printed_clauses

    render = norm_lines if format is Format.JSONL else norm_table
    parts = []
    for file in files:
        source = read_file(file)
        if format is Format.JSONL:
            tell_doubts(source)
        structure = outline(source)
        with called({}, printed_clauses(structure)):
            parts.append(render(source, extract(source, structure)))
    deliver("\n".join(part for part in parts if part), output)
