"""A draft becomes a `Norm`: words, place, citations, topics, quantities, force and confidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from propertylaw.model import Citation, DocumentKind, Force, Locator, Modality, Norm, Quantity, Span
from propertylaw.structure import Scope, find_citations

from .cited_articles import by_article
from .counterparties import counterparties
from .deadlines import iso, periods
from .draft import Draft
from .limits import modality_in
from .looks import somewhere
from .mentions import Mentions
from .own_words import own_words
from .quantities import has_measure, quantities_in
from .thresholds import has_share, threshold
from .topics import near, topics_of_runs

_AGREED_OTHERWISE = re.compile(r"(?:约定|规定)的(?:除外)?$|从其约定|另有约定")
_OWN_NAME = re.compile(r"(?:本(?:条例|办法|规定|解释|细则|规则|合同|规约|协议)(?=第))?")
_may_cite = somewhere("[第《该]|前[款条项两二三]|本[条款项]")
_ADVISORY = re.compile(r"鼓励|提倡|倡导")


class Place(NamedTuple):
    """Where a paragraph stands."""

    kind: DocumentKind
    paragraph: Locator
    numbers: Counter[str]
    """How many norms each provision of the document has so far; counted on."""
    items: tuple[Locator, ...] = ()
    label: str | None = None
    """Number of the clause as printed, in contracts."""
    offset: int = 0
    """Where the paragraph begins in the source."""
    scope: Scope | None = None
    """The whole document, for what its citations lead to."""


class Shared:
    """What the norms of a paragraph share; what its words lack altogether is looked for in none of them.

    Args:
        text: of the paragraph with its items.
        mentions: the parties named in it.
        place: where it stands.
        lead: the span of its own words.
    """

    def __init__(self, text: str, mentions: Mentions, place: Place, lead: Span) -> None:
        self.text, self.mentions, self.place, self.lead = text, mentions, place, lead
        self.near = near(text)
        self.cites = _may_cite(text)
        self.measures = has_measure(text)
        self.counts_votes = has_share(text)
        self.advises = _ADVISORY.search(text) is not None


def norm(shared: Shared, draft: Draft) -> Norm:
    """The norm that a draft of a paragraph says; its number counts on from the norms before."""
    text, place, who = shared.text, shared.place, draft.subject
    at = place.items[draft.item] if draft.item is not None and draft.item < len(place.items) else place.paragraph
    own = own_words(text, draft, shared.lead) if shared.near.topics or shared.measures else ()
    duration, period = _period(text, draft.deadline) if draft.deadline is not None else (None, None)
    provision = str(at)
    place.numbers[provision] = number = place.numbers.get(provision, 0) + 1
    start, end = draft.action
    first, last = draft.sentence
    return Norm.trusted(
        {
            "id": f"{provision}#{number}",
            "modality": modality_in(place.kind, text, draft),
            "bearer": tuple(sorted(who.parties)),
            "counterparty": counterparties(text, draft, shared.mentions),
            "action": text[start:end],
            "condition": _said(text, draft.condition) if draft.condition is not None else None,
            "exception": _said(text, draft.exception) if draft.exception is not None else None,
            "deadline": duration,
            "deadline_text": period,
            "threshold": threshold(text, draft) if shared.counts_votes else None,
            "amount": draft.amount,
            "authority": tuple(sorted(draft.authority)),
            "cites": _citations(text, draft, at, place) if shared.cites else (),
            "bearer_text": _said(text, who.span) if who.span is not None else None,
            "topics": topics_of_runs(text, own, shared.near) if shared.near.topics else (),
            "quantities": _quantities(text, own, place.offset) if shared.measures else (),
            "force": _force(shared, draft),
            "origin": "extracted",
            "confidence": _confidence(draft),
            "locator": at,
            "clause": place.label,
            "text_span": (first + place.offset, last + place.offset),
            "since": None,
            "until": None,
        }
    )


def _said(text: str, span: Span) -> str | None:
    return text[span[0] : span[1]].strip() or None


def _period(text: str, span: Span) -> tuple[str | None, str]:
    found = periods(text, *span)
    return (found[0].duration if found else iso("一", "日")), text[slice(*span)]


def _citations(text: str, draft: Draft, at: Locator, place: Place) -> tuple[Citation, ...]:
    spans = [draft.action, draft.condition, draft.exception, draft.subject.span, *draft.cites_from]
    found: dict[Span, Citation] = {}
    for span in spans:
        if span is None or not _may_cite(text, *span):
            continue
        for run in find_citations(text[slice(*span)], at, place.scope):
            for citation in by_article(run):
                if citation.text_span is not None:
                    own = len(_OWN_NAME.match(citation.text)[0])  # type: ignore[index]
                    first, last = citation.text_span
                    where = (first + own + span[0] + place.offset, last + span[0] + place.offset)
                    fields = {**citation.__dict__, "text": citation.text[own:], "text_span": where}
                    found[where] = Citation.trusted(fields)
    return tuple(found[where] for where in sorted(found))


def _quantities(text: str, own: Sequence[Span], offset: int) -> tuple[Quantity, ...]:
    return tuple([quantity for run in own for quantity in quantities_in(text, run, offset)])


def _force(shared: Shared, draft: Draft) -> Force:
    if shared.place.kind == "contract":
        return Force.AGREED
    if draft.exception and _AGREED_OTHERWISE.search(shared.text[slice(*draft.exception)]):
        return Force.DEFAULT
    if shared.advises and _ADVISORY.search(shared.text, *draft.action):
        return Force.ADVISORY
    return Force.MANDATORY


def _confidence(draft: Draft) -> float:
    percent = 90
    if not draft.subject.stated:
        percent -= 20
    if draft.subject.parties == ("other",) or not draft.subject.parties:
        percent -= 15
    if draft.modality is Modality.CONSTITUTIVE:
        percent -= 10
    return percent / 100
