"""The structure of a text: divisions, articles (条), paragraphs (款), items (项), sub-items (目).

A paragraph owns the items that follow it: its span covers its lead-in and the list.
"""

from datetime import date
from typing import Literal

from .base import Model, Span
from .diagnostic import Diagnostic
from .locator import Locator
from .source import Table

DocumentKind = Literal["statute", "contract"]
"""`statute` for anything the state issued (interpretations too), `contract` for what parties agreed (covenants,
rules of procedure, contracts)."""


class Provision(Model):
    """An addressable piece of a text."""

    locator: Locator
    label: str
    """Number as printed (第八条, 八、, （三）, 2.1); empty for a paragraph."""
    text_span: Span
    """The provision without its printed number, its parts included."""

    @property
    def number(self) -> int:
        """Its number among its siblings, counted from 1."""
        return self.locator.numbers[-1]


class Item(Provision):
    """项, or 目 when it stands in an item."""

    lead_span: Span
    """The item's own words, up to its first sub-item."""
    sub_items: tuple["Item", ...] = ()


class Paragraph(Provision):
    """款: the lead-in, and its items if it introduces a list."""

    lead_span: Span
    """The paragraph's own words, up to its first item."""
    items: tuple[Item, ...] = ()
    list_head: int | None = None
    """Number of the paragraph that leads in the list this one is an item of, where the items lost their numbers."""


class Article(Provision):
    """条 of a statute, or a top-level clause of a contract."""

    heading: str = ""
    """Title of the article, where it has one."""
    divisions: tuple[str, ...] = ()
    """Labels of the parts, chapters and sections it stands in, outermost first."""
    paragraphs: tuple[Paragraph, ...] = ()


class Division(Model):
    """编, 分编, 章 or 节; in contracts 部分, 章 or a titled group of clauses."""

    level: Literal["part", "subpart", "chapter", "section"]
    label: str
    heading: str
    text_span: Span
    """The heading line."""


class Definition(Model):
    """A term the text itself defines: 本条例所称…是指…, 以下简称…, 甲方（委托方）：…"""

    term: str
    meaning: str
    text_span: Span
    kind: Literal["definition", "abbreviation", "party"]


class Annex(Model):
    """附件, 附表: what is attached to a text, under a title of its own."""

    locator: Locator
    label: str
    """As printed: 附件一."""
    heading: str = ""
    text_span: Span
    """Title and content."""
    articles: tuple[Article, ...] = ()
    """Its clauses, where it has numbered ones: a covenant or a list of standards attached to a contract."""

    @property
    def number(self) -> int:
        """Its number, counted from 1; the only annex is the first."""
        return self.locator.annex or 1


class Event(Model):
    """A step in the life of a text, as printed below its title: 2018年11月22日 … 修正."""

    on: date
    kind: Literal["adopted", "approved", "promulgated", "amended", "revised"]
    text_span: Span


class Blank(Model):
    """Room left to be filled in: a line of underscores, empty brackets."""

    locator: Locator | None
    """The provision it stands in; None outside the articles."""
    text_span: Span


class Choice(Model):
    """An option with a box: □ or ☑."""

    locator: Locator | None
    text_span: Span
    """The words of the option, without the box."""
    chosen: bool


class PlacedTable(Model):
    """A table and the provision it belongs to."""

    locator: Locator | None
    """The provision it stands in or below; None outside the articles."""
    table: Table


class Outline(Model):
    """What `propertylaw.outline` makes of a Source."""

    title: str
    instrument: str
    """Id for locators: of the catalogue where the title is known there, else `doc:` and the file name."""
    kind: DocumentKind
    divisions: tuple[Division, ...] = ()
    articles: tuple[Article, ...] = ()
    annexes: tuple[Annex, ...] = ()
    history: tuple[Event, ...] = ()
    definitions: tuple[Definition, ...] = ()
    blanks: tuple[Blank, ...] = ()
    choices: tuple[Choice, ...] = ()
    tables: tuple[PlacedTable, ...] = ()
    signatures: tuple[Span, ...] = ()
    """Lines of signature and date after the last article."""
    unplaced: tuple[Span, ...] = ()
    """Text outside the articles: title, history, preamble, signatures, annexes. Nothing of the text is dropped."""
    diagnostics: tuple[Diagnostic, ...] = ()
