"""`propertylaw analyze`: who is liable in a dispute, why, and what is open."""

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


def _made(analysis: "Analysis", wanted: PageFormat) -> str | bytes:
    if wanted is PageFormat.JSON:
        from propertylaw.report.objects import analysis_json

        return analysis_json(analysis)
    if wanted is PageFormat.TEXT:
        from propertylaw.report.analysis_page import analysis_text

        return analysis_text(analysis)
    from propertylaw.report.analysis_files import analysis_html, analysis_word

    return analysis_html(analysis) if wanted is PageFormat.HTML else analysis_word(analysis)
