"""The rule graph: a summary for people; node-link JSON and GraphML for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from io import BytesIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from propertylaw.graph import Conflict, RuleGraph
from propertylaw.model import Norm
from propertylaw.reasoning.argument import VOID_REASONS
from propertylaw.rulebook import parties

from .names import party_name
from .norm_page import MODALITIES, modal_word
from .terminal import cited, page


def graph_json(graph: RuleGraph) -> str:
    """Nodes and edges in networkx's node-link form."""
    import networkx as nx

    return json.dumps(nx.node_link_data(graph.to_networkx(), edges="edges"), ensure_ascii=False)


def graph_graphml(graph: RuleGraph) -> str:
    """The graph as GraphML."""
    import networkx as nx

    buffer = BytesIO()
    nx.write_graphml(graph.to_networkx(), buffer)
    return buffer.getvalue().decode("utf-8")


def graph_text(graph: RuleGraph, party: str | None = None) -> str:
    """Who bears how much towards whom; for one party its duties and what it may demand; the clauses that give way.

    Raises:
        RuleError: there is no such party.
    """
    return page(lambda console: _draw(console, graph, party))


def _draw(console: Console, graph: RuleGraph, party: str | None) -> None:
    if party is None:
        console.print(_matrix(graph))
    else:
        _known(party)
        console.print(_norms("负有的义务", graph.duties_of(party)))
        console.print(_norms("享有的权利（含对方所负义务）", graph.rights_of(party)))
    for conflict in graph.conflicts:
        console.print(_conflict(conflict))


def _known(party: str) -> None:
    from propertylaw.errors import RuleError

    if party not in parties():
        raise RuleError(f"没有这个参与方“{party}”", advice=f"可用：{'、'.join(parties())}")


def _matrix(graph: RuleGraph) -> Table:
    """Parties by modality: how many norms bind, entitle or sanction each."""
    count: Counter[tuple[str, str]] = Counter()
    for norm in graph.norms.values():
        count.update((party, norm.modality.value) for party in norm.bearer)
    table = Table(title=f"权利义务图：{len(graph.norms)} 条规范", title_justify="left", title_style="head")
    table.add_column("参与方")
    for name in MODALITIES.values():
        table.add_column(name, justify="right")
    bearers = Counter(party for norm in graph.norms.values() for party in norm.bearer)
    for party, _ in bearers.most_common(12):
        cells = (str(count[party, modality] or "") for modality in MODALITIES)
        table.add_row(party_name(party), *cells)
    return table


def _norms(title: str, norms: Iterable[Norm]) -> Table:
    table = Table(title=title, title_justify="left", title_style="head", expand=True)
    for column in ("性质", "谁", "对谁", "做什么", "出处"):
        table.add_column(column, overflow="fold")
    for norm in norms:
        table.add_row(modal_word(norm), _all(norm.bearer), _all(norm.counterparty), norm.action, cited((norm.locator,)))
    return table


def _conflict(conflict: Conflict) -> Text:
    return Text.assemble(
        ("✗ ", "bad"),
        (cited((conflict.lower.locator,)), "law"),
        f"　{conflict.lower.action}：{VOID_REASONS[conflict.kind]}",
        (f"　{cited((conflict.higher.locator,))}", "law"),
    )


def _all(ids: Iterable[str]) -> str:
    return "、".join(map(party_name, ids))
