"""`propertylaw analyze`: who is liable in a dispute, why, and what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import Output, TextOrJson, deliver
from .reading import recognition_bar


def analyze(
    case: Annotated[Path, typer.Argument(metavar="纠纷表", help="YAML 格式的纠纷表", show_default=False)],
    format: Annotated[TextOrJson, typer.Option("--format", "-f", help="text 供阅读，json 供程序")] = TextOrJson.TEXT,
    output: Output = None,
) -> None:
    """核对一起纠纷：哪些请求成立、依据和举证责任、未定之处、接下来问什么。"""
    from propertylaw.reasoning import analyze as analyze_case
    from propertylaw.report.analysis_page import analysis_text
    from propertylaw.report.objects import analysis_json

    with recognition_bar("识别所附文件") as show:
        analysis = analyze_case(case, progress=show)
    deliver(analysis_json(analysis) if format is TextOrJson.JSON else analysis_text(analysis), output)
