"""JSON objects for other programs; the shapes are documented and stable."""

from __future__ import annotations

import json
from typing import Any

from propertylaw.model import Analysis, Article, Item, Outline, Source


def outline_json(source: Source, outline: Outline) -> str:
    """The outline as one object."""
    content = {
        "title": outline.title,
        "instrument": outline.instrument,
        "articles": [_article(article) for article in outline.articles],
        "diagnostics": [d.model_dump(mode="json", exclude_none=True) for d in outline.diagnostics],
    }
    return json.dumps(content, ensure_ascii=False)


def analysis_json(analysis: Analysis) -> str:
    """The analysis as one object; locators in their short form, sums as decimal strings."""
    return json.dumps(analysis.model_dump(mode="json"), ensure_ascii=False, indent=2)


def _article(article: Article) -> dict[str, Any]:
    return {
        "number": article.number,
        "label": article.label,
        "heading": article.heading,
        "paragraphs": [
            {"text_span": list(p.text_span), "items": [_item(item) for item in p.items]} for p in article.paragraphs
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "label": item.label,
        "text_span": list(item.text_span),
        "items": [_item(sub) for sub in item.sub_items],
    }
