"""`take_in`: files become texts of the library, each recognised, compared with the catalogue and stored on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from propertylaw.errors import LibraryError, PropertyLawError
from propertylaw.model import Diagnostic, Locator, Model, Outline, Severity, Source
from propertylaw.reading import read
from propertylaw.reading.recognition import Progress
from propertylaw.rulebook import Catalogue, catalogue
from propertylaw.structure import outline

from .archives import opened
from .identity import identify
from .store import Library, Outcome
from .texts import StoredText


class TakenIn(Model):
    """What became of one file."""

    file: str
    outcome: Outcome | None
    """None where the file could not be taken in; `problem` says why."""
    text: StoredText | None = None
    problem: str = ""
    findings: tuple[Diagnostic, ...] = ()
    """What differs from the catalogue, and what the reader doubts."""


def take_in(paths: Iterable[Path], library: Library, progress: Progress | None = None) -> Iterator[TakenIn]:
    """Import files, the texts in folders, and those in archives; a file that cannot be read does not stop the others.

    Args:
        paths: files, folders, archives.
        library: where to.
        progress: told of each page that is recognised.

    Raises:
        MissingFileError, ArchiveError: before anything is stored.
        LibraryError: the library cannot be written; what was reported before is stored.
    """
    with opened(paths) as files:
        for file, name in files:
            yield _taken(file, name, library, progress)


def take_in_source(source: Source, origin: str, library: Library, known: Catalogue) -> TakenIn:
    """Import a text that is already read."""
    structure = outline(source)
    if structure.kind != "statute" or not structure.articles:
        said = "不像法规：没有条文" if structure.kind == "statute" else "像是合同或者规约，资料库只收法源"
        return TakenIn(file=origin, outcome=None, problem=f"{origin}：{said}；合同请随案列入 documents（COR010）")
    identity = identify(source, structure, known)
    structure = _named(source, structure, identity.instrument.id)
    outcome, text = library.add(source, structure, identity, origin)
    kept = (_kept(text),) if outcome == "kept" else ()
    doubts = tuple(d for d in structure.diagnostics if d.severity is not Severity.INFO)
    return TakenIn(file=origin, outcome=outcome, text=text, findings=(*kept, *identity.findings, *doubts))


def _named(source: Source, structure: Outline, instrument: str) -> Outline:
    return structure if structure.instrument == instrument else outline(source, instrument=instrument)


def _taken(file: Path, name: str, library: Library, progress: Progress | None) -> TakenIn:
    try:
        return take_in_source(read(file, progress), name, library, catalogue())
    except LibraryError:
        raise
    except PropertyLawError as problem:
        problem.file = name
        return TakenIn(file=name, outcome=None, problem=str(problem))


def _kept(text: StoredText) -> Diagnostic:
    return Diagnostic(
        code="COR009",
        severity=Severity.HIGH,
        message=f"已有与目录逐条相合的文本“{text.name}”，没有用这一份替换",
        locator=Locator(instrument=text.instrument.id),
        advice="请对照两份文本",
    )
