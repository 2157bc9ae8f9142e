"""What was read for a dispute: each document with its articles and norms, and the graph they make with the law."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from propertylaw.library import KnowledgeBase
from propertylaw.reasoning import read_form
from propertylaw.reasoning.document import Document, imported_documents, read_document
from propertylaw.reasoning.documents import DisputeDocuments

from .document_titles import title_of
from .terminal import page


def documents_text(case: Path) -> str:
    """The documents that a dispute form names, as read, and the size of the graph.

    Raises:
        FormError: the form is not valid.
        ReadingError: a document cannot be read.
    """
    dispute = read_form(case)
    law = KnowledgeBase(dispute.on, dispute.place)
    documents = [read_document(case.parent / name) for name in dispute.documents]
    documents += imported_documents(law, documents)
    together = DisputeDocuments(documents, law)
    return page(lambda console: _draw(console, documents, together))


def _draw(console: Console, documents: list[Document], together: DisputeDocuments) -> None:
    table = Table(title="读到的文件", title_justify="left", title_style="head")
    for column in ("文件", "条数", "规范"):
        table.add_column(column)
    for document in documents:
        table.add_row(title_of(document.instrument.id), str(document.articles), str(len(document.norms)))
    console.print(table)
    graph, whole = together.graph, together.graph.to_networkx()
    console.print(
        f"权利义务图：{len(graph.norms)} 条规范，其中法律规则 {len(together.law.curated_norms())} 条；"
        f"{whole.number_of_nodes()} 个节点，{whole.number_of_edges()} 条边；"
        f"{len(together.void)} 个条款被强制性规定推翻。\n"
    )
