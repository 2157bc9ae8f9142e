"""What a list says in front of its items, for a norm that is no more than one of them (对下列事项作出决定：…)."""

from __future__ import annotations

import re

from propertylaw.model import Norm, Outline, Source

_LEAD = re.compile(r"[^，。；：:]*(?:下列|以下)[^，。；：:]*(?=[：:]?\s*$)")
_MODAL = re.compile("^(?:依法|并|还|也|应当|必须|不得|可以|有权)+")


def lead_of(norm: Norm | None, source: Source, outline: Outline) -> str:
    """The last clause of the lead-in without its subject and modal word; empty where the item is a sentence itself."""
    if norm is None or norm.text_span is None or norm.locator.item is None:
        return ""
    item = source.text[slice(*norm.text_span)].strip("。；; \n")
    if not item.endswith(norm.action):
        return ""
    lead = _LEAD.search(_words_before(norm, source, outline))
    if lead is None:
        return ""
    words = lead[0].rpartition(norm.bearer_text)[2] if norm.bearer_text else lead[0]
    return _MODAL.sub("", words.strip())


def _words_before(norm: Norm, source: Source, outline: Outline) -> str:
    at = norm.locator
    for article in (*outline.articles, *(one for annex in outline.annexes for one in annex.articles)):
        for paragraph in article.paragraphs:
            if any(item.locator == at for item in paragraph.items):
                return source.text[slice(*paragraph.lead_span)]
    return ""
