"""The outline of a text, as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from propertylaw.model import Article, Citation, CitedText, Locator, Outline, Provision, Source, Span
from propertylaw.structure import cite

from .terminal import Point, page, point, with_marks
from .text_marks import TextMarks, sign

_LONGEST = 44
_MOST_TARGETS = 4
_KINDS = {
    "comment": "批注",
    "footnote": "脚注",
    "endnote": "尾注",
    "insertion": "修订·增加",
    "deletion": "修订·删去，在其后",
    "move": "修订·移动",
}


def outline_text(source: Source, outline: Outline, citations: Sequence[Citation], texts: Sequence[CitedText]) -> str:
    """Chapters, articles, paragraphs and items, each with its first words and what it cites; doubts at the end.

    Args:
        source: the text.
        outline: its outline.
        citations: what it cites.
        texts: whether the texts of other instruments that it cites are at hand.
    """
    return with_marks(lambda: _page(source, outline, citations), TextMarks.of(texts))


def _page(source: Source, outline: Outline, citations: Sequence[Citation]) -> str:
    tree = Tree(Text.assemble((outline.title, "head"), (f"　{_counted(outline)}", "quiet")))
    branches: dict[tuple[str, ...], Tree] = {(): tree}
    headings = {division.label: division.heading for division in outline.divisions}
    view = _View(source, outline, citations)
    for article in outline.articles:
        for depth in range(1, len(article.divisions) + 1):
            path = article.divisions[:depth]
            if path not in branches:
                label = f"{path[-1]} {headings.get(path[-1], '')}".strip()
                branches[path] = branches[path[:-1]].add(Text(label, style="head"))
        view.add(branches[article.divisions], article)
    for annex in outline.annexes:
        branch = tree.add(Text.assemble((annex.label, "law"), f" {annex.heading}"))
        for article in annex.articles:
            view.add(branch, article)
    return page(lambda console: console.print(Group(tree, *_notes(source), *_doubts(outline, citations))))


def _counted(outline: Outline) -> str:
    parts = [(len(outline.articles), "条"), (len(outline.annexes), "个附件"), (len(outline.tables), "张表")]
    parts += [(len(outline.blanks), "处空白")]
    return "，".join(f"{count} {unit}" for count, unit in parts if count) or "没有条款"


def _notes(source: Source) -> list[Text]:
    """Comments, notes and changes of a Word file, each with the words it concerns."""
    lines = []
    for note in source.annotations:
        about = source.text[slice(*note.text_span)] or source.text[: note.text_span[0]].rpartition("\n")[2]
        signed = "，".join(part for part in (note.author, str(note.on or "")) if part)
        said = "" if note.kind in ("insertion", "move") else f"：{note.words}"
        lines.append(f"{_KINDS[note.kind]}{f'（{signed}）' if signed else ''}“{_short(about)}”{_short(said)}")
    return [Text(line, style="quiet") for line in lines]


def _doubts(outline: Outline, citations: Sequence[Citation]) -> list[Point]:
    lines = [f"{d.message}（{d.code}）" for d in outline.diagnostics]
    lines += [f"引用“{c.text}”{_where(c)}：{c.reason}" for c in citations if c.reason]
    return [point("! ", Text(line, style="open"), "open") for line in lines]


def _where(citation: Citation) -> str:
    return f"（{citation.at}）" if citation.at else ""


def _by_place(citations: Sequence[Citation]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(str(citation.at), []).append(citation)
    return found


class _View:
    """Provisions as branches: the first words, then what they cite."""

    def __init__(self, source: Source, outline: Outline, citations: Sequence[Citation]) -> None:
        self._source, self._outline = source, outline
        self._citations = _by_place(citations)

    def add(self, branch: Tree, article: Article) -> None:
        """Hang an article below the branch of its chapter."""
        node = branch.add(Text.assemble((article.label, "law"), f" {article.heading}" if article.heading else ""))
        for paragraph in article.paragraphs:
            has_words = bool(self._words(paragraph.lead_span))
            below = node.add(self._line(paragraph, paragraph.lead_span)) if has_words else node
            for item in paragraph.items:
                inner = below.add(self._line(item, item.lead_span))
                for sub in item.sub_items:
                    inner.add(self._line(sub, sub.text_span))

    def _line(self, provision: Provision, span: Span) -> Text:
        cited = [
            self._printed(target)
            for citation in self._citations.get(str(provision.locator), ())
            for target in citation.targets
        ]
        targets = list(dict.fromkeys(cited))
        shown = targets[:_MOST_TARGETS] + (["…"] if len(targets) > _MOST_TARGETS else [])
        arrow = f"　→ {'、'.join(shown)}" if shown else ""
        return Text.assemble(f"{provision.label} {self._words(span)}".strip(), (arrow, "quiet"))

    def _printed(self, target: Locator) -> str:
        if target.instrument == self._outline.instrument:
            return cite(target)
        return cite(target, target.instrument) + sign(target)

    def _words(self, span: Span) -> str:
        return _short(" ".join(self._source.text[slice(*span)].split()))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
