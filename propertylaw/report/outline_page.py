"""The outline of a text, as a tree for the terminal."""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from propertylaw.model import Article, Outline, Source, Span

from .terminal import page

_LONGEST = 44


def outline_text(source: Source, outline: Outline) -> str:
    """Chapters, articles, paragraphs and items, each with its first words; doubts at the end."""
    tree = Tree(Text.assemble((outline.title, "head"), (f"　{len(outline.articles)} 条", "quiet")))
    branches: dict[tuple[str, ...], Tree] = {(): tree}
    headings = {division.label: division.heading for division in outline.divisions}
    for article in outline.articles:
        for depth in range(1, len(article.divisions) + 1):
            path = article.divisions[:depth]
            if path not in branches:
                label = f"{path[-1]} {headings.get(path[-1], '')}".strip()
                branches[path] = branches[path[:-1]].add(Text(label, style="head"))
        _add(branches[article.divisions], article, source)
    doubts = [Text(f"! {d.message}（{d.code}）", style="open") for d in outline.diagnostics]
    return page(lambda console: console.print(tree, *doubts, sep="\n"))


def _add(branch: Tree, article: Article, source: Source) -> None:
    node = branch.add(Text.assemble((article.label, "law"), f" {article.heading}" if article.heading else ""))
    for paragraph in article.paragraphs:
        below = node.add(_words(source, paragraph.lead_span))
        for item in paragraph.items:
            inner = below.add(f"{item.label}{_words(source, item.text_span)}")
            for sub in item.sub_items:
                inner.add(f"{sub.label}{_words(source, sub.text_span)}")


def _words(source: Source, span: Span) -> str:
    text = " ".join(source.text[slice(*span)].split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
