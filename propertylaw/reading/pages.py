"""Pages of a PDF or of pictures become one text, each stretch with its page and box, and what is in doubt about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import Diagnostic, FileFormat, PageOrigin, Run, Source, Table

from .assembly import assemble
from .furniture import without_furniture
from .lines import Block, blocks_of
from .paragraphs import Paragraphs
from .scan_doubts import scan_doubts

if TYPE_CHECKING:
    from .scan import Scan  # loads numpy, which most files need not


class Page(NamedTuple):
    """A page as it is shown."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    unclear: bool = False
    """Whether its fonts do not say which characters they draw."""
    pictured: bool = False
    """Whether it draws its words instead of holding them."""
    layered: bool = False
    """Whether its words lie unseen under a picture: a scanner recognised them, and nobody knows how well."""
    scan: Scan | None = None
    """Where its glyphs were recognised in a picture."""
    dots: float | None = None
    """Dots an inch of that picture; None where its lines were drawn, not taken."""


def scanned_page(scan: Scan, dots: float | None) -> Page:
    """A page of recognised characters.

    Args:
        scan: what was recognised.
        dots: dots an inch of the picture; None where there is none.
    """
    shown = scan.page
    blocks = blocks_of(shown.number, shown.glyphs, scan.tables)
    return Page(shown.number, shown.width, shown.height, blocks, scan=scan, dots=dots)


class Assembled(NamedTuple):
    """The text of all pages."""

    text: str
    runs: tuple[Run, ...]
    tables: tuple[Table, ...]
    blocks: tuple[tuple[Block, ...], ...]
    """What was kept of each page, less page numbers and running heads."""
    doubts: tuple[Diagnostic, ...]
    """What recognition was not sure of."""

    def source(self, name: str, path: str, format: FileFormat, doubts: Sequence[Diagnostic] = ()) -> Source:
        """The file as a source.

        Args:
            name: file name without folder and suffix.
            path: the path as the user gave it.
            format: the format of the file.
            doubts: what the reader doubted beside the recognition.
        """
        diagnostics = (*doubts, *self.doubts)
        return Source(
            name=name,
            path=path,
            format=format,
            text=self.text,
            runs=self.runs,
            tables=self.tables,
            diagnostics=diagnostics,
        )


def assembled(pages: Sequence[Page], path: str) -> Assembled:
    """One text of all pages.

    Args:
        pages: every page of the file, in order.
        path: the path as the user gave it.
    """
    kept = without_furniture([page.blocks for page in pages], [page.height for page in pages])
    paragraphs = Paragraphs(kept, [page.width for page in pages])
    assembly = assemble(paragraphs.lines())
    text, runs, _ = assembly
    tables = tuple(assembly.table(cells) for cells in paragraphs.tables)
    scans = {page.number: page.scan for page in pages if page.scan}
    doubts = tuple(scan_doubts(pages, text, runs, path)) if scans else ()
    return Assembled(text, tuple(_placed(run, scans) for run in runs), tables, kept, doubts)


def _placed(run: Run, scans: dict[int, Scan]) -> Run:
    """A run of a recognised page with its place on the page as the user sees it."""
    scan = scans.get(run.origin.page) if isinstance(run.origin, PageOrigin) else None
    if scan is None or not isinstance(run.origin, PageOrigin):
        return run
    return run.model_copy(update={"origin": scan.origin(run.origin.box)})
