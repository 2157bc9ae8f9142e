"""JSON objects for other programs; the shapes are documented and stable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from propertylaw.checks import Check
    from propertylaw.model import Analysis, Article, Citation, CitedText, Item, Model, Outline, Source
    from propertylaw.reading.places import Places
    from propertylaw.rulebook.checking import Fault


def outline_json(source: Source, outline: Outline, citations: Sequence[Citation], texts: Sequence[CitedText]) -> str:
    """The outline as one object; spans are code points into the text that was read."""
    from propertylaw.reading.places import Places

    places = Places(source)
    content = {
        "title": outline.title,
        "instrument": outline.instrument,
        "kind": outline.kind,
        "history": [_plain(event) for event in outline.history],
        "divisions": [_plain(division) for division in outline.divisions],
        "articles": [_article(article, places) for article in outline.articles],
        "annexes": [_plain(annex) for annex in outline.annexes],
        "definitions": [_plain(definition) for definition in outline.definitions],
        "citations": [_plain(citation) for citation in citations],
        "texts": [_plain(text) for text in texts],
        "tables": [_plain(table) for table in outline.tables],
        "blanks": [_plain(blank) for blank in outline.blanks],
        "choices": [_plain(choice) for choice in outline.choices],
        "signatures": outline.signatures,
        "annotations": [_plain(annotation) for annotation in source.annotations],
        "unplaced": outline.unplaced,
        "diagnostics": [_plain(diagnostic) for diagnostic in outline.diagnostics],
    }
    return json.dumps(content, ensure_ascii=False)


def analysis_json(analysis: Analysis) -> str:
    """The analysis as one object; locators in their short form, sums as decimal strings."""
    return json.dumps(analysis.model_dump(mode="json"), ensure_ascii=False, indent=2)


def rules_json(things: Mapping[str, Model]) -> str:
    """Things of the curated law as one list of objects."""
    return json.dumps([_plain(thing) for thing in things.values()], ensure_ascii=False, indent=2)


def checks_json(checks: Iterable[Check]) -> str:
    """The checks of contracts and regulations, as one list of objects."""
    found = [
        {
            "code": one.code,
            "name": one.slug,
            "title": one.title,
            "severity": one.severity.value,
            "subject": one.subject,
            "family": one.family,
        }
        for one in checks
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def faults_json(faults: Iterable[Fault]) -> str:
    """What is wrong with a folder of rules, as one list of objects."""
    found = [
        {
            "code": fault.code,
            "problem": fault.problem,
            "file": str(fault.place.file),
            "line": fault.line,
            "key": ".".join(map(str, fault.place.keys)),
            "advice": fault.advice,
        }
        for fault in faults
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _plain(thing: Model) -> dict[str, Any]:
    return thing.model_dump(mode="json", exclude_none=True)


def _article(article: Article, places: Places) -> dict[str, Any]:
    return {
        "number": article.number,
        "label": article.label,
        "heading": article.heading,
        "text_span": list(article.text_span),
        "places": [_plain(place) for place in places.of(article.text_span)],
        "divisions": article.divisions,
        "paragraphs": [
            {
                "text_span": list(p.text_span),
                "places": [_plain(place) for place in places.of(p.text_span)],
                "items": [_item(item) for item in p.items],
            }
            for p in article.paragraphs
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "label": item.label,
        "text_span": list(item.text_span),
        "items": [_item(sub) for sub in item.sub_items],
    }
