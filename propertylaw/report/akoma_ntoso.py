"""A text in Akoma Ntoso 3.0 (OASIS LegalDocML): for archives, editors and other programs that read legal XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker

from propertylaw.model import Article, Citation, Division, Event, Item, Locator, Outline, Paragraph, Source, Span

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_AGENT = "#propertylaw"
_EVENTS = {
    "adopted": "generation",
    "promulgated": "generation",
    "approved": "generation",
    "amended": "amendment",
    "revised": "amendment",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNITS = ("art", "para", "point", "indent")

_make = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def akoma_ntoso(source: Source, outline: Outline, citations: Sequence[Citation]) -> str:
    """The text as an Akoma Ntoso document: `act` for law, `doc` for what parties agreed.

    Chapters, articles, paragraphs, items and sub-items carry `eId`s made of their locators (`art_944__para_3`);
    citations become `ref`s, the history a `lifecycle`, annexes containers at the end.

    Args:
        source: the text.
        outline: its outline.
        citations: its citations, as `propertylaw.structure.citations` finds them.
    """
    document = _Writer(source, outline, citations).document()
    written: bytes = etree.tostring(document, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


class _Writer:
    """Builds the tree of one document."""

    def __init__(self, source: Source, outline: Outline, citations: Sequence[Citation]) -> None:
        self._text, self._outline = source.text, outline
        self._is_law = outline.kind == "statute"
        self._citations = [citation for citation in citations if citation.targets and citation.text_span]

    def document(self) -> Any:
        """The whole, from `akomaNtoso` down."""
        kind = "act" if self._is_law else "doc"
        root = _make(kind, self._meta(), name=self._outline.kind)
        before, after = self._outside()
        if before:
            root.append(_make("preface", *before))
        root.append(_make("body" if self._is_law else "mainBody", *self._body()))
        if after:
            root.append(_make("conclusions", *after))
        return _make("akomaNtoso", root)

    def _meta(self) -> Any:
        events = self._outline.history
        made = min((event.on for event in events), default=date.min)
        uri = _uri(self._outline.instrument)
        identification = _make(
            "identification",
            _level("FRBRWork", uri, made, _make("FRBRcountry", value="cn")),
            _level("FRBRExpression", f"{uri}/zho", made, _make("FRBRlanguage", language="zho")),
            _level("FRBRManifestation", f"{uri}/zho.xml", made),
            source=_AGENT,
        )
        meta = _make("meta", identification)
        if events:
            entries = (
                _make(
                    "eventRef",
                    date=event.on.isoformat(),
                    type=_EVENTS[event.kind],
                    source=_AGENT,
                    eId=f"event_{number}",
                )
                for number, event in enumerate(events, 1)
            )
            meta.append(_make("lifecycle", *entries, source=_AGENT))
        agent = _make(
            "TLCOrganization", eId="propertylaw", href="/ontology/organization/propertylaw", showAs="propertylaw"
        )
        meta.append(_make("references", agent, source=_AGENT))
        return meta

    def _outside(self) -> tuple[list[Any], list[Any]]:
        """What stands before the first article, and what after the last one that is no annex."""
        articles = self._outline.articles
        first = articles[0].text_span[0] if articles else len(self._text)
        annexes = min((annex.text_span[0] for annex in self._outline.annexes), default=len(self._text))
        before = [span for span in self._outline.unplaced if span[0] < first]
        after = [(start, min(end, annexes)) for start, end in self._outline.unplaced if first <= start < annexes]
        return list(self._lines(before)), list(self._lines(after))

    def _body(self) -> Iterator[Any]:
        yield from self._grouped()
        for annex in self._outline.annexes:
            content = _make("content", *self._lines([annex.text_span]))
            yield _make("hcontainer", _make("num", annex.label), content, name="annex", eId=f"annex_{annex.number}")
        if not self._outline.articles and not self._outline.annexes:
            yield _make("hcontainer", _make("content", _make("p")), name="empty", eId="empty_1")

    def _grouped(self) -> Iterator[Any]:
        """Articles within their parts, chapters and sections."""
        headings = sorted(self._outline.divisions, key=lambda division: division.text_span)
        open_groups: list[tuple[int, Any]] = []
        place = 0
        for article in self._outline.articles:
            while place < len(headings) and headings[place].text_span[0] < article.text_span[0]:
                rank = _RANK[headings[place].level]
                while open_groups and open_groups[-1][0] >= rank:
                    closed = open_groups.pop()[1]
                    if not open_groups:
                        yield _filled(closed)
                group = _group(headings[place], place + 1)
                if open_groups:
                    open_groups[-1][1].append(group)
                open_groups.append((rank, group))
                place += 1
            if open_groups:
                open_groups[-1][1].append(self._article(article))
            else:
                yield self._article(article)
        if open_groups:
            yield _filled(open_groups[0][1])

    def _article(self, article: Article) -> Any:
        made = _make("article", _make("num", _clean(article.label)), eId=_id(article.locator))
        if article.heading:
            made.append(_make("heading", _clean(article.heading)))
        for paragraph in article.paragraphs:
            made.append(self._paragraph(paragraph))
        return _filled(made)

    def _paragraph(self, paragraph: Paragraph) -> Any:
        made = _make("paragraph", eId=_id(paragraph.locator))
        lead = list(self._lines([paragraph.lead_span]))
        if not paragraph.items:
            made.append(_make("content", *lead or [_make("p")]))
            return made
        if lead:
            made.append(_make("intro", *lead))
        made.extend(self._item(item, "point") for item in paragraph.items)
        return made

    def _item(self, item: Item, name: str) -> Any:
        made = _make(name, _make("num", _clean(item.label)), eId=_id(item.locator))
        if item.sub_items:
            lead = list(self._lines([item.lead_span]))
            if lead:
                made.append(_make("intro", *lead))
            made.extend(self._item(below, "indent") for below in item.sub_items)
        else:
            made.append(_make("content", *list(self._lines([item.text_span])) or [_make("p")]))
        return made

    def _lines(self, spans: Sequence[Span]) -> Iterator[Any]:
        for start, end in spans:
            for line in re.finditer(r"[^\n]*\S[^\n]*", self._text[start:end]):
                yield self._line(start + line.start(), start + line.end())

    def _line(self, start: int, end: int) -> Any:
        """A `p` with its references."""
        made = _make("p")
        last: Any | None = None
        for citation in self._within(start, end):
            first, stop = citation.text_span or (0, 0)
            _append(made, last, self._text[start:first])
            last = _make(
                "ref", _clean(self._text[first:stop]), href=_href(citation.targets[0], self._outline.instrument)
            )
            made.append(last)
            start = stop
        _append(made, last, self._text[start:end])
        return made

    def _within(self, start: int, end: int) -> list[Citation]:
        return [
            one for one in self._citations if one.text_span and start <= one.text_span[0] and one.text_span[1] <= end
        ]


_RANK: Mapping[str, int] = {"part": 0, "subpart": 1, "chapter": 2, "section": 3}


def _level(name: str, uri: str, made: date, *more: Any) -> Any:
    return _make(
        name,
        _make("FRBRthis", value=uri),
        _make("FRBRuri", value=uri),
        _make("FRBRdate", date=made.isoformat(), name="generation"),
        _make("FRBRauthor", href=_AGENT),
        *more,
    )


def _event(event: Event, number: int) -> Any:
    day = event.on.isoformat()
    return _make("eventRef", date=day, type=_EVENTS[event.kind], source=_AGENT, eId=f"event_{number}")


def _group(division: Division, number: int) -> Any:
    made = _make(division.level, eId=f"{division.level}_{number}")
    if division.label:
        made.append(_make("num", _clean(division.label)))
    if division.heading:
        made.append(_make("heading", _clean(division.heading)))
    return made


def _filled(element: Any) -> Any:
    """The schema wants content in every container, also in those the text leaves empty."""
    for one in element.iter():
        name = etree.QName(one).localname
        if name in (*_RANK, "article") and all(etree.QName(child).localname in ("num", "heading") for child in one):
            one.append(_make("content", _make("p")))
    return element


def _append(parent: Any, last: Any | None, words: str) -> None:
    words = _clean(words)
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _clean(words: str) -> str:
    return _UNPRINTABLE.sub("", words)


def _id(locator: Locator) -> str:
    numbers = [str(number) for number in locator.numbers]
    if locator.branch and numbers:
        numbers[0] += f"-{locator.branch}"
    return "__".join(f"{unit}_{number}" for unit, number in zip(_UNITS, numbers, strict=False))


def _uri(instrument: str) -> str:
    kind, name = ("doc", instrument.removeprefix("doc:")) if instrument.startswith("doc:") else ("act", instrument)
    return f"/akn/cn/{kind}/{quote(name)}"


def _href(target: Locator, own: str) -> str:
    place = f"annex_{target.annex}" if target.annex else _id(target)
    whole = "" if target.instrument == own else _uri(target.instrument)
    return f"{whole}#{place}" if place else whole or "#"
