"""`propertylaw analyze`: who is liable in a dispute, why, and what is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Output, PageFormat, deliver_made, wanted_format
from .reading import recognition_bar

if TYPE_CHECKING:
    from propertylaw.model import Analysis


def analyze(
    case: Annotated[Path, typer.Argument(metavar="纠纷表", help="YAML 格式的纠纷表", show_default=False)],
    format: Annotated[PageFormat | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    output: Output = None,
) -> None:
    """核对一起纠纷：哪些请求成立、依据和举证责任、未定之处、接下来问什么；-o 结果.docx、结果.html 便于打印。"""
    from propertylaw.reasoning import analyze as analyze_case

    wanted = wanted_format(format, output, PageFormat)
    with recognition_bar("识别所附文件") as show:
        analysis = analyze_case(case, progress=show)
    deliver_made(_made(analysis, wanted), output)


def _made(analysis: Analysis, wanted: PageFormat) -> str | bytes:
    from propertylaw.report.analysis_page import analysis_html, analysis_text, analysis_word
    from propertylaw.report.objects import analysis_json

    if wanted is PageFormat.DOCX:
        return analysis_word(analysis)
    makers = {PageFormat.TEXT: analysis_text, PageFormat.HTML: analysis_html, PageFormat.JSON: analysis_json}
    return makers[wanted](analysis)
