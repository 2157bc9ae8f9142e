"""`propertylaw outline`: the structure of texts."""

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
    from datetime import date

    from propertylaw.library import KnowledgeBase
    from propertylaw.report.akoma_ntoso import akoma_ntoso
    from propertylaw.report.objects import outline_json
    from propertylaw.report.outline_page import outline_text
    from propertylaw.structure import citations
    from propertylaw.structure import outline as outline_of

    sources = [read_file(file) for file in files]
    outlines = [outline_of(source) for source in sources]
    law, given = KnowledgeBase(date.today(), ""), {one.instrument for one in outlines}
    pages = []
    for source, one in zip(sources, outlines, strict=True):
        found = citations(source, one, [other for other in outlines if other is not one])
        if format is Format.AKN:
            pages.append(akoma_ntoso(source, one, found))
            continue
        targets = dict.fromkeys(target for citation in found for target in citation.targets)
        texts = [law.cited_text(target) for target in targets if target.instrument not in given]
        render = outline_text if format is Format.TEXT else outline_json
        pages.append(render(source, one, found, texts))
    deliver("\n".join(pages), output)
