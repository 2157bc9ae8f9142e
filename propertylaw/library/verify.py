"""`verify`: the texts of a library against the catalogue, against their own fingerprints, and against this program."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.errors import DamagedLibraryError
from propertylaw.model import Diagnostic, Locator, Model, Severity
from propertylaw.rulebook import catalogue
from propertylaw.rulebook.digests import fingerprint
from propertylaw.structure import outline

from .identity import identify
from .store import Library, spans_of
from .texts import StoredText


class Verified(Model):
    """A text and what is wrong with it; notes are findings that leave it usable."""

    text: StoredText
    findings: tuple[Diagnostic, ...] = ()

    @property
    def in_order(self) -> bool:
        """Whether nothing but notes was found."""
        return all(finding.severity in (Severity.LOW, Severity.INFO) for finding in self.findings)


def verify(library: Library) -> Iterator[Verified]:
    """Go through all texts.

    Raises:
        DamagedLibraryError: the file itself is broken.
        LibraryError: it cannot be read.
    """
    if not library.is_whole():
        raise DamagedLibraryError("资料库已损坏", file=library.file, advice="请移走这个文件，再重新导入")
    for text in library.texts():
        yield Verified(text=text, findings=tuple(_findings(library, text)))


def _findings(library: Library, text: StoredText) -> Iterator[Diagnostic]:
    source = library.source(text)
    structure = outline(source, instrument=text.instrument.id)
    if fingerprint(source, structure).whole != text.digest or spans_of(structure) != library.provisions(text):
        yield _finding(text, "COR011", "这个版本的程序读出的条文与收入时不同", "请从原文件重新导入")
    identity = identify(source, structure, catalogue())
    if (identity.version.name if identity.version else None) != text.version:
        named = identity.version.name if identity.version else "未知"
        yield _finding(text, "COR012", f"收入时认作{text.version or '未知'}的版本，现认作{named}的版本", "请重新导入")
    yield from identity.findings


def _finding(text: StoredText, code: str, message: str, advice: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.HIGH,
        message=message,
        locator=Locator(instrument=text.instrument.id, version=text.version),
        advice=advice,
    )
