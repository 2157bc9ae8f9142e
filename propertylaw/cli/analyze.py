"""`propertylaw analyze`: who is liable in a dispute, why, and what is open."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Output, deliver, deliver_bytes
from .reading import recognition_bar

if TYPE_CHECKING:
    from propertylaw.model import Analysis


class Format(StrEnum):
    """A page for people in the terminal, the browser or Word, one object for programs."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


_SUFFIXES = {"": Format.TEXT, ".txt": Format.TEXT, ".html": Format.HTML, ".docx": Format.DOCX, ".json": Format.JSON}


def analyze(
    case: Annotated[Path, typer.Argument(metavar="纠纷表", help="YAML 格式的纠纷表", show_default=False)],
    format: Annotated[Format | None, typer.Option("--format", "-f", help="输出格式", show_default="text")] = None,
    output: Output = None,
) -> None:
    """核对一起纠纷：哪些请求成立、依据和举证责任、未定之处、接下来问什么；-o 结果.docx、结果.html 便于打印。"""
    from propertylaw.errors import OutputError
    from propertylaw.reasoning import analyze as analyze_case

    wanted = format or _format_for(output)
    if wanted is Format.DOCX and output is None:
        raise OutputError("Word 文件要写到文件里", advice="加上 -o 结果.docx")
    with recognition_bar("识别所附文件") as show:
        analysis = analyze_case(case, progress=show)
    made = _made(analysis, wanted)
    if isinstance(made, str):
        deliver(made, output)
    elif output is not None:
        deliver_bytes(made, output)


def _format_for(output: Path | None) -> Format:
    """The format that the suffix of the output names.

    Raises:
        OutputError: the suffix is that of a format that is not made.
    """
    from propertylaw.errors import OutputError

    suffix = output.suffix.lower() if output else ""
    if suffix not in _SUFFIXES:
        advice = "用 .docx、.html、.json、.txt，或者用 --format 写明格式"
        raise OutputError(f"不会写 {suffix} 文件", file=output, advice=advice)
    return _SUFFIXES[suffix]


def _made(analysis: Analysis, wanted: Format) -> str | bytes:
    from propertylaw.report.analysis_page import analysis_html, analysis_text, analysis_word
    from propertylaw.report.objects import analysis_json

    if wanted is Format.DOCX:
        return analysis_word(analysis)
    makers = {Format.TEXT: analysis_text, Format.HTML: analysis_html, Format.JSON: analysis_json}
    return makers[wanted](analysis)
