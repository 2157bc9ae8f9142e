"""The rule graph as one HTML page: opens offline, searches, filters by party, leads to the provision."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from propertylaw.graph import RuleGraph, flows
from propertylaw.model import Norm

from .graph_picture import graph_svg
from .names import party_name
from .norm_page import MODALITIES, modal_word
from .terminal import cited
from .web_page import web_page


def graph_html(graph: RuleGraph, words: Mapping[str, str], title: str) -> str:
    """The page, self-contained.

    Args:
        graph: the graph.
        words: by id of a norm the sentence it was read from; norms with words come first.
        title: of page and picture.
    """
    parts = {"PICTURE": graph_svg(flows(graph.norms.values()), title), "DATA": _data(graph, words)}
    return web_page("graph", title, parts)


def _data(graph: RuleGraph, words: Mapping[str, str]) -> str:
    overriding: dict[str, list[str]] = {}
    for conflict in graph.conflicts:
        overriding.setdefault(conflict.lower.id, []).append(cited((conflict.higher.locator,)))
    own_first = sorted(graph.norms.values(), key=lambda norm: (norm.id not in words, _vague(norm)))
    norms = [_norm(norm, words, overriding.get(norm.id, [])) for norm in own_first]
    ids = {party for norm in graph.norms.values() for party in (*norm.bearer, *norm.counterparty)}
    content = {"norms": norms, "names": {id: party_name(id) for id in ids}, "kinds": MODALITIES}
    return json.dumps(content, ensure_ascii=False).replace("</", "<\\/")


def _vague(norm: Norm) -> int:
    """Norms between parties that are named come before those that bind anybody."""
    return 2 if norm.bearer in ((), ("other",)) else 0 if norm.counterparty else 1


def _norm(norm: Norm, words: Mapping[str, str], void: list[str]) -> dict[str, Any]:
    return {
        "modality": norm.modality.value,
        "word": modal_word(norm),
        "bearer": norm.bearer,
        "counterparty": norm.counterparty,
        "action": norm.action,
        "condition": norm.condition or "",
        "exception": norm.exception or "",
        "place": cited((norm.locator,)),
        "source": norm.locator.instrument,
        "text": words.get(norm.id, ""),
        "void": list(dict.fromkeys(void)),
    }
