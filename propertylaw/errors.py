"""The one tree of errors a caller has to know: everything the library raises on bad input is a PropertyLawError.

A message answers four questions: which file, where in it, what is wrong, what to do. Messages are Chinese, for
users; each class has a stable code for programs.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class PropertyLawError(Exception):
    """Base of all errors of this library.

    Args:
        problem: what is wrong, one clause in Chinese.
        file: the file concerned, if there is one.
        place: where in it (line, key, page), in Chinese.
        advice: what to do about it, one clause in Chinese.
        further: what else is wrong with the file, in its order.
    """

    code: ClassVar[str] = "E000"

    def __init__(
        self,
        problem: str,
        *,
        file: str | Path | None = None,
        place: str | None = None,
        advice: str | None = None,
        further: tuple[PropertyLawError, ...] = (),
    ) -> None:
        self.problem, self.file, self.place, self.advice = problem, file, place, advice
        self.further = further
        super().__init__(problem)

    def __str__(self) -> str:
        return "\n".join((self.line, *(one.line for one in self.further)))

    @property
    def line(self) -> str:
        """What is wrong in one line, without what else is wrong."""
        where = "，".join(str(part) for part in (self.file, self.place) if part)
        head = f"{where}：" if where else ""
        tail = f"；{self.advice}" if self.advice else ""
        return f"{head}{self.problem}{tail}（{self.code}）"


class ReadingError(PropertyLawError):
    """A file cannot be read as the document it claims to be."""

    code = "READ"


class MissingFileError(ReadingError):
    """There is no such file, or it may not be opened."""

    code = "READ001"


class EmptyFileError(ReadingError):
    """The file holds no text at all."""

    code = "READ002"


class WrongFormatError(ReadingError):
    """The bytes are not what the suffix promises, or the format is not supported."""

    code = "READ003"


class EncryptedFileError(ReadingError):
    """The file is protected by a password."""

    code = "READ004"


class DamagedFileError(ReadingError):
    """The file is truncated or otherwise broken."""

    code = "READ005"


class NoTextLayerError(ReadingError):
    """The file holds pictures only, and character recognition is not installed or found no text."""

    code = "READ006"


class EncodingError(ReadingError):
    """The bytes are neither UTF-8 nor GB18030."""

    code = "READ007"


class CommandError(PropertyLawError):
    """A command line names something that is not there, or lacks something."""

    code = "CMD001"


class LocatorError(PropertyLawError):
    """A locator such as 民法典/944/3 is malformed."""

    code = "LOC001"


class FormError(PropertyLawError):
    """A dispute form is not valid: unknown fact, wrong type, impossible date, unknown party."""

    code = "FORM001"


class RuleError(PropertyLawError):
    """A file of curated law is not valid."""

    code = "RULE001"


class PackError(PropertyLawError):
    """A pack of a reform is not valid: a name that leads nowhere, a file that does not fit its form."""

    code = "PACK001"


class OutputError(PropertyLawError):
    """A result cannot be written where the user wants it."""

    code = "OUT001"


class LibraryError(PropertyLawError):
    """The user's library of texts cannot be used."""

    code = "LIB000"


class LibraryAccessError(LibraryError):
    """The folder or the file of the library cannot be opened or written."""

    code = "LIB001"


class DamagedLibraryError(LibraryError):
    """The file is not a library, or is broken."""

    code = "LIB002"


class LibraryFormatError(LibraryError):
    """The library was made by another version of the program."""

    code = "LIB003"


class LibraryFullError(LibraryError):
    """There is no room left to write."""

    code = "LIB004"


class LibraryBusyError(LibraryError):
    """Another program keeps the library locked."""

    code = "LIB005"


class ArchiveError(LibraryError):
    """An archive cannot be unpacked, or holds more than is sane."""

    code = "LIB006"


class StatutesError(LibraryError):
    """The package with national statutes is missing or not as expected."""

    code = "LIB007"


class QuestionError(PropertyLawError):
    """A question, or a file of questions, cannot be answered as it stands."""

    code = "ASK001"


class CheckError(PropertyLawError):
    """A check of an installed package cannot be used, or the settings of the checks are not valid."""

    code = "CHK001"
