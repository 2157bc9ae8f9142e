"""`propertylaw graph`: the rule graph of texts together with the curated law."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .options import Files, Output, deliver


class Format(StrEnum):
    """A summary for people, or the graph itself for programs."""

    TEXT = "text"
    JSON = "json"
    GRAPHML = "graphml"


def graph(
    files: Files,
    format: Annotated[Format, typer.Option("--format", "-f", help="text 为摘要，json、graphml 为整张图")] = Format.TEXT,
    party: Annotated[str | None, typer.Option(help="只看一方，如 owner、service_provider", show_default=False)] = None,
    output: Output = None,
) -> None:
    """把文件的规范与法律规则连成图：谁对谁有什么义务，哪些条款被强制性规定推翻。"""
    from datetime import date

    from propertylaw.extraction import extract
    from propertylaw.graph import RuleGraph
    from propertylaw.library import KnowledgeBase, instrument_of
    from propertylaw.reading import read
    from propertylaw.report.graph_page import graph_graphml, graph_json, graph_text
    from propertylaw.structure import outline

    read_files = [(source, outline(source)) for source in map(read, files)]
    law = KnowledgeBase(date.today(), "")
    extracted = [norm for source, structure in read_files for norm in extract(source, structure)]
    instruments = [instrument_of(source, structure) for source, structure in read_files]
    whole = RuleGraph([*law.norms(), *extracted], instruments)
    match format:
        case Format.TEXT:
            deliver(graph_text(whole, party), output)
        case Format.JSON:
            deliver(graph_json(whole), output)
        case Format.GRAPHML:
            deliver(graph_graphml(whole), output)
