"""`propertylaw graph`: the rule graph of texts together with the curated law."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from .options import Files, Output, deliver
from .reading import read_file, tell_doubts


class Format(StrEnum):
    """A summary, a page or a picture for people; the graph itself for programs."""

    TEXT = "text"
    HTML = "html"
    SVG = "svg"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"
    JSONLD = "jsonld"
    LRML = "lrml"


def graph(
    files: Files,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="text 摘要，html 可搜索的网页，svg 图片；其余供程序读",
        ),
    ] = Format.TEXT,
    party: Annotated[str | None, typer.Option(help="只看一方，如 owner、service_provider", show_default=False)] = None,
    matrix: Annotated[bool, typer.Option("--matrix", help="谁管什么：各主题由谁主管、办理、监督、协助")] = False,
    output: Output = None,
) -> None:
    """把文件的规范与法律规则连成图：谁对谁有什么义务，哪些条款被强制性规定推翻。"""
    from datetime import date

    from propertylaw.errors import OutputError
    from propertylaw.extraction import extract
    from propertylaw.graph import RuleGraph, flows
    from propertylaw.library import KnowledgeBase, instrument_of
    from propertylaw.report.graph_html import graph_html
    from propertylaw.report.graph_linked import graph_jsonld
    from propertylaw.report.graph_page import graph_graphml, graph_json, graph_text
    from propertylaw.report.graph_picture import graph_svg
    from propertylaw.report.legal_ruleml import legal_ruleml
    from propertylaw.report.matrix_page import matrix_csv, matrix_svg, matrix_text
    from propertylaw.report.terminal import with_marks
    from propertylaw.report.text_marks import TextMarks
    from propertylaw.structure import outline

    read_files = [(source, outline(source)) for source in map(read_file, files)]
    for source, _ in read_files:
        tell_doubts(source)
    law = KnowledgeBase(date.today(), "")
    extracted = [norm for source, structure in read_files for norm in extract(source, structure)]
    instruments = [instrument_of(source, structure) for source, structure in read_files]
    whole = RuleGraph([*law.norms(), *extracted], instruments)
    titles = "、".join(structure.title for _, structure in read_files)
    texts = {structure.instrument: source for source, structure in read_files}
    marks = TextMarks(lambda at: None if at.instrument in texts else law.cited_text(at))
    makers: dict[Format, Callable[[], str]]
    if matrix:
        makers = {
            Format.TEXT: lambda: with_marks(lambda: matrix_text(whole), marks),
            Format.CSV: lambda: matrix_csv(whole),
            Format.SVG: lambda: matrix_svg(whole, f"{titles}：谁管什么"),
        }
    else:
        makers = {
            Format.TEXT: lambda: with_marks(lambda: graph_text(whole, party), marks),
            Format.HTML: lambda: graph_html(whole, texts, f"{titles}：谁对谁"),
            Format.SVG: lambda: graph_svg(flows(whole.norms.values()), f"{titles}：谁对谁"),
            Format.JSON: lambda: graph_json(whole),
            Format.GRAPHML: lambda: graph_graphml(whole),
            Format.JSONLD: lambda: graph_jsonld(whole),
            Format.LRML: lambda: legal_ruleml(whole.norms.values()),
        }
    if format not in makers:
        raise OutputError(f"这里没有 {format.value} 格式", advice=f"可用：{'、'.join(makers)}")
    deliver(makers[format](), output)
