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
    from propertylaw.structure import outline as outline_of

    sources = [read(file) for file in files]
    render = outline_json if format is TextOrJson.JSON else outline_text
    deliver("\n".join(render(source, outline_of(source)) for source in sources), output)
