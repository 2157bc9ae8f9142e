"""`propertylaw graph`: the rule graph of texts together with the curated law."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from .marks import marked
from .options import Files, Output, deliver, wanted_format
from .reading import read_file, tell_doubts

_MOST_TITLES = 3


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


class View(StrEnum):
    """What of the graph is shown."""

    PARTIES = "parties"
    MATRIX = "matrix"
    RELATIONS = "relations"


def graph(
    files: Files,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="text 摘要，html 可搜索的网页，svg 图片；其余供程序读",
            show_default="text",
        ),
    ] = None,
    party: Annotated[str | None, typer.Option(help="只看一方，如 owner、service_provider", show_default=False)] = None,
    show: Annotated[
        View,
        typer.Option(help="parties 谁对谁；matrix 谁管什么；relations 法源之间的重申、细化、更严、抵触"),
    ] = View.PARTIES,
    output: Output = None,
) -> None:
    """把文件的规范与法律规则连成图：谁对谁有什么义务，哪些条款被强制性规定推翻。"""
    from datetime import date
    from itertools import chain

    from propertylaw.errors import OutputError
    from propertylaw.extraction import extract
    from propertylaw.graph import RuleGraph, completed, flows, told_apart
    from propertylaw.library import KnowledgeBase, instrument_of
    from propertylaw.report.graph_html import graph_html
    from propertylaw.report.graph_linked import graph_jsonld
    from propertylaw.report.graph_page import graph_graphml, graph_json, graph_text
    from propertylaw.report.graph_picture import graph_svg
    from propertylaw.report.legal_ruleml import legal_ruleml
    from propertylaw.report.matrix_page import matrix_csv, matrix_svg, matrix_text
    from propertylaw.report.relations_page import relations_csv, relations_text
    from propertylaw.structure import outline

    wanted = wanted_format(format, output, Format)
    read_files = [(source, outline(source)) for source in map(read_file, files)]
    for source, _ in read_files:
        tell_doubts(source)
    law = KnowledgeBase(date.today(), "")
    norms = told_apart((structure, extract(source, structure)) for source, structure in read_files)
    words = {
        norm.id: source.text[slice(*norm.text_span)]
        for (source, _), found in zip(read_files, norms, strict=True)
        for norm in found
        if norm.text_span
    }
    instruments = [instrument_of(source, structure) for source, structure in read_files]
    whole = RuleGraph(completed(chain.from_iterable(norms), law.norms()), instruments)
    titles = _titles([structure.title for _, structure in read_files])
    own = {structure.instrument for _, structure in read_files}
    makers: dict[Format, Callable[[], str]]
    if show is View.MATRIX:
        makers = {
            Format.TEXT: lambda: marked(lambda: matrix_text(whole), own),
            Format.CSV: lambda: matrix_csv(whole),
            Format.SVG: lambda: matrix_svg(whole, f"{titles}：谁管什么"),
        }
    elif show is View.RELATIONS:
        makers = {
            Format.TEXT: lambda: marked(lambda: relations_text(whole), own),
            Format.CSV: lambda: relations_csv(whole),
        }
    else:
        makers = {
            Format.TEXT: lambda: marked(lambda: graph_text(whole, party), own),
            Format.HTML: lambda: graph_html(whole, words, f"{titles}：谁对谁"),
            Format.SVG: lambda: graph_svg(flows(whole.norms.values()), f"{titles}：谁对谁"),
            Format.JSON: lambda: graph_json(whole),
            Format.GRAPHML: lambda: graph_graphml(whole),
            Format.JSONLD: lambda: graph_jsonld(whole),
            Format.LRML: lambda: legal_ruleml(whole.norms.values()),
        }
    if wanted not in makers:
        raise OutputError(f"这里没有 {wanted.value} 格式", advice=f"可用：{'、'.join(makers)}")
    deliver(makers[wanted](), output)


def _titles(titles: list[str]) -> str:
    """The titles of the texts, each once; of many the first and how many there are."""
    each = list(dict.fromkeys(title.removeprefix("中华人民共和国") for title in titles))
    return "、".join(each) if len(each) <= _MOST_TITLES else f"{each[0]}等{len(each)}部文本"
