"""`propertylaw outline`: the structure of texts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .options import Files, Output, deliver
from .reading import read_file


class Format(StrEnum):
    """A tree for people, one JSON object a file for programs, Akoma Ntoso for archives."""

    TEXT = "text"
    JSON = "json"
    AKN = "akn"


def outline(
    files: Files,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="text 供阅读，json 供程序，akn 为 Akoma Ntoso 3 的 XML")
    ] = Format.TEXT,
    output: Output = None,
) -> None:
    """列出文本的结构：编章节、条、款、项和引用。"""
    from propertylaw.report.akoma_ntoso import akoma_ntoso
    from propertylaw.report.objects import outline_json
    from propertylaw.report.outline_page import outline_text
    from propertylaw.structure import citations
    from propertylaw.structure import outline as outline_of

    sources = [read_file(file) for file in files]
    outlines = [outline_of(source) for source in sources]
    render = {Format.TEXT: outline_text, Format.JSON: outline_json, Format.AKN: akoma_ntoso}[format]
    pages = (
        render(source, one, citations(source, one, [other for other in outlines if other is not one]))
        for source, one in zip(sources, outlines, strict=True)
    )
    deliver("\n".join(pages), output)
