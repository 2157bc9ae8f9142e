"""`propertylaw graph`: the rule graph of texts together with the curated law."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .options import Files, Output, deliver


class Format(StrEnum):
    """A summary, a page or a picture for people; the graph itself for programs."""

    TEXT = "text"
    HTML = "html"
    SVG = "svg"
    JSON = "json"
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
    output: Output = None,
) -> None:
    """把文件的规范与法律规则连成图：谁对谁有什么义务，哪些条款被强制性规定推翻。"""
    from datetime import date

    from propertylaw.extraction import extract
    from propertylaw.graph import RuleGraph, flows
    from propertylaw.library import KnowledgeBase, instrument_of
    from propertylaw.reading import read
    from propertylaw.report.graph_html import graph_html
    from propertylaw.report.graph_linked import graph_jsonld
    from propertylaw.report.graph_page import graph_graphml, graph_json, graph_text
    from propertylaw.report.graph_picture import graph_svg
    from propertylaw.report.legal_ruleml import legal_ruleml
    from propertylaw.structure import outline

    read_files = [(source, outline(source)) for source in map(read, files)]
    law = KnowledgeBase(date.today(), "")
    extracted = [norm for source, structure in read_files for norm in extract(source, structure)]
    instruments = [instrument_of(source, structure) for source, structure in read_files]
    whole = RuleGraph([*law.norms(), *extracted], instruments)
    title = f"{'、'.join(structure.title for _, structure in read_files)}：谁对谁"
    match format:
        case Format.TEXT:
            deliver(graph_text(whole, party), output)
        case Format.HTML:
            deliver(
                graph_html(whole, {structure.instrument: source for source, structure in read_files}, title), output
            )
        case Format.SVG:
            deliver(graph_svg(flows(whole.norms.values()), title), output)
        case Format.JSON:
            deliver(graph_json(whole), output)
        case Format.GRAPHML:
            deliver(graph_graphml(whole), output)
        case Format.JSONLD:
            deliver(graph_jsonld(whole), output)
        case Format.LRML:
            deliver(legal_ruleml(whole.norms.values()), output)
