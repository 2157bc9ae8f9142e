"""`propertylaw outline`: the structure of texts."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import Files, Output, TextOrJson, deliver


def outline(
    files: Files,
    format: Annotated[TextOrJson, typer.Option("--format", "-f", help="text 供阅读，json 供程序")] = TextOrJson.TEXT,
    output: Output = None,
) -> None:
    """列出文本的结构：编章节、条、款、项和引用。"""
    from propertylaw.reading import read
    from propertylaw.report.objects import outline_json
    from propertylaw.report.outline_page import outline_text
    from propertylaw.structure import citations
    from propertylaw.structure import outline as outline_of

    sources = [read(file) for file in files]
    outlines = [outline_of(source) for source in sources]
    render = outline_json if format is TextOrJson.JSON else outline_text
    pages = (
        render(source, one, citations(source, one, [other for other in outlines if other is not one]))
        for source, one in zip(sources, outlines, strict=True)
    )
    deliver("\n".join(pages), output)
