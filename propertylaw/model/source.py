"""A text and where each run of it came from, so that a finding can point at the words in the user's own file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Span
from .diagnostic import Diagnostic

FileFormat = Literal["md", "txt", "html", "docx", "doc", "pdf", "image"]


class PageOrigin(Model):
    """A place on a PDF page."""

    kind: Literal["page"] = "page"
    page: int = Field(ge=1)
    """Page number, counted from 1."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points (1/72 inch), origin at the top left corner of the page."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure the recognition of the characters was; None where the file itself holds them."""


class WordOrigin(Model):
    """A place in a Word file."""

    kind: Literal["word"] = "word"
    part: str
    """Part of the package, such as `word/document.xml`."""
    paragraph: int = Field(ge=0)
    """Index of the `w:p` element in the part, in document order, counted from 0."""
    run: int = Field(ge=0)
    """Index of the `w:r` element within the paragraph, counted from 0."""
    offset: int = Field(ge=0)
    """Characters of the run before this one."""


class FileOrigin(Model):
    """A place in a Markdown file whose HTML tags and entities were read as what they show."""

    kind: Literal["file"] = "file"
    offset: int = Field(ge=0)
    """Characters of the decoded file before this one."""
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    """Line, and character within the line, counted from 1."""


Origin = Annotated[PageOrigin | WordOrigin | FileOrigin, Field(discriminator="kind")]


class Run(Model):
    """A stretch of `Source.text` that has one origin. Line breaks that the reader added belong to no run."""

    span: Span
    origin: Origin


class Table(Model):
    """Rows of cells: a fee schedule, a list of service standards."""

    text_span: Span
    rows: tuple[tuple[Span, ...], ...]
    """The span of each cell; a cell that reaches over several rows or columns stands where it begins."""


class Annotation(Model):
    """What somebody wrote beside the text, or changed in it: no part of `Source.text`, except inserted words."""

    kind: Literal["comment", "footnote", "endnote", "insertion", "deletion", "move"]
    text_span: Span
    """The words it belongs to; for a note or deleted words the empty span at their place."""
    words: str
    """The note, or the inserted or deleted words."""
    author: str = ""
    on: date | None = None


class Source(Model):
    """What a reader makes of a file.

    For Markdown and plain text, `text` is the decoded file itself and `runs` is empty: a span *is* its place. Markdown
    with HTML in it has its words without tags and entities, and runs that say where they stand in the file.
    """

    name: str
    """File name without folder and suffix; the `doc` of norms."""
    path: str = ""
    """Path as the user gave it; empty for text that came from memory."""
    format: FileFormat
    text: str
    """Code points; line ends are `\\n`."""
    runs: tuple[Run, ...] = ()
    tables: tuple[Table, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the reader was not sure of, or did not read (`SRC…`)."""
