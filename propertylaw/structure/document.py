"""The outline of any text: decides what it is, finds its title and instrument, and calls what knows the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from propertylaw.model import (
    Annex,
    Article,
    Definition,
    Diagnostic,
    DocumentKind,
    Event,
    Locator,
    Outline,
    PlacedTable,
    Source,
    Span,
)
from propertylaw.rulebook import catalogue

from .annexes import annexes, signatures
from .blanks import blanks, choices
from .contract import clause, clause_form
from .contract_parties import party_definitions
from .damage import cut_off_diagnostics, date_diagnostics, is_excerpt, no_article, numbering_diagnostics
from .definitions import definitions
from .folding import folded
from .headings import BLANK
from .history import contradiction, history
from .lines import Line, lines_of
from .position import Positions
from .skeleton import Draft, Skeleton, skeleton
from .statute import article, article_form

_STATUTE_TITLE = re.compile(
    r"(?:法|法典|条例|规定|办法|解释|细则|规则|决定|关于.*的(?:意见|通知|批复))"
    r"(?:[（(](?:[一二三四五六七八九十]+|试行|草案)[）)])?$"
)
_CONTRACT_TITLE = re.compile(
    r"(?:合同|协议|协议书|合同书|规约|公约|议事规则|契约|约定|承诺书|方案|须知)(?:[（(].*[）)])?$"
)
_CONTRACT_WORDS = re.compile(r"[甲乙丙]方|本合同|本协议|本规约|本公约|本小区")
_STATUTE_WORDS = re.compile(r"本法|本条例|本规定|本办法|本解释|本细则")
_RECORD_TITLE = re.compile(r"(?:通知|通告|公告|公示|纪要|会议记录|决议|函|告知书|通知书|声明|启事)(?:[（(].*[）)])?$")
_AUTHORITY = re.compile(r"人民政府|国务院|法院|[省市区县部厅局]{1,2}(?:文件|关于)|〔\d{4}〕|住房和?城乡建设")
_HEAD = 400
_TITLE_LINES = 8
_LONGEST_TITLE = 80
_INK = re.compile(rf"[^{BLANK}]")


def outline(source: Source, *, instrument: str | None = None) -> Outline:
    """The structure of a text. Never fails: what it cannot place is in `unplaced`, what looks wrong in `diagnostics`.

    Args:
        source: the text.
        instrument: id for the locators; by default the one that the catalogue has for the title, else `doc:` and the
            name of the file.
    """
    text = folded(source.text)
    lines = lines_of(text, source.tables)
    title, title_line = _title(lines, source.name)
    kind = _kind(title, text)
    form = article_form(lines) if kind == "statute" else clause_form(lines)
    found = skeleton(lines, form, title_line)
    name = instrument or _instrument(title, source.name)
    articles = _articles(found.drafts, kind, name)
    end = articles[-1].text_span[1] if articles else len(text)
    attached = tuple(_with_articles(annex, lines) for annex in annexes(lines, end, name))
    positions = Positions(articles, attached)
    events = history(text[: found.drafts[0].lines[0].start]) if found.drafts and kind == "statute" else ()
    return Outline(
        title=title,
        instrument=name,
        kind=kind,
        divisions=tuple(found.divisions),
        articles=articles,
        annexes=attached,
        history=events,
        definitions=_definitions(text, kind, found),
        blanks=blanks(text, positions) if kind == "contract" else (),
        choices=choices(text, positions) if kind == "contract" else (),
        tables=tuple(PlacedTable(locator=positions.at(one.text_span[0]), table=one) for one in source.tables),
        signatures=signatures(lines, end, attached[0].text_span[0] if attached else len(text)),
        unplaced=_unplaced(text, found),
        diagnostics=_diagnostics(source, title, found, articles, events),
    )


def _title(lines: Sequence[Line], name: str) -> tuple[str, Line | None]:
    """The first line among the first ones that ends like a title; else the first line; else the file name."""
    head = [line for line in lines[:_TITLE_LINES] if line.mark is None and len(line.text) <= _LONGEST_TITLE]
    for line in head:
        words = _plain(line)
        if any(form.search(words) for form in (_STATUTE_TITLE, _CONTRACT_TITLE, _RECORD_TITLE)):
            return words, line
    if head and head[0] is lines[0] and not re.search(r"[。；，：]", head[0].text):
        return _plain(head[0]), head[0]
    return name, None


def _plain(line: Line) -> str:
    return "".join(line.text.strip("#*").split())


def _kind(title: str, text: str) -> DocumentKind:
    if _CONTRACT_TITLE.search(title) or (_RECORD_TITLE.search(title) and not _AUTHORITY.search(text[:_HEAD])):
        return "contract"
    agreed, enacted = (len(words.findall(text)) for words in (_CONTRACT_WORDS, _STATUTE_WORDS))
    if _STATUTE_TITLE.search(title) and (enacted or not agreed or catalogue().recognise(title)):
        return "statute"
    return "statute" if enacted > agreed else "contract"


def _instrument(title: str, name: str) -> str:
    known = catalogue().recognise(title)
    return known.id if known else "doc:" + re.sub(r"[/@]", "_", name)


def _articles(drafts: Iterable[Draft], kind: DocumentKind, instrument: str) -> tuple[Article, ...]:
    if kind == "statute":
        return tuple(article(draft, instrument) for draft in drafts)
    return _clauses(drafts, Locator(instrument=instrument))


def _clauses(drafts: Iterable[Draft], whole: Locator) -> tuple[Article, ...]:
    return tuple(clause(draft, whole, number) for number, draft in enumerate(drafts, 1))


def _with_articles(annex: Annex, lines: Sequence[Line]) -> Annex:
    """The annex with its own clauses; a single number in it is no clause."""
    start, end = annex.text_span
    inside = [line for line in lines if start < line.start < end and not line.in_table]
    drafts = skeleton(inside, clause_form(inside), None).drafts
    return annex.model_copy(update={"articles": _clauses(drafts, annex.locator)}) if len(drafts) > 1 else annex


def _definitions(text: str, kind: DocumentKind, found: Skeleton) -> tuple[Definition, ...]:
    parties = _contract_parties(text, found) if kind == "contract" else ()
    return (*parties, *definitions(text))


def _contract_parties(text: str, found: Skeleton) -> tuple[Definition, ...]:
    """Before the first clause, or in it where that clause is on the parties."""
    if not found.drafts:
        return party_definitions(text)
    first = found.drafts[0].lines
    return party_definitions(text[: first[0].start]) or party_definitions(text[: first[-1].end])


def _diagnostics(
    source: Source, title: str, found: Skeleton, articles: Sequence[Article], events: tuple[Event, ...]
) -> tuple[Diagnostic, ...]:
    """What the reader was not sure of, then what is wrong with the structure."""
    if not articles:
        return (*source.diagnostics, no_article(source.path, title))
    return (
        *source.diagnostics,
        *date_diagnostics(contradiction(source.name, events), source.path),
        *numbering_diagnostics(found.drafts, articles, source.path, excerpt=is_excerpt(title, _opening(source, found))),
        *cut_off_diagnostics(found.drafts[-1], articles[-1], source.path),
    )


def _opening(source: Source, found: Skeleton) -> str:
    """What stands before the first article."""
    return source.text[: found.drafts[0].lines[0].start]


def _unplaced(text: str, found: Skeleton) -> tuple[Span, ...]:
    articles = [(draft.lines[0].start, draft.lines[-1].end) for draft in found.drafts]
    placed = sorted(articles + [division.text_span for division in found.divisions])
    edges = [(0, 0), *placed, (len(text), len(text))]
    gaps = (_inked(text, before[1], after[0]) for before, after in pairwise(edges))
    return tuple(gap for gap in gaps if gap is not None)


def _inked(text: str, start: int, end: int) -> Span | None:
    """The part of a gap from its first to its last visible character."""
    stripped = text[start:end].strip()
    first = _INK.search(text, start, end)
    if first is None or not stripped:
        return None
    last = end - 1
    while _INK.match(text, last) is None:
        last -= 1
    return first.start(), last + 1
