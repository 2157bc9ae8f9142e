"""A text and where each run of it came from, so that a finding can point at the words in the user's own file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Model, Span

FileFormat = Literal["md", "txt", "docx", "pdf"]


class PageOrigin(Model):
    """A place on a PDF page."""

    kind: Literal["page"] = "page"
    page: int = Field(ge=1)
    """Page number, counted from 1."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points (1/72 inch), origin at the top left corner of the page."""


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


Origin = Annotated[PageOrigin | WordOrigin, Field(discriminator="kind")]


class Run(Model):
    """A stretch of `Source.text` that has one origin. Line breaks that the reader added belong to no run."""

    span: Span
    origin: Origin


class Source(Model):
    """What a reader makes of a file.

    For Markdown and plain text, `text` is the decoded file itself and `runs` is empty: a span *is* its place.
    """

    name: str
    """File name without folder and suffix; the `doc` of norms."""
    path: str = ""
    """Path as the user gave it; empty for text that came from memory."""
    format: FileFormat
    text: str
    """Code points; line ends are `\\n`."""
    runs: tuple[Run, ...] = ()
    warnings: tuple[str, ...] = ()
    """What the reader was not sure of, in Chinese."""
